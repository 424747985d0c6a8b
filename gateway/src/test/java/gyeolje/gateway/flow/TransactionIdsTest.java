package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.value.TransactionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Ids that nobody draws twice. */
final class TransactionIdsTest {
    private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");

    @Test
    void an_id_begins_with_the_second_in_seoul() {
        var id = new TransactionIds(() -> NOON).get().text();
        assertTrue(id.matches("20260401120000KK[0-9A-Z]{4}"), id);
        assertTrue(new TransactionIds(() -> Instant.parse("2026-12-31T15:00:00Z"))
                .get()
                .text()
                .startsWith("20270101000000KK"));
    }

    @Test
    void two_hundred_thousand_draws_by_many_threads_differ() throws InterruptedException {
        var ids = new TransactionIds(() -> NOON);
        var drawn = ConcurrentHashMap.<TransactionId>newKeySet();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 20; i++)
            threads.add(Thread.startVirtualThread(() -> {
                for (int n = 0; n < 10_000; n++) drawn.add(ids.get());
            }));
        for (var thread : threads) thread.join();
        assertEquals(200_000, drawn.size());
    }

    @Test
    void a_clock_set_back_repeats_nothing() {
        var now = new AtomicReference<>(NOON);
        var ids = new TransactionIds(now::get);
        var drawn = new HashSet<TransactionId>();
        for (int i = 0; i < 20_000; i++) {
            drawn.add(ids.get());
            now.set(i % 3 == 0 ? NOON.minusSeconds(i) : NOON.plusSeconds(i / 1_000));
        }
        assertEquals(20_000, drawn.size());
    }

    @Test
    void more_draws_than_a_second_has_ids_go_on_in_the_next() {
        var ids = new TransactionIds(() -> NOON);
        int space = 36 * 36 * 36 * 36;
        for (int i = 0; i < space; i++) ids.get();
        assertTrue(ids.get().text().startsWith("20260401120001KK"));
    }
}
