package gyeolje.gateway.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for the record to show something: another request, perhaps on another node, is about to write it. */
final class Waiting {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    /** What was waited for; empty when it did not show up in time. */
    static <T> Optional<T> until(Time time, Duration atMost, Supplier<Optional<T>> look) {
        long start = time.nanos();
        var pause = FIRST_PAUSE;
        while (true) {
            var seen = look.get();
            if (seen.isPresent() || time.nanos() - start >= atMost.toNanos()) return seen;
            time.sleep(pause);
            if (Thread.currentThread().isInterrupted()) return seen;
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private Waiting() {}
}
