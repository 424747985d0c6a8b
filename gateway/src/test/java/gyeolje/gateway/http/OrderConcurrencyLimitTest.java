package gyeolje.gateway.http;

import static gyeolje.gateway.http.OrderConcurrencyLimit.ENOUGH;
import static gyeolje.gateway.http.OrderConcurrencyLimit.LEAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When new orders are refused because too many stand in a queue. */
final class OrderConcurrencyLimitTest {
    private static final int MOST = 20_000;
    private static final Duration LATE = OrderConcurrencyLimit.LONGEST_WAIT.multipliedBy(2);

    private final AtomicLong clock = new AtomicLong(-1_000);
    private final OrderConcurrencyLimit limit = new OrderConcurrencyLimit(MOST, clock::get);

    private void enter(int orders) {
        for (int i = 0; i < orders; i++) assertTrue(limit.enter());
    }

    /** A while in which so many got to the end of a queue, none sooner than that. */
    private void whileOf(OrderConcurrencyLimit.Queue queue, Duration wait, int many) {
        queue.waited(wait, many - 1);
        clock.addAndGet(OrderConcurrencyLimit.WHILE.toNanos());
        queue.waited(wait, 1);
    }

    @Test
    void a_queue_that_stays_bounds_the_orders_by_how_much_too_long_it_is() {
        enter(10_000);
        whileOf(limit.processor(), LATE, ENOUGH);
        assertEquals(5_000, limit.bound());
        assertFalse(limit.enter());
        for (int i = 0; i < 5_001; i++) limit.leave();
        assertTrue(limit.enter());
        assertFalse(limit.enter());
    }

    @Test
    void a_thousand_are_never_refused() {
        enter(LEAST - 1);
        for (int i = 0; i < 10; i++) whileOf(limit.processor(), Duration.ofSeconds(3), ENOUGH);
        assertEquals(LEAST, limit.bound());
        assertTrue(limit.enter());
    }

    @Test
    void a_burst_whose_first_ones_did_not_wait_is_let_through() {
        enter(MOST);
        for (int i = 0; i < 1_000; i++) limit.processor().waited(Duration.ofMillis(i), 1);
        clock.addAndGet(OrderConcurrencyLimit.WHILE.toNanos());
        limit.processor().waited(Duration.ofSeconds(1), 1);
        assertEquals(MOST, limit.bound());
    }

    @Test
    void a_few_slow_requests_are_no_queue() {
        enter(MOST);
        whileOf(limit.processor(), Duration.ofSeconds(1), ENOUGH - 1);
        assertEquals(MOST, limit.bound());
    }

    @Test
    void it_is_released_little_by_little_when_neither_queue_stands_any_more() {
        enter(10_000);
        whileOf(limit.store(), LATE, ENOUGH);
        whileOf(limit.processor(), Duration.ZERO, ENOUGH);
        assertEquals(5_000, limit.bound(), "writes wait still");
        whileOf(limit.store(), Duration.ZERO, ENOUGH);
        assertTrue(limit.bound() > 5_000, "neither waits");
        for (int i = 0; i < 100; i++) whileOf(limit.processor(), Duration.ZERO, 1);
        assertEquals(MOST, limit.bound());
    }
}
