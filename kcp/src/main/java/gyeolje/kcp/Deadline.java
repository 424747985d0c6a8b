package gyeolje.kcp;

import java.time.Duration;

/** When a call must be over, on the clock that nobody can set. */
record Deadline(long startedNanos, Duration whole) {
    static Deadline in(Duration whole) {
        return new Deadline(System.nanoTime(), whole);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** Never negative. */
    Duration left() {
        var left = whole.minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
