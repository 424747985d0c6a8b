package gyeolje.store;

import gyeolje.core.value.TransactionId;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Needs.NewOrder;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What new orders meet: one question for a claim of their number, an identical request and a payment with their id. Of most there is
 * nothing, and only of the others there is a row.
 */
final class NewOrderReads {
    private final Statements statements;
    private final PaymentCodec codec;

    NewOrderReads(Statements statements, PaymentCodec codec) {
        this.statements = statements;
        this.codec = codec;
    }

    /**
     * The question about `k (n, m, o, f, t)`: an order's place, merchant, number, fingerprint and transaction id.
     *
     * @param requests the table that knows payments by fingerprint
     */
    static String about(String requests) {
        return "SELECT k.n, c.transaction_id, c.day, c.amount, r.transaction_id, i.transaction_id FROM k"
                + " LEFT JOIN order_claim c ON c.merchant_id = k.m AND c.order_number = k.o"
                + " LEFT JOIN " + requests + " r ON r.merchant_id = k.m AND r.fingerprint = k.f"
                + " LEFT JOIN payment i ON i.transaction_id = k.t"
                + " WHERE c.transaction_id IS NOT NULL OR r.transaction_id IS NOT NULL OR i.transaction_id IS NOT NULL";
    }

    void read(NewOrder it, ResultSet row, WorkingSet known) throws SQLException {
        if (row.getString(2) != null) known.claims.put(it.key(), Reads.claim(row, 2));
        var identical = row.getString(5);
        if (identical != null) identical(it, new TransactionId(identical), known);
        if (row.getString(6) != null) known.usedIds.add(it.id());
    }

    void identical(NewOrder it, TransactionId earlier, WorkingSet known) throws SQLException {
        Reads.find(statements, new PaymentKey(it.key().merchant(), earlier))
                .ifPresent(row -> known.requests.put(it.request(), codec.read(row)));
    }
}
