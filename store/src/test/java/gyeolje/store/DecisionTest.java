package gyeolje.store;

import static gyeolje.store.Samples.DAY;
import static gyeolje.store.Samples.NOON;
import static gyeolje.store.Samples.TESTER;
import static gyeolje.store.Samples.ordered;
import static gyeolje.store.Samples.paying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Declined;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore.Advancing;
import gyeolje.core.payment.PaymentStore.Claiming;
import gyeolje.core.payment.PaymentStore.Placing;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.ResponseCode;
import gyeolje.store.Command.Claim;
import gyeolje.store.Command.Delay;
import gyeolje.store.Command.Move;
import gyeolje.store.Command.Place;
import gyeolje.store.Command.Release;
import gyeolje.store.Keys.LimitKey;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.WorkingSet.Head;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches are decided command by command, each against what the ones before it left. */
final class DecisionTest {
    private final WorkingSet known = new WorkingSet();
    private final Decision decision = new Decision(known);
    private final PaymentCodec codec = new PaymentCodec(new Sealer(Stage.KEY));

    private void limits(long day, long month, long guarantee) {
        known.limits.put(LimitKey.day(TESTER, DAY), day);
        known.limits.put(LimitKey.month(TESTER, DAY), month);
        known.limits.put(LimitKey.guarantee(TESTER), guarantee);
    }

    private Place place(Ordered ordered) {
        return place(ordered, Limits.UNLIMITED);
    }

    private Place place(Ordered ordered, Limits limits) {
        return new Place(ordered, limits, DAY, codec.row(ordered, 0, 0), JournalRow.placed(ordered.order(), 0));
    }

    private static Move move(Payment next, long version) {
        var key = PaymentKey.of(next.order());
        var journal = new JournalRow(key, version, 0, "event", "{}");
        return new Move(next, PaymentCodec.state(next, version, 0), journal);
    }

    private Claim claim(Ordered ordered, Limits limits) {
        var key = PaymentKey.of(ordered.order());
        known.heads.putIfAbsent(key, new Head(0, OptionalLong.empty()));
        known.current.putIfAbsent(key, new Stored(ordered, 0));
        return new Claim(key, Samples.payRequested(), limits, 0);
    }

    private static Release decline(Ordered ordered) {
        var declined = new Declined(ordered.order(), Samples.attempt(DAY), "8037", "no");
        return new Release(new Stored(paying(ordered), 1), DAY, move(declined, 2));
    }

    @Test
    void an_order_for_which_a_limit_has_no_room_is_not_recorded() {
        limits(9_500, 0, 0);
        var limits = new Limits(10_000, Limits.NONE, Limits.NONE);
        assertEquals(
                new Placing.OverLimit(ResponseCode.OVER_DAY_LIMIT), decision.place(place(ordered(1, "A-1"), limits)));
        assertTrue(decision.changes().placed.isEmpty());
    }

    @Test
    void identical_orders_in_one_batch_are_one_order() {
        var first = ordered(TESTER, 1, "A-1", 1_000, "same");
        assertEquals(new Placing.Placed(), decision.place(place(first)));
        assertEquals(
                new Placing.Identical(new Stored(first, 0)),
                decision.place(place(ordered(TESTER, 2, "A-1", 1_000, "same"))));
        assertEquals(1, decision.changes().placed.size());
        assertEquals(1, decision.changes().journal.size());
    }

    @Test
    void a_transaction_id_is_used_once_in_a_batch() {
        assertEquals(new Placing.Placed(), decision.place(place(ordered(1, "A-1"))));
        assertEquals(new Placing.IdTaken(), decision.place(place(ordered(TESTER, 1, "A-2", 1_000, "another"))));
    }

    @Test
    void a_live_order_is_said_before_an_identical_one() {
        limits(0, 0, 0);
        decision.place(place(ordered(1, "A-1")));
        decision.claim(claim(ordered(1, "A-1"), Limits.UNLIMITED));
        assertEquals(new Placing.OrderLive(), decision.place(place(ordered(1, "A-1"))));
    }

    @ParameterizedTest(name = "{0} of {3}, {1} of {4}, {2} of {5}: {6}")
    @CsvSource({
        // day, month, guarantee taken | their limits | what 1,000 won more meets
        "0, 0, 0, 1000, 1000, 1000, CLAIMED",
        "1, 0, 0, 1000, 1000, 1000, OVER_DAY_LIMIT",
        "0, 1, 0, 1000, 1000, 1000, OVER_MONTH_LIMIT",
        "0, 0, 1, 1000, 1000, 1000, OVER_GUARANTEE_LIMIT",
        "1, 1, 1, 1000, 1000, 1000, OVER_DAY_LIMIT",
        "9000, 9000, 9000, 10000, 10000, 10000, CLAIMED",
        "9001, 9000, 9000, 10000, 10000, 10000, OVER_DAY_LIMIT"
    })
    void limits_are_full_to_the_won(
            long day, long month, long guarantee, long mostDay, long mostMonth, long mostGuarantee, String expected) {
        limits(day, month, guarantee);
        var claiming = decision.claim(claim(ordered(1, "A-1"), new Limits(mostDay, mostMonth, mostGuarantee)));
        var said = switch (claiming) {
            case Claiming.Claimed _ -> "CLAIMED";
            case Claiming.OverLimit(ResponseCode which) -> which.name();
            case Claiming.OrderLive _, Claiming.Overtaken _, Claiming.Unknown _ -> "another";
        };
        assertEquals(expected, said);
        assertEquals(expected.equals("CLAIMED"), !decision.changes().limits.isEmpty());
    }

    @Test
    void claims_of_a_batch_share_the_limits() {
        limits(0, 0, 0);
        var limits = new Limits(1_999, Limits.NONE, Limits.NONE);
        assertInstanceOf(Claiming.Claimed.class, decision.claim(claim(ordered(1, "A-1"), limits)));
        assertInstanceOf(Claiming.OverLimit.class, decision.claim(claim(ordered(2, "A-2"), limits)));
        assertEquals(1_000, decision.changes().limits.get(LimitKey.day(TESTER, DAY)));
    }

    @Test
    void the_second_claim_of_a_batch_on_a_payment_hears_of_the_first() {
        limits(0, 0, 0);
        var first =
                assertInstanceOf(Claiming.Claimed.class, decision.claim(claim(ordered(1, "A-1"), Limits.UNLIMITED)));
        assertEquals(new Claiming.Overtaken(first.now()), decision.claim(claim(ordered(1, "A-1"), Limits.UNLIMITED)));
        assertEquals(1, decision.changes().journal.size());
    }

    @Test
    void what_a_batch_gives_back_it_can_take_again() {
        limits(1_000, 1_000, 1_000);
        var first = ordered(1, "A-1");
        var order = OrderKey.of(first.order());
        known.heads.put(PaymentKey.of(first.order()), new Head(1, OptionalLong.of(0)));
        known.claims.put(
                order,
                new ClaimRow(first.order().transaction(), DAY, first.order().amount()));
        var limits = new Limits(1_000, 1_000, 1_000);
        assertEquals(new Claiming.OrderLive(), decision.claim(claim(ordered(2, "A-1"), limits)));
        assertInstanceOf(Advancing.Advanced.class, decision.release(decline(first)));
        assertInstanceOf(Claiming.Claimed.class, decision.claim(claim(ordered(2, "A-1"), limits)));
        assertEquals(List.of(order), decision.changes().released);
        assertEquals(
                new ClaimRow(Samples.transaction(2), DAY, first.order().amount()),
                decision.changes().claimed.get(order));
        assertEquals(1_000, decision.changes().limits.get(LimitKey.guarantee(TESTER)));
    }

    @Test
    void a_delay_is_forgotten_when_the_payment_moves_on() {
        limits(1_000, 1_000, 1_000);
        var first = ordered(1, "A-1");
        var key = PaymentKey.of(first.order());
        known.heads.put(key, new Head(1, OptionalLong.of(5)));
        assertTrue(decision.delay(new Delay(key, 1, OptionalLong.of(5), NOON)));
        assertEquals(false, decision.delay(new Delay(key, 1, OptionalLong.of(5), NOON)));
        decision.release(decline(first));
        assertTrue(decision.changes().delayed.isEmpty());
        assertEquals(false, decision.delay(new Delay(key, 1, OptionalLong.empty(), NOON)));
    }
}
