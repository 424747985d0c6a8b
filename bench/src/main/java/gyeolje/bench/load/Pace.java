package gyeolje.bench.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** When requests leave. */
public sealed interface Pace {
    /** A rate and how long it is kept up. */
    record Step(double perSecond, long nanos) {}

    /** The moment for which the next request is due; after `now` when it is not due yet. */
    long next(long now);

    /** A request left. */
    void left();

    /** As soon as a connection is free: what a system can do at most. */
    record Free() implements Pace {
        @Override
        public long next(long now) {
            return now;
        }

        @Override
        public void left() {}
    }

    /**
     * At one rate after the other, whatever the answers do: a request that had to wait for a connection counts from the moment it
     * was due, so that a stall is felt by everybody who would have felt it.
     */
    final class Steps implements Pace {
        private final Deque<Step> left;
        private Step step;
        private long since;
        private long count;

        Steps(long start, List<Step> steps) {
            left = new ArrayDeque<>(steps);
            step = left.remove();
            since = start;
        }

        @Override
        public long next(long now) {
            return since + (long) (count * 1e9 / step.perSecond());
        }

        @Override
        public void left() {
            count++;
            if (left.isEmpty() || next(0) - since < step.nanos()) return;
            since += step.nanos();
            step = left.remove();
            count = 0;
        }
    }
}
