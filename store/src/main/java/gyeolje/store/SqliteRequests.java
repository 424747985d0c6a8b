package gyeolje.store;

import gyeolje.core.payment.Order;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Keys.RequestKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * By which request each payment of a SQLite file is recognised when it comes again. Digests lie scattered, so that a batch which listed
 * its own orders would write a page for nearly each of them: they wait in memory until there are thousands, and those are listed in the
 * order of the table, a few with every batch. What a process leaves unlisted the next one reads from the payments.
 *
 * <p>Anybody may ask; everything else is for the one who writes.
 */
final class SqliteRequests {
    /** So many are put in order together; twice as many wait at most. */
    static final int RUN = 8_192;

    /** An earlier process may have listed some without coming to the end of its run. */
    private static final SeveralRows LIST =
            SeveralRows.insert("request", "fingerprint, merchant_id, transaction_id", " ON CONFLICT DO NOTHING");

    /** Payments that are not found by their request, or share it with another one. */
    static final String NOT_RECOGNISED = "SELECT p.merchant_id, p.transaction_id FROM payment p JOIN request_progress"
            + " LEFT JOIN request r ON r.fingerprint = p.fingerprint AND r.merchant_id = p.merchant_id"
            + " WHERE r.transaction_id <> p.transaction_id OR (r.transaction_id IS NULL AND p.arrival <= listed_to)";

    private static final Comparator<Entry> AS_LISTED = Comparator.comparing(
                    (Entry it) -> it.key().fingerprint().text())
            .thenComparing(it -> it.key().merchant().text());

    private record Entry(RequestKey key, TransactionId payment) {}

    private final int runLength;
    private volatile Map<RequestKey, TransactionId> unlisted = new ConcurrentHashMap<>();
    /** Durable, in the order of their payments, and not in the run. */
    private List<Entry> waiting = new ArrayList<>();
    /** In the order of the table. */
    private List<Entry> run = List.of();

    private String newestOfRun = "";
    private int listed;

    /** By the batch under way. */
    private final List<Entry> placed = new ArrayList<>();

    private int listing;

    SqliteRequests(int runLength) {
        this.runLength = runLength;
    }

    /** Begins with what the file says, whatever was known before. */
    void open(Statements writer) throws SQLException {
        waiting = new ArrayList<>();
        run = List.of();
        listed = 0;
        rolledBack();
        var sql = "SELECT merchant_id, fingerprint, transaction_id FROM payment"
                + " WHERE arrival > (SELECT listed_to FROM request_progress WHERE one = 1) ORDER BY arrival";
        var found = new ConcurrentHashMap<RequestKey, TransactionId>();
        try (var row = writer.query(sql)) {
            while (row.next()) {
                var key = new RequestKey(new MerchantId(row.getString(1)), new Fingerprint(row.getString(2)));
                var entry = new Entry(key, new TransactionId(row.getString(3)));
                waiting.add(entry);
                found.put(key, entry.payment());
            }
        }
        unlisted = found;
    }

    /** The payment that is recognised by a request and is not in the table yet. */
    Optional<TransactionId> unlisted(RequestKey key) {
        return Optional.ofNullable(unlisted.get(key));
    }

    /** The payment that is recognised by a request, wherever it stands. */
    Optional<PaymentRow> identical(Statements reader, RequestKey key) throws SQLException {
        var found = unlisted(key);
        if (found.isEmpty()) found = listed(reader, key);
        return found.isEmpty() ? Optional.empty() : Reads.find(reader, new PaymentKey(key.merchant(), found.get()));
    }

    private static Optional<TransactionId> listed(Statements reader, RequestKey key) throws SQLException {
        var sql = "SELECT transaction_id FROM request WHERE fingerprint = ? AND merchant_id = ?";
        try (var row =
                reader.query(sql, key.fingerprint().text(), key.merchant().text())) {
            return row.next() ? Optional.of(new TransactionId(row.getString(1))) : Optional.empty();
        }
    }

    void placed(Order order) {
        placed.add(new Entry(RequestKey.of(order), order.transaction()));
    }

    /** Lists twice as many as the batch placed, so that the run has ended before the next one is complete. */
    void list(Statements writer) throws SQLException {
        if (listed == run.size() && waiting.size() >= runLength) beginRun();
        listing = Math.min(run.size(), listed + 2 * placed.size());
        if (listing == listed) return;
        LIST.write(writer, run.subList(listed, listing), SqliteRequests::row);
        if (listing == run.size())
            writer.update(
                    "UPDATE request_progress SET listed_to = (SELECT arrival FROM payment WHERE transaction_id = ?) WHERE one = 1",
                    newestOfRun);
    }

    private void beginRun() {
        newestOfRun = waiting.getLast().payment().text();
        waiting.sort(AS_LISTED);
        run = waiting;
        waiting = new ArrayList<>();
        listed = 0;
    }

    private static Object[] row(Entry entry) {
        return new Object[] {
            entry.key().fingerprint().text(),
            entry.key().merchant().text(),
            entry.payment().text()
        };
    }

    void committed() {
        for (var entry : placed) unlisted.put(entry.key(), entry.payment());
        waiting.addAll(placed);
        for (var entry : run.subList(listed, listing)) unlisted.remove(entry.key());
        listed = listing;
        placed.clear();
    }

    void rolledBack() {
        placed.clear();
        listing = listed;
    }
}
