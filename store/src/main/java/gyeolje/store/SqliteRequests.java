package gyeolje.store;

import gyeolje.core.payment.Order;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Keys.RequestKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

    private final int runLength;
    /** Durable, and not in the run. */
    private PackedRequests waiting;
    /** Durable, and being listed. */
    private PackedRequests run;
    /** The numbers of the run in the order of the table. */
    private int[] sequence = {};

    private int listed;

    /** By the batch under way. */
    private final List<Order> placed = new ArrayList<>();

    private int listing;

    SqliteRequests(int runLength) {
        this.runLength = runLength;
        waiting = new PackedRequests(runLength);
        run = new PackedRequests(runLength);
    }

    /** Begins with what the file says, whatever was known before. */
    void open(Statements writer) throws SQLException {
        var found = new PackedRequests(runLength);
        var sql = "SELECT merchant_id, fingerprint, transaction_id FROM payment"
                + " WHERE arrival > (SELECT listed_to FROM request_progress WHERE one = 1) ORDER BY arrival";
        try (var row = writer.query(sql)) {
            while (row.next()) {
                var key = new RequestKey(new MerchantId(row.getString(1)), new Fingerprint(row.getString(2)));
                found.add(key, new TransactionId(row.getString(3)));
            }
        }
        beginWith(found);
    }

    /** Until all of it has been read, whoever asks is answered from what was known. */
    private synchronized void beginWith(PackedRequests found) {
        waiting = found;
        endRun();
        rolledBack();
    }

    /** The payment that is recognised by a request and may not be in the table yet. */
    synchronized Optional<TransactionId> unlisted(RequestKey key) {
        var found = waiting.find(key);
        return found.isPresent() ? found : run.find(key);
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
        placed.add(order);
    }

    /** Lists twice as many as the batch placed, so that the run has ended before the next one is complete. */
    void list(Statements writer) throws SQLException {
        if (sequence.length == 0 && waiting.size() >= runLength) beginRun();
        listing = Math.min(sequence.length, listed + 2 * placed.size());
        if (listing == listed) return;
        LIST.write(writer, IntStream.range(listed, listing).boxed().toList(), this::row);
        if (listing == sequence.length)
            writer.update(
                    "UPDATE request_progress SET listed_to = (SELECT arrival FROM payment WHERE transaction_id = ?) WHERE one = 1",
                    run.payment(run.size() - 1));
    }

    private synchronized void beginRun() {
        var empty = run;
        run = waiting;
        waiting = empty;
        sequence = run.inOrder();
    }

    private Object[] row(int place) {
        int number = sequence[place];
        return new Object[] {run.request(number), run.merchant(number), run.payment(number)};
    }

    synchronized void committed() {
        for (var it : placed) waiting.add(RequestKey.of(it), it.transaction());
        placed.clear();
        listed = listing;
        if (listed > 0 && listed == sequence.length) endRun();
    }

    private void endRun() {
        run.clear();
        sequence = new int[0];
        listed = 0;
        listing = 0;
    }

    void rolledBack() {
        placed.clear();
        listing = listed;
    }
}
