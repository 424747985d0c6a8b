package gyeolje.bench;

import java.io.PrintWriter;
import java.util.Locale;

/** The results for people. */
final class Table {
    private final PrintWriter out;

    Table(PrintWriter out) {
        this.out = out;
    }

    void print(Results results) {
        var where = results.circumstances();
        out.println();
        line(
                "%s; %d connections, %.1f s a figure, %d merchants",
                where.store(), where.connections(), where.seconds(), where.merchants());
        line(
                "%d cores, %d GiB, %s, Java %s; gateway, acquirer, database and load generator share them; %s",
                where.cores(), where.memoryGibibytes(), where.system(), where.java(), where.date());
        out.println();
        throughput(results);
        costs(results);
        for (var ratio : results.ratios()) line("%-60s %6.2f", ratio.words(), ratio.value());
        added(results);
        for (var overload : results.overloads()) overload(overload);
        refusals(results);
        out.flush();
    }

    private void throughput(Results results) {
        line("%-32s %10s %9s %9s %9s %9s", "", "a second", "p50 ms", "p99 ms", "p99.9 ms", "max ms");
        for (var it : results.measurements()) {
            line("%-32s %10.0f", it.name(), it.perSecond());
            for (var latency : it.latencies())
                line(
                        "%-32s %10s %9.2f %9.2f %9.2f %9.1f",
                        "    " + latency.kind(), "", latency.p50(), latency.p99(), latency.p999(), latency.longest());
        }
        out.println();
    }

    private void costs(Results results) {
        line(
                "CPU in microseconds for each; allocation, collections and heap (at the end/left by a collection/at most) of the measured process");
        line(
                "%-32s %8s %8s %8s %8s %8s %7s %9s %8s %9s %9s %8s",
                "",
                "process",
                "database",
                "acquirer",
                "load",
                "machine",
                "others",
                "KiB each",
                "MiB/s",
                "GC",
                "longest",
                "heap");
        for (var it : results.measurements()) {
            var costs = it.costs();
            line(
                    "%-32s %8.1f %8.1f %8.1f %8.1f %7.0f%% %6.0f%% %9.1f %8.0f %4d/%3dms %7dms %5d/%d/%dMiB",
                    it.name(),
                    costs.gatewayMicros(),
                    costs.databaseMicros(),
                    costs.acquirerMicros(),
                    costs.loadMicros(),
                    costs.machineShare() * 100,
                    costs.othersShare() * 100,
                    costs.allocatedBytes() / 1024,
                    costs.allocatedMegabytesPerSecond(),
                    costs.collections(),
                    costs.collectingMillis(),
                    costs.longestPauseMillis(),
                    costs.heapMegabytes(),
                    costs.keptHeapMegabytes(),
                    costs.fullestHeapMegabytes());
        }
        out.println();
    }

    private void added(Results results) {
        if (results.added().isEmpty()) return;
        out.println();
        line("added by the gateway, with loopback, generator and what the acquirer look-alike computes itself");
        line("%-48s %9s %9s", "", "p50 ms", "p99 ms");
        for (var it : results.added()) line("%-48s %9.2f %9.2f", it.words(), it.p50(), it.p99());
    }

    private void overload(Overload it) {
        out.println();
        line(
                "%s, twice the capacity of %.0f a second offered, at most %d requests under way",
                it.name(), it.capacity(), it.inFlight());
        line("    goodput %.0f a second, %.0f %% of capacity", it.goodput(), it.goodputShare() * 100);
        line(
                "    p99 of what was accepted %.1f ms, %.1f times the %.1f ms at half the capacity",
                it.during().p99(), it.timesNormal(), it.before().p99());
        line(
                "    refused %.1f %% of what was due, %.0f %% of those told when to come back; not even sent %.1f %%",
                it.refusedShare() * 100, it.toldWhenShare() * 100, it.unsentShare() * 100);
        if (it.recoverySeconds().isPresent())
            line(
                    "    as quick as before %.1f s after the overload",
                    it.recoverySeconds().getAsDouble());
        else line("    not as quick as before while it was watched after the overload");
    }

    private void refusals(Results results) {
        for (var it : results.measurements())
            it.refused().forEach((answer, times) -> line("refused in %s, %d times: %s", it.name(), times, answer));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
