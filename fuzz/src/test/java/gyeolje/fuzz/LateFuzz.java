package gyeolje.fuzz;

import java.time.Duration;

/** A target with a mistake that takes its time to show: the fuzzer's share of a processor is long used up. */
public final class LateFuzz {
    private static final Duration LATE = Duration.ofSeconds(4);

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 2) return;
        long began = System.nanoTime();
        while (System.nanoTime() - began < LATE.toNanos()) Thread.onSpinWait();
        throw new IllegalStateException("late");
    }

    private LateFuzz() {}
}
