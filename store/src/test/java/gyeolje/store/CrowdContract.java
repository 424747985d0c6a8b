package gyeolje.store;

import static gyeolje.store.Samples.DAY;
import static gyeolje.store.Samples.TESTER;
import static gyeolje.store.Samples.ordered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Limits.Taken;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.PaymentStore.Advancing;
import gyeolje.core.payment.PaymentStore.Claiming;
import gyeolje.core.payment.PaymentStore.Placing;
import org.junit.jupiter.api.Test;

/** What holds when many callers write at once. */
abstract class CrowdContract extends StoreHarness {
    @Test
    void of_two_hundred_claims_of_one_order_number_one_gets_it() throws Exception {
        var seen = together(200, number -> placed(ordered(number, "A-1")));
        var outcomes = together(200, number -> claim(store, seen.get(number), Limits.UNLIMITED));
        assertEquals(
                1, outcomes.stream().filter(Claiming.Claimed.class::isInstance).count());
        assertEquals(
                199,
                outcomes.stream().filter(Claiming.OrderLive.class::isInstance).count());
        assertEquals(new Taken(1_000, 1_000, 1_000), store.taken(TESTER, DAY));
    }

    @Test
    void of_two_hundred_claims_of_one_payment_one_gets_it() throws Exception {
        var seen = placed(ordered(1, "A-1"));
        var outcomes = together(200, _ -> claim(store, seen, Limits.UNLIMITED));
        assertEquals(
                1, outcomes.stream().filter(Claiming.Claimed.class::isInstance).count());
        assertEquals(
                199,
                outcomes.stream().filter(Claiming.Overtaken.class::isInstance).count());
    }

    @Test
    void who_moves_a_payment_that_moved_on_hears_how_it_stands_and_the_others_move() throws Exception {
        var seen = together(60, number -> claimed(ordered(number, "A-" + number)));
        for (int i = 0; i < 60; i += 7) advanced(seen.get(i), new AcquirerDeclined("CC10", "no"));
        var outcomes = together(60, number -> pay(store, seen.get(number)));
        for (int i = 0; i < 60; i++) {
            var current = current(seen.get(i));
            var expected = i % 7 == 0 ? new Advancing.Overtaken(current) : new Advancing.Advanced(current);
            assertEquals(expected, outcomes.get(i));
            assertEquals(i % 7 == 0 ? "DECLINED" : "PAID", Payment.stateOf(current.payment()));
            assertEquals(2, current.version());
        }
        assertTrue(store.isWritable());
    }

    @Test
    void concurrent_claims_never_pass_a_limit_by_one_won() throws Exception {
        var limits = new Limits(10_500, Limits.NONE, Limits.NONE);
        var outcomes = together(100, number -> claim(store, placed(ordered(number, "A-" + number)), limits));
        assertEquals(
                10, outcomes.stream().filter(Claiming.Claimed.class::isInstance).count());
        assertEquals(new Taken(10_000, 10_000, 10_000), store.taken(TESTER, DAY));
    }

    @Test
    void a_hundred_identical_orders_at_once_are_one_order() throws Exception {
        var outcomes = together(100, number -> Samples.place(store, ordered(TESTER, number, "A-1", 1_000, "same")));
        assertEquals(
                1, outcomes.stream().filter(Placing.Placed.class::isInstance).count());
        assertEquals(
                1,
                outcomes.stream()
                        .filter(Placing.Identical.class::isInstance)
                        .distinct()
                        .count());
    }
}
