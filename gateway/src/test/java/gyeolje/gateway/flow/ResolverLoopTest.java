package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Acquirer.Finding;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Payment;
import gyeolje.core.value.TransactionId;
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
    /** Fewer than fill the time for which a doubt is handed out. */
    private static final int LOOKS = 20;

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

    /** Four calls that hang are no reason to ask the store fifty times a second what else there is. */
    @Test
    void while_the_young_are_looked_at_it_does_not_hurry() throws InterruptedException {
        var time = new WatchedTime();
        var stage = new Stage(time);
        var over = new CountDownLatch(1);
        var asked = new CountDownLatch(4);
        stage.acquirer.inquiring = () -> {
            asked.countDown();
            awaitQuietly(over);
            return new Finding.Unanswered("silence");
        };
        for (int i = 1; i <= 4; i++) {
            var doubt = new Doubt(Doubt.Reason.NO_ANSWER, new Trace.Unknown(), HandTime.NOON);
            var id = new TransactionId("20260401120000KK000" + i);
            stage.store.put(new Payment.Voiding(Stage.order(id), Stage.attempt(), doubt, HandTime.NOON));
        }
        try (var loop = new ResolverLoop(stage.store, stage.resolver, time, Stage.PATIENCE)) {
            loop.start();
            assertTrue(time.enough.await(30, TimeUnit.SECONDS), "it looks again and again");
            assertTrue(asked.await(30, TimeUnit.SECONDS), "all four are looked at");
        } finally {
            over.countDown();
        }
        assertEquals(
                1, time.waits.stream().filter(wait -> wait.toMillis() < 400).count(), time.waits::toString);
    }

    private static void awaitQuietly(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
