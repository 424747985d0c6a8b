package gyeolje.bench;

import gyeolje.bench.load.Outcome;
import gyeolje.bench.load.Work.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One figure of a run.
 *
 * @param unit what is counted: orders, payments, cancels
 * @param offered requests a second that were sent whatever came back; 0: as fast as answers came
 */
record Measurement(
        String name,
        String unit,
        double perSecond,
        double seconds,
        double offered,
        List<Latency> latencies,
        Map<String, Integer> refused,
        Costs costs) {

    /** In milliseconds. */
    record Latency(String kind, double p50, double p99, double p999, double longest) {}

    /**
     * What one unit cost, and the machine meanwhile. In microseconds of CPU, over all cores.
     *
     * @param othersShare how much of the machine was busy with what does not belong to this run: above a few percent, repeat it
     * @param keptHeapMegabytes the most that a collection left
     */
    record Costs(
            double gatewayMicros,
            double databaseMicros,
            double acquirerMicros,
            double loadMicros,
            double machineShare,
            double othersShare,
            double allocatedBytes,
            double allocatedMegabytesPerSecond,
            long collections,
            long collectingMillis,
            long longestPauseMillis,
            long heapMegabytes,
            long keptHeapMegabytes,
            long fullestHeapMegabytes) {}

    static Measurement of(String name, Kind counted, Outcome outcome, double offered, Costs costs) {
        var latencies = new ArrayList<Latency>();
        for (var kind : Kind.values()) if (outcome.count(kind) > 0) latencies.add(latency(kind, outcome));
        return new Measurement(
                name,
                unit(counted),
                outcome.perSecond(counted),
                outcome.seconds(),
                offered,
                latencies,
                outcome.refused(),
                costs);
    }

    private static Latency latency(Kind kind, Outcome outcome) {
        return new Latency(
                name(kind),
                outcome.percentile(kind, 50),
                outcome.percentile(kind, 99),
                outcome.percentile(kind, 99.9),
                outcome.percentile(kind, 100));
    }

    private static String unit(Kind counted) {
        return switch (counted) {
            case ORDER -> "orders";
            case PAY -> "payments";
            case CANCEL -> "payments and cancels";
        };
    }

    /** Of one kind of request, if there were any. */
    Optional<Latency> latency(Kind kind) {
        var name = name(kind);
        return latencies.stream().filter(it -> it.kind().equals(name)).findFirst();
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    long refusals() {
        return refused.values().stream().mapToLong(Integer::longValue).sum();
    }
}
