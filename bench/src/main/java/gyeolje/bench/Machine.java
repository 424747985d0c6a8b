package gyeolje.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the whole machine did: how busy it was, and how busy with the database. */
record Machine(long busyNanos, long databaseNanos) {
    private static final Path STAT = Path.of("/proc/stat");
    private static final long TICK_NANOS = 10_000_000;
    private static final int IDLE = 3;
    private static final int WAITING = 4;

    /** Zero where the system does not tell. */
    static Machine now(Databases databases) throws IOException {
        return new Machine(busy(), databases.cpuNanos());
    }

    private static long busy() throws IOException {
        if (!Files.isReadable(STAT)) return 0;
        var first = Files.readAllLines(STAT).getFirst();
        var ticks = Arrays.stream(first.substring("cpu".length()).strip().split(" +"))
                .mapToLong(Long::parseLong)
                .toArray();
        long all = 0;
        for (int i = 0; i < Math.min(ticks.length, 8); i++) if (i != IDLE && i != WAITING) all += ticks[i];
        return all * TICK_NANOS;
    }

    Machine since(Machine before) {
        return new Machine(busyNanos - before.busyNanos, Math.max(0, databaseNanos - before.databaseNanos));
    }
}
