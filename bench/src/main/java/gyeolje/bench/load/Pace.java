package gyeolje.bench.load;

/** When requests leave. */
sealed interface Pace {
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
     * At a constant rate, whatever the answers do: a request that had to wait for a connection counts from the moment it was due,
     * so that a stall is felt by everybody who would have felt it.
     */
    final class Constant implements Pace {
        private final long start;
        private final double nanosBetween;
        private long count;

        Constant(long start, double perSecond) {
            this.start = start;
            this.nanosBetween = 1e9 / perSecond;
        }

        @Override
        public long next(long now) {
            return start + (long) (count * nanosBetween);
        }

        @Override
        public void left() {
            count++;
        }
    }
}
