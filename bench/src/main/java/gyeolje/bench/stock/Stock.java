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

/**
 * Payments of many merchants over the last thirty days, and orders that nobody paid: copies of those that the store recorded, each with
 * ids and times of its own.
 */
public final class Stock {
    private static final String SQLITE = "sqlite:";
    private static final Duration SPAN = Duration.ofDays(30);
    private static final int AT_ONCE = 4_000;
    /** So many are paid for one order that is not. */
    private static final int PAID_EACH = 8;

    private static final int MODELS = 2;
    private static final int WORKERS = 2;
    private static final long SAY_NANOS = 5_000_000_000L;

    private final long paid;
    private final long all;
    private final int merchants;
    private final Consumer<String> progress;
    private final Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(SPAN);
    private final LimitSums sums = new LimitSums();
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong sayAt = new AtomicLong(System.nanoTime() + SAY_NANOS);
    private final long start = System.nanoTime();

    private Stock(long paid, int merchants, Consumer<String> progress) {
        this.paid = paid;
        this.all = paid + paid / PAID_EACH;
        this.merchants = merchants;
        this.progress = progress;
    }

    /**
     * Makes a store of that many payments in an empty database, and an eighth as many orders that were never paid.
     *
     * @param url as a gateway's configuration has it
     */
    public static void fill(String url, long paid, int merchants, Consumer<String> progress)
            throws SQLException, InterruptedException {
        Model.record(url);
        new Stock(paid, merchants, progress).fill(url);
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

    /**
     * What is unpaid comes last: it takes less room than a payment, and a database that has lived has put such rows wherever they fit.
     * Otherwise each order that comes afterwards would go to another old page.
     */
    private void fill(Model model, Shelf shelf) throws SQLException, InterruptedException {
        put(model, model.paid(), shelf, 0, paid);
        shelf.add(sums);
        progress.accept("payments stored; now what a database does in quiet hours");
        shelf.settle();
        put(model, model.unpaid(), shelf, paid, all);
        progress.accept("unpaid orders stored; now what a database does in quiet hours");
    }

    private void put(Model model, List<Model.Rows> tables, Shelf shelf, long from, long to)
            throws SQLException, InterruptedException {
        var next = new AtomicLong(from);
        var running = new ArrayList<Future<Void>>();
        try (var executor = Executors.newFixedThreadPool(WORKERS)) {
            for (int i = 0; i < WORKERS; i++)
                running.add(executor.submit(worker(tables, model.resealer(), shelf, next, to)));
            for (var each : running) each.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The batches are in the order of time, as their payments came. */
    private Callable<Void> worker(List<Model.Rows> tables, Resealer resealer, Shelf shelf, AtomicLong next, long end) {
        return () -> {
            while (true) {
                long from = next.getAndAdd(AT_ONCE);
                if (from >= end) return null;
                long to = Math.min(from + AT_ONCE, end);
                shelf.put(loads(tables, resealer, from, to));
                say(stored.addAndGet(to - from));
            }
        };
    }

    private List<Shelf.Load> loads(List<Model.Rows> tables, Resealer resealer, long from, long to) {
        var loads = new ArrayList<Shelf.Load>();
        for (var table : tables) loads.add(new Shelf.Load(table, new ArrayList<>()));
        for (long i = from; i < to; i++) {
            var payment = payment(i);
            if (i < paid) sums.count(payment);
            for (var load : loads) load.rows().addAll(load.table().of(payment, resealer));
        }
        return loads;
    }

    private Payment payment(long index) {
        long seconds = (long) ((double) index / all * SPAN.toSeconds());
        var at = first.plusSeconds(seconds).plusNanos(123_456_789);
        return Payment.of(index + MODELS, (int) (index % merchants), at);
    }

    private void say(long soFar) {
        long due = sayAt.get();
        long now = System.nanoTime();
        if (now < due || !sayAt.compareAndSet(due, now + SAY_NANOS)) return;
        double perSecond = soFar * 1e9 / (now - start);
        progress.accept(String.format(
                Locale.ROOT,
                "%,d of %,d, %,.0f a second, %.0f s left",
                soFar,
                all,
                perSecond,
                (all - soFar) / perSecond));
    }
}
