package gyeolje.bench.stock;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Paid payments of many merchants over the last thirty days: copies of one that the store recorded, each with ids and times of its own. */
public final class Stock {

    private static final String SQLITE = "sqlite:";
    private static final Duration SPAN = Duration.ofDays(30);
    private static final int AT_ONCE = 4_000;
    private static final int WORKERS = 2;
    private static final long SAY_NANOS = 5_000_000_000L;

    private final long count;
    private final int merchants;
    private final Consumer<String> progress;
    private final Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(SPAN);
    private final LimitSums sums = new LimitSums();
    private final AtomicLong nextBatch = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong sayAt = new AtomicLong(System.nanoTime() + SAY_NANOS);
    private final long start = System.nanoTime();

    private Stock(long count, int merchants, Consumer<String> progress) {
        this.count = count;
        this.merchants = merchants;
        this.progress = progress;
    }

    /**
     * Makes a store of that many payments in an empty database.
     *
     * @param url as a gateway's configuration has it
     */
    public static void fill(String url, long count, int merchants, Consumer<String> progress)
            throws SQLException, InterruptedException {
        Model.record(url);
        new Stock(count, merchants, progress).fill(url);
    }

    private void fill(String url) throws SQLException, InterruptedException {
        if (url.startsWith(SQLITE)) {
            try (var shelf = new SqliteShelf(Path.of(url.substring(SQLITE.length())))) {
                fill(Model.read(shelf.connection()), shelf);
            }
        } else {
            try (var connection = DriverManager.getConnection(url);
                    var shelf = new PostgresShelf(url)) {
                fill(Model.read(connection), shelf);
            }
        }
    }

    private void fill(Model model, Shelf shelf) throws SQLException, InterruptedException {
        var running = new ArrayList<Future<Void>>();
        try (var executor = Executors.newFixedThreadPool(WORKERS)) {
            for (int i = 0; i < WORKERS; i++) running.add(executor.submit(worker(model, shelf)));
            for (var each : running) each.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
        shelf.add(sums);
        progress.accept("stored; now what a database does in quiet hours");
    }

    /** The batches are in the order of time, as their payments came. */
    private Callable<Void> worker(Model model, Shelf shelf) {
        return () -> {
            var resealer = model.resealer();
            while (true) {
                long from = nextBatch.getAndIncrement() * AT_ONCE;
                if (from >= count) return null;
                long to = Math.min(from + AT_ONCE, count);
                shelf.put(loads(model, resealer, from, to));
                say(stored.addAndGet(to - from));
            }
        };
    }

    private List<Shelf.Load> loads(Model model, Resealer resealer, long from, long to) {
        var loads = new ArrayList<Shelf.Load>();
        for (var table : model.tables()) loads.add(new Shelf.Load(table, new ArrayList<>()));
        for (long i = from; i < to; i++) {
            var payment = payment(i);
            sums.count(payment);
            for (var load : loads) load.rows().addAll(load.table().of(payment, resealer));
        }
        return loads;
    }

    /** The model is number 0 and another. */
    private Payment payment(long index) {
        long seconds = (long) ((double) index / count * SPAN.toSeconds());
        var at = first.plusSeconds(seconds).plusNanos(123_456_789);
        return Payment.of(index + 1, (int) (index % merchants), at);
    }

    private void say(long soFar) {
        long due = sayAt.get();
        long now = System.nanoTime();
        if (now < due || !sayAt.compareAndSet(due, now + SAY_NANOS)) return;
        double perSecond = soFar * 1e9 / (now - start);
        progress.accept(String.format(
                Locale.ROOT,
                "%,d of %,d payments, %,.0f a second, %.0f s left",
                soFar,
                count,
                perSecond,
                (count - soFar) / perSecond));
    }
}
