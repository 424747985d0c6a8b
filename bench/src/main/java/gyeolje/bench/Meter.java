package gyeolje.bench;

import gyeolje.bench.Measurement.Costs;
import gyeolje.bench.child.Usage;
import java.io.IOException;
import java.util.Optional;

/** Reads what every process used, before and after. */
final class Meter {
    private static final double MEGABYTE = 1024.0 * 1024;

    private final Databases databases;
    private final ChildProcess measured;
    private final Optional<ChildProcess> acquirer;

    /** One reading. */
    private record Reading(long nanos, Usage measured, Usage acquirer, Usage load, Machine machine) {}

    private Reading before;

    Meter(Databases databases, ChildProcess measured, Optional<ChildProcess> acquirer)
            throws IOException, InterruptedException {
        this.databases = databases;
        this.measured = measured;
        this.acquirer = acquirer;
        this.before = read();
    }

    private Reading read() throws IOException, InterruptedException {
        var sandbox = acquirer.isPresent() ? acquirer.get().usage() : Usage.NONE;
        return new Reading(System.nanoTime(), measured.usage(), sandbox, Usage.now(), Machine.now(databases));
    }

    void begin() throws IOException, InterruptedException {
        before = read();
    }

    Costs end(long units) throws IOException, InterruptedException {
        var after = read();
        double count = Math.max(1, units);
        double each = 1e-3 / count;
        var used = after.measured.since(before.measured);
        long acquiring = after.acquirer.since(before.acquirer).cpuNanos();
        long loading = after.load.since(before.load).cpuNanos();
        var machine = after.machine.since(before.machine);
        double seconds = (after.nanos - before.nanos) / 1e9;
        double whole =
                (after.nanos - before.nanos) * (double) Runtime.getRuntime().availableProcessors();
        long ours = used.cpuNanos() + acquiring + loading + machine.databaseNanos();
        return new Costs(
                used.cpuNanos() * each,
                machine.databaseNanos() * each,
                acquiring * each,
                loading * each,
                machine.busyNanos() / whole,
                Math.max(0, machine.busyNanos() - ours) / whole,
                used.allocatedBytes() / count,
                used.allocatedBytes() / MEGABYTE / seconds,
                used.collections(),
                used.collectingMillis(),
                used.longestPauseMillis(),
                Math.round(used.heapBytes() / MEGABYTE),
                Math.round(used.keptHeapBytes() / MEGABYTE),
                Math.round(used.fullestHeapBytes() / MEGABYTE));
    }
}
