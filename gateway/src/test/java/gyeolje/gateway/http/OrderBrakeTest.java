package gyeolje.gateway.http;

import static gyeolje.gateway.http.OrderBrake.ENOUGH;
import static gyeolje.gateway.http.OrderBrake.LEAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When new orders are refused because too many stand in a queue. */
final class OrderBrakeTest {
    private static final int MOST = 20_000;
    private static final Duration LATE = OrderBrake.LONGEST_WAIT.multipliedBy(2);

    private final AtomicLong clock = new AtomicLong(-1_000);
    private final OrderBrake brake = new OrderBrake(MOST, clock::get);

    private void enter(int orders) {
        for (int i = 0; i < orders; i++) assertTrue(brake.enter());
    }

    /** A while in which so many got to the end of a queue, none sooner than that. */
    private void whileOf(OrderBrake.Queue queue, Duration wait, int many) {
        queue.waited(wait, many - 1);
        clock.addAndGet(OrderBrake.WHILE.toNanos());
        queue.waited(wait, 1);
    }

    @Test
    void a_queue_that_stays_bounds_the_orders_by_how_much_too_long_it_is() {
        enter(10_000);
        whileOf(brake.processor(), LATE, ENOUGH);
        assertEquals(5_000, brake.bound());
        assertFalse(brake.enter());
        for (int i = 0; i < 5_001; i++) brake.leave();
        assertTrue(brake.enter());
        assertFalse(brake.enter());
    }

    @Test
    void a_thousand_are_never_refused() {
        enter(LEAST - 1);
        for (int i = 0; i < 10; i++) whileOf(brake.processor(), Duration.ofSeconds(3), ENOUGH);
        assertEquals(LEAST, brake.bound());
        assertTrue(brake.enter());
    }

    @Test
    void a_burst_whose_first_ones_did_not_wait_is_let_through() {
        enter(MOST);
        for (int i = 0; i < 1_000; i++) brake.processor().waited(Duration.ofMillis(i), 1);
        clock.addAndGet(OrderBrake.WHILE.toNanos());
        brake.processor().waited(Duration.ofSeconds(1), 1);
        assertEquals(MOST, brake.bound());
    }

    @Test
    void a_few_slow_requests_are_no_queue() {
        enter(MOST);
        whileOf(brake.processor(), Duration.ofSeconds(1), ENOUGH - 1);
        assertEquals(MOST, brake.bound());
    }

    @Test
    void it_is_released_little_by_little_when_neither_queue_stands_any_more() {
        enter(10_000);
        whileOf(brake.store(), LATE, ENOUGH);
        whileOf(brake.processor(), Duration.ZERO, ENOUGH);
        assertEquals(5_000, brake.bound(), "writes wait still");
        whileOf(brake.store(), Duration.ZERO, ENOUGH);
        assertTrue(brake.bound() > 5_000, "neither waits");
        for (int i = 0; i < 100; i++) whileOf(brake.processor(), Duration.ZERO, 1);
        assertEquals(MOST, brake.bound());
    }
}
