package gyeolje.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Limits;
import gyeolje.core.payment.PaymentStore.Placing;
import gyeolje.store.Command.Place;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How writes become batches, and batches follow each other. */
@Timeout(60)
final class WriterTest {
    private static final int CALLERS = 8;
    private static final int WRITES_EACH = 1_000;

    private final PaymentCodec codec = new PaymentCodec(new Sealer(Stage.KEY));
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Integer> prepared = new LinkedBlockingQueue<>();
    private final AtomicInteger preparing = new AtomicInteger();
    private final AtomicInteger mostPreparing = new AtomicInteger();

    @TempDir
    Path folder;

    /** Makes everything durable at once, or when it may. */
    private final class Pretending implements Session {
        private final Semaphore commits;

        Pretending(Semaphore commits) {
            this.commits = commits;
        }

        @Override
        public void begin() {
            mostPreparing.accumulateAndGet(preparing.incrementAndGet(), Math::max);
        }

        @Override
        public WorkingSet load(Needs needs) {
            return new WorkingSet();
        }

        @Override
        public void store(Changes changes) {
            preparing.decrementAndGet();
            prepared.add(changes.placed.size());
        }

        @Override
        public void commit() {
            commits.acquireUninterruptibly();
        }

        @Override
        public void rollback() {}

        @Override
        public void probe() {}

        @Override
        public void close() {}
    }

    private final class PretendingDatabase extends PassingDatabase {
        private final int sessions;
        private final Semaphore commits;

        PretendingDatabase(Database database, int sessions, Semaphore commits) {
            super(database);
            this.sessions = sessions;
            this.commits = commits;
        }

        @Override
        public int sessions() {
            return sessions;
        }

        @Override
        public Session openSession() {
            return new Pretending(commits);
        }
    }

    private Place order(int number) {
        var ordered = Samples.ordered(number, "A-" + number);
        return new Place(
                ordered,
                Limits.UNLIMITED,
                Samples.DAY,
                codec.row(ordered, 0, 0),
                JournalRow.placed(ordered.order(), 0));
    }

    /** What a test does with a writer. */
    @FunctionalInterface
    private interface Scene {
        void play(Writer writer) throws Exception;
    }

    private void withWriter(int sessions, Semaphore commits, Scene scene) throws Exception {
        var file = SqliteFile.open(folder.resolve("store.db"), StoreSettings.Role.GATEWAY);
        var settings = StoreSettings.of("sqlite:unused", Stage.KEY, InstantSource.system());
        try (var sqlite = SqliteDatabase.open(file, codec, 1, new SqliteRequests(1));
                var writer = new Writer(
                        new PretendingDatabase(sqlite, sessions, commits), settings, it -> sizes.add(it.size()))) {
            scene.play(writer);
        }
    }

    private static Semaphore unlimited() {
        return new Semaphore(Integer.MAX_VALUE);
    }

    @Test
    void while_writes_follow_each_other_a_commit_waits_a_moment_for_more() throws Exception {
        withWriter(1, unlimited(), writer -> {
            var orders = IntStream.range(0, CALLERS * WRITES_EACH)
                    .mapToObj(this::order)
                    .toList();
            long began = System.nanoTime();
            writeSideBySide(writer, orders);
            long moments = (System.nanoTime() - began) / Writer.COMPANY.toNanos() + 1;

            assertEquals(
                    CALLERS * WRITES_EACH,
                    sizes.stream().mapToInt(Integer::intValue).sum());
            long behindSeveral = IntStream.range(1, sizes.size())
                    .filter(it -> sizes.get(it - 1) > 1)
                    .count();
            assertTrue(behindSeveral > 0, "none followed a commit of several");
            assertTrue(behindSeveral <= moments, () -> behindSeveral + " commits in " + moments + " moments");
        });
    }

    @Test
    void while_a_commit_takes_its_time_the_next_batch_is_prepared_and_nobody_hears_before_its_own_commit()
            throws Exception {
        var commits = new Semaphore(0);
        withWriter(2, commits, writer -> {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var first = CompletableFuture.supplyAsync(() -> writer.write(order(1)), threads);
                assertEquals(1, prepared.take());
                var second = CompletableFuture.supplyAsync(() -> writer.write(order(2)), threads);
                assertEquals(1, prepared.take());
                assertFalse(first.isDone());
                assertFalse(second.isDone());
                commits.release(2);
                assertEquals(new Placing.Placed(), first.get());
                assertEquals(new Placing.Placed(), second.get());
            }
        });
    }

    @Test
    void sessions_prepare_one_after_the_other_so_that_a_batch_has_all_that_came() throws Exception {
        withWriter(3, unlimited(), writer -> {
            var orders = IntStream.range(0, CALLERS * WRITES_EACH)
                    .mapToObj(this::order)
                    .toList();
            writeSideBySide(writer, orders);
        });
        assertEquals(
                CALLERS * WRITES_EACH,
                sizes.stream().mapToInt(Integer::intValue).sum());
        assertEquals(1, mostPreparing.get());
    }

    private static void writeSideBySide(Writer writer, List<Place> orders) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                var own = orders.subList(caller * WRITES_EACH, (caller + 1) * WRITES_EACH);
                var _ = threads.submit(() -> own.forEach(writer::write));
            }
        }
    }
}
