package gyeolje.proof.world;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a condition, generously: a slow machine makes a test slow, not red. */
public final class Until {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(50);

    public static void holds(String what, Callable<Boolean> condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - start > PATIENCE.toNanos())
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            Thread.sleep(LOOK);
        }
    }

    private Until() {}
}
