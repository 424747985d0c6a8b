package gyeolje.bench;

import gyeolje.bench.load.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What became of a gateway that was offered twice its capacity, after a while at half of it and before another. Rates are a second,
 * latencies in milliseconds, of what was accepted.
 *
 * @param capacity measured before
 * @param offered what was due, whether or not it was sent
 * @param goodput what succeeded
 * @param refusedShare of what was offered
 * @param toldWhenShare of what was refused: said when to come back
 * @param unsentShare of what was offered: due while the generator had as many requests under way as it may have
 * @param recoverySeconds from the end of the overload until the half of the requests were answered within the p99 of before for a
 *     second; empty: not while it was watched
 */
record Overload(
        String name,
        double capacity,
        double offered,
        double goodput,
        Quantiles before,
        Quantiles during,
        double refusedShare,
        double toldWhenShare,
        double unsentShare,
        int inFlight,
        OptionalDouble recoverySeconds,
        List<Moment> timeline) {
    /** In milliseconds. */
    record Quantiles(double p50, double p99) {
        static Quantiles of(Timeline.Span span) {
            return new Quantiles(span.p50(), span.p99());
        }
    }

    /** A part of the timeline. */
    record Moment(
            double seconds,
            double perSecond,
            double refusedPerSecond,
            double unsentPerSecond,
            double p50,
            double p99) {}

    static Overload of(
            String name, double capacity, double offered, int inFlight, Timeline timeline, int from, int to) {
        var before = timeline.between(from / 4, from);
        var during = timeline.between(from, to);
        double seconds = (to - from) * timeline.windowSeconds();
        double due = Math.max(1, during.due());
        return new Overload(
                name,
                capacity,
                offered,
                during.succeeded() / seconds,
                Quantiles.of(before),
                Quantiles.of(during),
                during.refused() / due,
                during.toldWhen() / (double) Math.max(1, during.refused()),
                during.unsent() / due,
                inFlight,
                recovery(timeline, to, before.p99()),
                moments(timeline));
    }

    private static OptionalDouble recovery(Timeline timeline, int end, double normal) {
        int second = (int) Math.ceil(1 / timeline.windowSeconds());
        for (int from = end; from + second <= timeline.size(); from++) {
            int first = from;
            boolean calm = IntStream.range(first, first + second)
                    .allMatch(it -> timeline.between(it, it + 1).p50() <= normal);
            if (calm) return OptionalDouble.of((from - end) * timeline.windowSeconds());
        }
        return OptionalDouble.empty();
    }

    private static List<Moment> moments(Timeline timeline) {
        var moments = new ArrayList<Moment>();
        double seconds = timeline.windowSeconds();
        for (int i = 0; i < timeline.size(); i++) {
            var span = timeline.between(i, i + 1);
            moments.add(new Moment(
                    i * seconds,
                    span.succeeded() / seconds,
                    span.refused() / seconds,
                    span.unsent() / seconds,
                    span.p50(),
                    span.p99()));
        }
        return moments;
    }

    double goodputShare() {
        return goodput / capacity;
    }

    double timesNormal() {
        return during.p99() / before.p99();
    }
}
