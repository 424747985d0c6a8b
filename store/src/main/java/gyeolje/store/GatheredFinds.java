package gyeolje.store;

import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import gyeolje.store.Keys.PaymentKey;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Answers who asks for a payment, many with one statement: those who come while one is under way go together. A statement costs both
 * ends as much for one payment as for a dozen.
 */
final class GatheredFinds implements AutoCloseable {
    private static final int MOST_AT_ONCE = 256;
    private static final int MOST_WAITING = 20_000;
    private static final int ASKERS = 2;
    private static final Duration IDLE = Duration.ofMillis(100);
    /** Longer than any question may take, asked again over another connection included. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private static final String FIND = "SELECT " + PaymentRow.COLUMNS + " FROM unnest(?, ?) AS k (m, t)"
            + " JOIN payment ON merchant_id = k.m AND transaction_id = k.t";

    private final Database database;
    private final BlockingQueue<Asked> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<Thread> askers;
    private volatile boolean closing;

    GatheredFinds(Database database) {
        this.database = database;
        this.askers = IntStream.range(0, ASKERS)
                .mapToObj(number -> Thread.ofPlatform()
                        .name("store-finder-" + number)
                        .daemon()
                        .unstarted(this::run))
                .toList();
    }

    void start() {
        askers.forEach(Thread::start);
    }

    /** One question and who waits for its answer. */
    private record Asked(PaymentKey key, CompletableFuture<Optional<PaymentRow>> answer) {}

    Optional<PaymentRow> find(PaymentKey key) throws SQLException {
        var asked = new Asked(key, new CompletableFuture<>());
        if (closing || !queue.offer(asked)) throw new SQLException(closing ? "closed" : "too many reads wait already");
        try {
            return asked.answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException sql
                    ? new SQLException(sql.getMessage(), sql.getSQLState(), sql)
                    : new SQLException("a read failed", e.getCause());
        } catch (TimeoutException e) {
            throw new SQLException("nobody answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while reading", e);
        }
    }

    private void run() {
        try {
            while (!closing || !queue.isEmpty()) answer(arrived());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        fail(drained(), new SQLException("closed"));
    }

    private List<Asked> arrived() throws InterruptedException {
        var first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) return List.of();
        var all = new ArrayList<>(List.of(first));
        queue.drainTo(all, MOST_AT_ONCE - 1);
        return all;
    }

    private List<Asked> drained() {
        var all = new ArrayList<Asked>();
        queue.drainTo(all);
        return all;
    }

    private void answer(List<Asked> all) {
        if (all.isEmpty()) return;
        try {
            var found = database.ask(statements ->
                    found(statements, all.stream().map(Asked::key).distinct().toList()));
            for (var asked : all) asked.answer.complete(Optional.ofNullable(found.get(asked.key)));
        } catch (SQLException | RuntimeException | Error e) {
            fail(all, e);
        }
    }

    private static void fail(List<Asked> all, Throwable e) {
        all.forEach(asked -> asked.answer.completeExceptionally(e));
    }

    private static Map<PaymentKey, PaymentRow> found(Statements statements, List<PaymentKey> keys) throws SQLException {
        var statement = Column.bind(
                statements.of(FIND),
                Column.text(keys, key -> key.merchant().text()),
                Column.text(keys, key -> key.transaction().text()));
        var found = new HashMap<PaymentKey, PaymentRow>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                var it = PaymentRow.read(row);
                found.put(new PaymentKey(new MerchantId(it.merchant()), new TransactionId(it.transaction())), it);
            }
        }
        return found;
    }

    /** Answers who waits already, within a bound. */
    @Override
    public void close() {
        closing = true;
        try {
            for (var asker : askers) if (!asker.join(CLOSING)) asker.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
