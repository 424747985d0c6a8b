package gyeolje.store;

import gyeolje.store.Keys.PaymentKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * A row of the table `payment`: what never changes, and the state as it is now.
 *
 * @param buyer sealed
 */
record PaymentRow(
        String merchant,
        String transaction,
        String orderNumber,
        String requestHash,
        long amount,
        long orderedAt,
        String order,
        String buyer,
        State state) {
    static final String COLUMNS = "merchant_id, transaction_id, order_number, request_hash, amount, ordered_at,"
            + " order_detail, buyer_sealed, state, version, due_at, open_since, updated_at, state_detail";

    /**
     * The part of a row that a change rewrites.
     *
     * @param due when the resolver looks at it, if ever
     * @param openSince when it began to wait for somebody, if it does
     */
    record State(String name, long version, OptionalLong due, OptionalLong openSince, long updatedAt, String detail) {}

    static PaymentRow read(ResultSet row) throws SQLException {
        return new PaymentRow(
                row.getString("merchant_id"),
                row.getString("transaction_id"),
                row.getString("order_number"),
                row.getString("request_hash"),
                row.getLong("amount"),
                row.getLong("ordered_at"),
                row.getString("order_detail"),
                row.getString("buyer_sealed"),
                new State(
                        row.getString("state"),
                        row.getLong("version"),
                        optional(row, "due_at"),
                        optional(row, "open_since"),
                        row.getLong("updated_at"),
                        row.getString("state_detail")));
    }

    static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static String sealPlace(PaymentKey key) {
        return "payment/" + key;
    }

    @Override
    public String toString() {
        return merchant + "/" + transaction;
    }
}
