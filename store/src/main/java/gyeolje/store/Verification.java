package gyeolje.store;

import gyeolje.core.payment.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * Goes through the whole store as of one moment and says what does not add up: journals with gaps, states that do not follow
 * from their journal, claims and limits that do not match the live payments, amounts that differ, values that do not open. Holds
 * one payment at a time in memory; a gateway may go on serving.
 */
public final class Verification {
    private static final int FETCH = 500;

    private static final String PAYMENTS =
            "SELECT p.merchant_id, p.transaction_id, p.order_number, p.fingerprint, p.amount,"
                    + " p.ordered_at, p.order_detail, p.buyer_sealed, p.state, p.version, p.due_at, p.open_since, p.updated_at,"
                    + " p.state_detail, c.transaction_id AS holder, c.day, c.amount AS claimed FROM payment p"
                    + " LEFT JOIN order_claim c ON c.merchant_id = p.merchant_id AND c.order_number = p.order_number"
                    + " ORDER BY p.transaction_id";

    private static final String JOURNAL = "SELECT merchant_id, transaction_id, version, at, event, detail FROM journal"
            + " ORDER BY transaction_id, version";

    private static final String STRAY_CLAIMS =
            "SELECT c.merchant_id, c.order_number, c.transaction_id FROM order_claim c"
                    + " LEFT JOIN payment p ON p.merchant_id = c.merchant_id AND p.transaction_id = c.transaction_id"
                    + " AND p.order_number = c.order_number WHERE p.transaction_id IS NULL";

    private static final String LIMITS = "SELECT merchant_id, period, SUM(won) FROM ("
            + "SELECT merchant_id, period, won FROM limit_use"
            + " UNION ALL SELECT merchant_id, day, -amount FROM order_claim"
            + " UNION ALL SELECT merchant_id, SUBSTR(day, 1, 6), -amount FROM order_claim"
            + " UNION ALL SELECT merchant_id, 'guarantee', -amount FROM order_claim) AS entry"
            + " GROUP BY merchant_id, period HAVING SUM(won) <> 0 ORDER BY merchant_id, period";

    private static final String KEYS =
            "SELECT merchant_id, number, key_sealed FROM merchant_key ORDER BY merchant_id, number";

    private final Database database;
    private final Sealer sealer;
    private final PaymentCheck check;
    private final Consumer<String> findings;
    private long found;
    private long rows;

    Verification(Database database, Sealer sealer, Consumer<String> findings) {
        this.database = database;
        this.sealer = sealer;
        this.findings = findings;
        this.check = new PaymentCheck(new PaymentCodec(sealer), this::found);
    }

    /**
     * What was looked at, in payments, journal rows and won.
     *
     * @param approved won of payments whose money was taken and stays
     * @param cancelled won given back at the merchant's wish
     * @param voided won of payments that we undid or that never came about
     */
    public record Summary(long payments, long journalRows, long approved, long cancelled, long voided, long findings) {
        public boolean isSound() {
            return findings == 0;
        }
    }

    Summary run() {
        try (var connection = database.snapshot()) {
            database.checkIntegrity(connection).forEach(this::found);
            payments(connection);
            each(
                    connection,
                    STRAY_CLAIMS,
                    row -> found("order " + row.getString(1) + "/" + row.getString(2) + " is claimed by "
                            + row.getString(3) + ", which is no payment of it"));
            each(
                    connection,
                    LIMITS,
                    row -> found("limit " + row.getString(1) + "/" + row.getString(2) + " is off by " + row.getLong(3)
                            + " won against the claims"));
            each(connection, KEYS, this::key);
        } catch (SQLException e) {
            throw StoreException.refused("the store cannot be verified: " + e.getMessage(), e);
        }
        return check.summary(rows, found);
    }

    private void found(String finding) {
        found++;
        findings.accept(finding);
    }

    private void payments(Connection connection) throws SQLException {
        try (var payments = connection.createStatement();
                var journal = connection.createStatement()) {
            payments.setFetchSize(FETCH);
            journal.setFetchSize(FETCH);
            try (var payment = payments.executeQuery(PAYMENTS);
                    var entry = journal.executeQuery(JOURNAL)) {
                merge(payment, new JournalCursor(entry));
            }
        }
    }

    /** Both are read in the order of transaction ids, which is bytewise on either database. */
    private void merge(ResultSet payment, JournalCursor journal) throws SQLException {
        while (payment.next()) {
            var row = PaymentRow.read(payment);
            while (journal.isBefore(row)) stray(journal);
            check.begin(row, Holding.read(payment));
            while (journal.isAt(row)) {
                if (journal.isOf(row)) lived(journal);
                else stray(journal);
            }
            check.end();
        }
        while (journal.isPresent()) stray(journal);
    }

    private void lived(JournalCursor journal) throws SQLException {
        check.next(journal.version(), journal.event(), journal.detail());
        rows++;
        journal.advance();
    }

    private void stray(JournalCursor journal) throws SQLException {
        found("journal row " + journal.name() + " belongs to no payment");
        rows++;
        journal.advance();
    }

    private void key(ResultSet row) throws SQLException {
        var name = row.getString(1) + "/" + row.getLong(2);
        try {
            sealer.open(row.getString(3), "merchant_key/" + name);
        } catch (Sealer.DoesNotOpen e) {
            found("merchant key " + name + ": " + e.getMessage());
        }
    }

    /** What is done with each row of a result. */
    @FunctionalInterface
    private interface EachRow {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, EachRow each) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (var row = statement.executeQuery(sql)) {
                while (row.next()) each.read(row);
            }
        }
    }
}
