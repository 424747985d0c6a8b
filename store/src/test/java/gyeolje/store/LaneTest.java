package gyeolje.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Limits;
import gyeolje.store.Command.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LaneTest {
    private static final int CALLERS = 8;
    private static final int WRITES_EACH = 1_000;

    private final PaymentCodec codec = new PaymentCodec(new Sealer(Stage.KEY));
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    /** Makes everything durable in no time. */
    private static final class Instantly implements Session {
        @Override
        public void begin() {}

        @Override
        public WorkingSet load(Needs needs) {
            return new WorkingSet();
        }

        @Override
        public void store(Changes changes) {}

        @Override
        public void commit() {}

        @Override
        public void rollback() {}

        @Override
        public void probe() {}

        @Override
        public void close() {}
    }

    private static final class InstantDatabase extends PassingDatabase {
        InstantDatabase(Database database) {
            super(database);
        }

        @Override
        public Session openSession() {
            return new Instantly();
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

    @Test
    void while_writes_follow_each_other_a_commit_waits_a_moment_for_more() throws Exception {
        var file = SqliteFile.open(folder.resolve("store.db"), StoreSettings.Role.GATEWAY);
        try (var database = new InstantDatabase(SqliteDatabase.open(file, codec, 1, new SqliteRequests(1)));
                var lane = new Lane("lane", database, 1_000, Duration.ofSeconds(10), it -> sizes.add(it.size()))) {
            lane.start();
            var orders = IntStream.range(0, CALLERS * WRITES_EACH)
                    .mapToObj(this::order)
                    .toList();
            long began = System.nanoTime();
            writeSideBySide(lane, orders);
            long moments = (System.nanoTime() - began) / Lane.COMPANY.toNanos() + 1;

            assertEquals(
                    CALLERS * WRITES_EACH,
                    sizes.stream().mapToInt(Integer::intValue).sum());
            long behindSeveral = IntStream.range(1, sizes.size())
                    .filter(it -> sizes.get(it - 1) > 1)
                    .count();
            assertTrue(behindSeveral > 0, "none followed a commit of several");
            assertTrue(behindSeveral <= moments, () -> behindSeveral + " commits in " + moments + " moments");
        }
    }

    private static void writeSideBySide(Lane lane, List<Place> orders) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                var own = orders.subList(caller * WRITES_EACH, (caller + 1) * WRITES_EACH);
                var _ = threads.submit(() -> own.forEach(lane::write));
            }
        }
    }
}
