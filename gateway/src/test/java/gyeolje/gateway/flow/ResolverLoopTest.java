package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When the resolver looks. */
final class ResolverLoopTest {
    private static final int LOOKS = 50;

    /** A clock that writes down how long somebody waits, up to so many waits. */
    private static final class WatchedTime implements Time {
        private final HandTime time = new HandTime();
        private final List<Duration> waits = new ArrayList<>();
        private final CountDownLatch enough = new CountDownLatch(1);

        @Override
        public Instant instant() {
            return time.instant();
        }

        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public void sleep(Duration duration) {
            time.sleep(duration);
            waits.add(duration);
            if (waits.size() < LOOKS) return;
            enough.countDown();
            Thread.currentThread().interrupt();
        }
    }

    /** On one beat the gateway that is a moment ahead would take every doubt, and the other would never know one for long enough. */
    @Test
    void two_gateways_do_not_look_on_one_beat() throws InterruptedException {
        var time = new WatchedTime();
        var stage = new Stage(time);
        try (var loop = new ResolverLoop(stage.store, stage.resolver, time, Stage.PATIENCE)) {
            loop.start();
            assertTrue(time.enough.await(30, TimeUnit.SECONDS), "it looks again and again");
        }
        assertTrue(new HashSet<>(time.waits).size() > LOOKS / 2, () -> "each wait is another: " + time.waits);
        for (var wait : time.waits) assertTrue(wait.toMillis() >= 400 && wait.toMillis() <= 600, wait::toString);
    }
}
