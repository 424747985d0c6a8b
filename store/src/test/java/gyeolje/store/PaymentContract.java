package gyeolje.store;

import static gyeolje.store.Samples.CANCELLATION;
import static gyeolje.store.Samples.DAY;
import static gyeolje.store.Samples.MONEY;
import static gyeolje.store.Samples.NOON;
import static gyeolje.store.Samples.SEOUL_NOON;
import static gyeolje.store.Samples.SILENCE;
import static gyeolje.store.Samples.TESTER;
import static gyeolje.store.Samples.TNO;
import static gyeolje.store.Samples.ordered;
import static gyeolje.store.Samples.payRequested;
import static gyeolje.store.Samples.paying;
import static gyeolje.store.Samples.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.ApprovalFound;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.CancelRequested;
import gyeolje.core.payment.Event.NetCancelled;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Limits.Taken;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.PaymentStore.Advancing;
import gyeolje.core.payment.PaymentStore.Claiming;
import gyeolje.core.payment.PaymentStore.Placing;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.ResponseCode;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.Won;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What becomes of one payment, step by step. */
abstract class PaymentContract extends StoreHarness {
    @Test
    void a_placed_order_is_found_as_it_was_placed() {
        var ordered = ordered(1, "A-1");
        placed(ordered);
        assertEquals(new Stored(ordered, 0), store.find(TESTER, transaction(1)).orElseThrow());
    }

    @Test
    void an_order_is_found_by_its_own_merchant_only() {
        placed(ordered(1, "A-1"));
        assertTrue(store.find(new MerchantId("other"), transaction(1)).isEmpty());
        assertTrue(store.find(TESTER, transaction(2)).isEmpty());
    }

    @Test
    void the_identical_order_is_answered_with_the_earlier_one() {
        var earlier = placed(ordered(TESTER, 1, "A-1", 1_000, "same"));
        assertEquals(new Placing.Identical(earlier), Samples.place(store, ordered(TESTER, 2, "A-1", 1_000, "same")));
        assertEquals(
                new Placing.Identical(earlier),
                store.preview(
                        TESTER, new OrderNumber("A-1"), Fingerprint.of("20260401120000", Digests.sha256("same"))));
        assertTrue(store.find(TESTER, transaction(2)).isEmpty());
    }

    @Test
    void another_request_for_an_unpaid_order_number_is_a_new_attempt() {
        placed(ordered(1, "A-1"));
        assertEquals(
                new Placing.Placed(),
                store.preview(
                        TESTER, new OrderNumber("A-1"), Fingerprint.of("20260401120000", Digests.sha256("request 2"))));
        placed(ordered(2, "A-1"));
    }

    @Test
    void a_used_transaction_id_is_taken_whoever_used_it() {
        placed(ordered(1, "A-1"));
        assertEquals(new Placing.IdTaken(), Samples.place(store, ordered(TESTER, 1, "A-2", 1_000, "another")));
        assertEquals(
                new Placing.IdTaken(),
                Samples.place(store, ordered(new MerchantId("other"), 1, "A-1", 1_000, "another")));
    }

    @Test
    void an_order_number_with_a_live_payment_takes_no_new_order() {
        claimed(ordered(1, "A-1"));
        assertEquals(new Placing.OrderLive(), Samples.place(store, ordered(2, "A-1")));
        assertEquals(new Placing.OrderLive(), Samples.place(store, ordered(1, "A-1")));
        assertEquals(
                new Placing.OrderLive(),
                store.preview(
                        TESTER, new OrderNumber("A-1"), Fingerprint.of("20260401120000", Digests.sha256("request 1"))));
        placed(ordered(new MerchantId("other"), 3, "A-1", 1_000, "other"));
    }

    @Test
    void a_claim_moves_to_paying_and_takes_the_limits() {
        var claimed = claimed(ordered(1, "A-1"));
        assertEquals(1, claimed.version());
        assertInstanceOf(Payment.Paying.class, claimed.payment());
        assertEquals(claimed, current(claimed));
        assertEquals(new Taken(1_000, 1_000, 1_000), store.taken(TESTER, DAY));
        assertEquals(new Taken(0, 1_000, 1_000), store.taken(TESTER, LocalDate.of(2026, 4, 2)));
        assertEquals(new Taken(0, 0, 1_000), store.taken(TESTER, LocalDate.of(2026, 5, 1)));
        assertEquals(Taken.NOTHING, store.taken(new MerchantId("other"), DAY));
    }

    @Test
    void an_order_for_which_the_limits_have_no_room_is_not_recorded_and_takes_nothing() {
        claimed(ordered(1, "A-1"));
        var none = Limits.NONE;
        assertEquals(
                new Placing.OverLimit(ResponseCode.OVER_DAY_LIMIT),
                store.place(ordered(2, "A-2"), new Limits(1_999, none, none), DAY));
        assertEquals(
                new Placing.OverLimit(ResponseCode.OVER_GUARANTEE_LIMIT),
                store.place(ordered(2, "A-2"), new Limits(none, none, 1_999), DAY.plusYears(1)));
        assertTrue(store.find(TESTER, transaction(2)).isEmpty());
        assertEquals(new Placing.Placed(), store.place(ordered(2, "A-2"), new Limits(2_000, 2_000, 2_000), DAY));
        assertEquals(new Placing.Placed(), store.place(ordered(3, "A-3"), new Limits(2_000, 2_000, 2_000), DAY));
        assertEquals(new Taken(1_000, 1_000, 1_000), store.taken(TESTER, DAY));
    }

    @Test
    void a_repeated_order_is_the_same_order_though_the_limits_have_no_room_any_more() {
        var earlier = placed(ordered(TESTER, 1, "A-1", 1_000, "same"));
        assertEquals(
                new Placing.Identical(earlier),
                store.place(ordered(TESTER, 2, "A-1", 1_000, "same"), new Limits(0, 0, 0), DAY));
    }

    @Test
    void a_claim_on_a_payment_that_moved_on_hears_how_it_stands() {
        var seen = placed(ordered(1, "A-1"));
        var claimed = claimed(seen);
        assertEquals(new Claiming.Overtaken(claimed), claim(store, seen, Limits.UNLIMITED));
        var paid = advanced(claimed, new AcquirerApproved(MONEY));
        assertEquals(new Claiming.Overtaken(paid), claim(store, seen, Limits.UNLIMITED));
        assertEquals(new Taken(1_000, 1_000, 1_000), store.taken(TESTER, DAY));
    }

    @Test
    void a_claim_on_the_payment_of_another_merchant_or_of_nobody_is_about_nothing() {
        var seen = placed(ordered(1, "A-1"));
        var id = seen.payment().order().transaction();
        var another = new MerchantId("another");
        assertEquals(new Claiming.Unknown(), store.claim(another, id, payRequested(), Limits.UNLIMITED));
        assertEquals(
                new Claiming.Unknown(), store.claim(TESTER, Samples.transaction(9), payRequested(), Limits.UNLIMITED));
        assertEquals(seen, current(seen));
        assertEquals(new Taken(0, 0, 0), store.taken(another, DAY));
    }

    @Test
    void a_claim_on_an_order_number_that_another_attempt_holds_is_refused() {
        var first = placed(ordered(1, "A-1"));
        var second = placed(ordered(2, "A-1"));
        claimed(first);
        assertEquals(new Claiming.OrderLive(), claim(store, second, Limits.UNLIMITED));
        assertEquals(second, current(second));
    }

    @Test
    void a_claim_over_a_limit_names_the_limit_and_takes_nothing() {
        claimed(ordered(1, "A-1"));
        var seen = placed(ordered(2, "A-2"));
        var none = Limits.NONE;
        assertEquals(new Claiming.OverLimit(ResponseCode.OVER_DAY_LIMIT), claim(store, seen, new Limits(1_999, 0, 0)));
        assertEquals(
                new Claiming.OverLimit(ResponseCode.OVER_MONTH_LIMIT), claim(store, seen, new Limits(none, 1_999, 0)));
        assertEquals(
                new Claiming.OverLimit(ResponseCode.OVER_GUARANTEE_LIMIT),
                claim(store, seen, new Limits(none, none, 1_999)));
        assertEquals(new Taken(1_000, 1_000, 1_000), store.taken(TESTER, DAY));
        assertInstanceOf(Claiming.Claimed.class, claim(store, seen, new Limits(2_000, 2_000, 2_000)));
    }

    @Test
    void an_approval_keeps_order_number_and_limits() {
        var paid = advanced(claimed(ordered(1, "A-1")), new AcquirerApproved(MONEY));
        assertInstanceOf(Payment.Paid.class, paid.payment());
        assertEquals(paid, current(paid));
        assertEquals(new Taken(1_000, 1_000, 1_000), store.taken(TESTER, DAY));
        assertEquals(new Placing.OrderLive(), Samples.place(store, ordered(2, "A-1")));
    }

    @Test
    void a_refusal_gives_order_number_and_limits_back() {
        var declined = advanced(claimed(ordered(1, "A-1")), new AcquirerDeclined("8037", "한도 초과\n\"그렇다\""));
        assertEquals(declined, current(declined));
        assertEquals(Taken.NOTHING, store.taken(TESTER, DAY));
        claimed(ordered(2, "A-1"));
    }

    @Test
    void a_cancel_goes_through_cancelling_and_gives_order_number_and_limits_back() {
        var paid = advanced(claimed(ordered(1, "A-1")), new AcquirerApproved(MONEY));
        var cancelling = advanced(paid, new CancelRequested(CANCELLATION, NOON.plusSeconds(10)));
        assertEquals(cancelling, current(cancelling));
        assertEquals(new Placing.OrderLive(), Samples.place(store, ordered(2, "A-1")));
        var cancelled = advanced(cancelling, new AcquirerCancelled(SEOUL_NOON));
        assertEquals(cancelled, current(cancelled));
        assertEquals(Taken.NOTHING, store.taken(TESTER, DAY));
    }

    @Test
    void a_payment_that_comes_to_life_again_takes_nothing_from_the_attempt_that_holds_the_order_now() {
        var voiding = advanced(claimed(ordered(1, "A-1")), new ApprovalInDoubt(SILENCE, NOON));
        var voided = advanced(voiding, new NetCancelled(SEOUL_NOON));
        assertEquals(Taken.NOTHING, store.taken(TESTER, DAY));
        claimed(ordered(2, "A-1"));
        var reopened = advanced(voided, new ApprovalFound(TNO, new Won(1_000)));
        advanced(reopened, new NetCancelled(SEOUL_NOON));
        assertEquals(new Taken(1_000, 1_000, 1_000), store.taken(TESTER, DAY));
        assertEquals(new Placing.OrderLive(), Samples.place(store, ordered(3, "A-1")));
    }

    @Test
    void news_for_an_older_version_is_overtaken() {
        var paying = claimed(ordered(1, "A-1"));
        var paid = advanced(paying, new AcquirerApproved(MONEY));
        var late = new AcquirerDeclined("8037", "late");
        var next = new Payment.Declined(paying.payment().order(), Samples.attempt(DAY), "8037", "late");
        assertEquals(new Advancing.Overtaken(paid), store.advance(paying, late, next));
        assertEquals(new Taken(1_000, 1_000, 1_000), store.taken(TESTER, DAY));
    }
}
