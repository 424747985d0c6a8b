package gyeolje.bench.load;

import gyeolje.bench.load.Work.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;

/**
 * What happened when, in windows of equal length: how long requests took by the moment at which they were due, everything else by the
 * moment at which it happened.
 */
public final class Timeline {
    private static final long LONGEST_MICROS = 120_000_000;

    private final Kind counted;
    private final long windowNanos;
    private final List<Window> windows = new ArrayList<>();
    private long start;

    /** One window. */
    private static final class Window {
        private final Histogram micros = new Histogram(LONGEST_MICROS, 2);
        private long succeeded;
        private long answered;
        private long refused;
        private long toldWhen;
        private long unsent;
    }

    /**
     * How a part of the time went.
     *
     * @param succeeded of the counted kind
     * @param answered with success, of any kind
     * @param refused answers that were no success
     * @param toldWhen of those, the ones that say when to come back
     * @param unsent requests that were due while every connection was busy
     */
    public record Span(
            long succeeded, long answered, long refused, long toldWhen, long unsent, double p50, double p99) {
        public long due() {
            return answered + refused + unsent;
        }
    }

    public Timeline(Kind counted, long windowNanos) {
        this.counted = counted;
        this.windowNanos = windowNanos;
    }

    void begin(long nanos) {
        start = nanos;
    }

    void unsent(long due) {
        at(due).unsent++;
    }

    void answered(Kind kind, Answer answer, long due, long now) {
        var window = at(now);
        if (!answer.isSuccess()) {
            window.refused++;
            if (answer.saysWhenToComeBack()) window.toldWhen++;
            return;
        }
        window.answered++;
        if (kind != counted) return;
        window.succeeded++;
        at(due).micros.recordValue(Math.min((now - due) / 1_000, LONGEST_MICROS));
    }

    private Window at(long nanos) {
        int index = (int) Math.max(0, (nanos - start) / windowNanos);
        while (windows.size() <= index) windows.add(new Window());
        return windows.get(index);
    }

    public int size() {
        return windows.size();
    }

    public double windowSeconds() {
        return windowNanos / 1e9;
    }

    /** The windows from one to before another. */
    public Span between(int from, int to) {
        var span = windows.subList(Math.min(from, size()), Math.min(to, size()));
        var micros = new Histogram(LONGEST_MICROS, 2);
        span.forEach(window -> micros.add(window.micros));
        return new Span(
                sum(span, it -> it.succeeded),
                sum(span, it -> it.answered),
                sum(span, it -> it.refused),
                sum(span, it -> it.toldWhen),
                sum(span, it -> it.unsent),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3);
    }

    private static long sum(List<Window> windows, ToLongFunction<Window> count) {
        return windows.stream().mapToLong(count).sum();
    }
}
