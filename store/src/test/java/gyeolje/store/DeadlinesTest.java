package gyeolje.store;

import static gyeolje.store.Samples.ordered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.StoreException;
import gyeolje.store.Keys.PaymentKey;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That nobody waits for a write for longer than he is patient, whatever the writer does. */
@Timeout(20)
final class DeadlinesTest {
    private final Deadlines deadlines = new Deadlines("deadlines-of-a-test", Duration.ofMillis(100));

    @BeforeEach
    void start() {
        deadlines.start();
    }

    @AfterEach
    void close() {
        deadlines.close();
    }

    private Ticket<Boolean> offered() {
        var key = PaymentKey.of(ordered(1, "A-1").order());
        var ticket = new Ticket<>(new Command.Delay(key, 0, OptionalLong.empty(), Samples.NOON), deadlines.next());
        deadlines.watch(ticket);
        return ticket;
    }

    private static StoreException refusal(Ticket<?> ticket) {
        return assertThrows(StoreException.class, ticket::await);
    }

    @Test
    void a_write_that_was_not_begun_is_refused_and_not_begun_any_more() {
        var ticket = offered();
        assertTrue(refusal(ticket).isRefused());
        assertFalse(ticket.take());
    }

    @Test
    void of_a_write_that_hangs_nobody_knows_whether_it_happens() {
        var ticket = offered();
        assertTrue(ticket.take());
        assertFalse(refusal(ticket).isRefused());
    }

    @Test
    void who_has_been_answered_does_not_keep_the_next_from_being_heard() {
        var failed = offered();
        failed.fail(StoreException.refused("the store is full", new IllegalStateException()));
        var next = offered();
        assertEquals("the store is full", refusal(failed).getMessage());
        assertEquals("the store did not write in time", refusal(next).getMessage());
    }

    @Test
    void who_comes_while_the_store_closes_is_ended_too() {
        deadlines.close();
        assertTrue(refusal(offered()).isRefused());
    }
}
