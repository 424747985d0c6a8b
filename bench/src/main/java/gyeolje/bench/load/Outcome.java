package gyeolje.bench.load;

import gyeolje.bench.load.Work.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What a generator saw: how many answers of each kind, how long each took, and what was refused. */
public final class Outcome {
    private static final long LONGEST_MICROS = 120_000_000;

    private final Map<Kind, Histogram> micros = new EnumMap<>(Kind.class);
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Optional<Timeline> timeline;
    private long nanos;

    /** With a timeline, a request that finds no free connection is given up. */
    Outcome(Optional<Timeline> timeline) {
        this.timeline = timeline;
    }

    void answered(Kind kind, Answer answer, long due, long now) {
        timeline.ifPresent(it -> it.answered(kind, answer, due, now));
        if (answer.isSuccess()) histogram(kind).recordValue(Math.min((now - due) / 1_000, LONGEST_MICROS));
        else refused.merge(answer.text(), 1, Integer::sum);
    }

    /** Whether requests that are due wait for a connection. */
    boolean waits() {
        return timeline.isEmpty();
    }

    /** Whether the request that was due then is not to be waited for. */
    boolean gaveUp(long due) {
        timeline.ifPresent(it -> it.unsent(due));
        return timeline.isPresent();
    }

    /** How long requests were sent: what came back afterwards was asked for in that time. */
    void lasted(long sending) {
        nanos = sending;
    }

    private Histogram histogram(Kind kind) {
        return micros.computeIfAbsent(kind, _ -> new Histogram(LONGEST_MICROS, 3));
    }

    public long count(Kind kind) {
        return histogram(kind).getTotalCount();
    }

    public double perSecond(Kind kind) {
        return count(kind) * 1e9 / Math.max(1, nanos);
    }

    public double seconds() {
        return nanos / 1e9;
    }

    /** In milliseconds. */
    public double percentile(Kind kind, double percentile) {
        return histogram(kind).getValueAtPercentile(percentile) / 1e3;
    }

    /** The answers that were no success, and how often each came. */
    public Map<String, Integer> refused() {
        return refused;
    }

    public long refusals() {
        return refused.values().stream().mapToLong(Integer::longValue).sum();
    }
}
