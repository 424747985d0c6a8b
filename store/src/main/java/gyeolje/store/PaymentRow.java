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
        String fingerprint,
        long amount,
        long orderedAt,
        String order,
        String buyer,
        State state) {
    static final String COLUMNS = "merchant_id, transaction_id, order_number, fingerprint, amount, ordered_at,"
            + " order_detail, buyer_sealed, state, version, due_at, open_since, updated_at, state_detail";

    /**
     * The part of a row that a change rewrites.
     *
     * @param due when the resolver looks at it, if ever
     * @param openSince when it began to wait for somebody, if it does
     */
    record State(String name, long version, OptionalLong due, OptionalLong openSince, long updatedAt, String detail) {}

    /** A row of {@link #COLUMNS}, by place: looking columns up by name costs more than reading them. */
    static PaymentRow read(ResultSet row) throws SQLException {
        return read(row, 1);
    }

    /** The same, from a column on. */
    static PaymentRow read(ResultSet row, int from) throws SQLException {
        return new PaymentRow(
                row.getString(from),
                row.getString(from + 1),
                row.getString(from + 2),
                row.getString(from + 3),
                row.getLong(from + 4),
                row.getLong(from + 5),
                row.getString(from + 6),
                row.getString(from + 7),
                new State(
                        row.getString(from + 8),
                        row.getLong(from + 9),
                        optional(row, from + 10),
                        optional(row, from + 11),
                        row.getLong(from + 12),
                        row.getString(from + 13)));
    }

    static OptionalLong optional(ResultSet row, int column) throws SQLException {
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
