package gyeolje.store;

import static gyeolje.store.Samples.BUYER;
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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Doubt.Reason;
import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.ApprovalFound;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.CancelRequested;
import gyeolje.core.payment.Event.NetCancelled;
import gyeolje.core.payment.Event.ResolverGaveUp;
import gyeolje.core.payment.Lifecycle;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Limits.Taken;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore.Advancing;
import gyeolje.core.payment.PaymentStore.Claiming;
import gyeolje.core.payment.PaymentStore.Doubts;
import gyeolje.core.payment.PaymentStore.Placing;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.ResponseCode;
import gyeolje.core.payment.Verdict;
import gyeolje.core.value.Digests;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.Won;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of the store promises. */
abstract class StoreContract {
    static final Duration LEASE = Duration.ofSeconds(20);

    private final List<Store> opened = new ArrayList<>();
    Store store;

    /** Settings for the same database each time within a test, for a new one in each test. */
    abstract StoreSettings settings();

    Store open(StoreSettings settings) {
        var another = Store.open(settings);
        opened.add(another);
        return another;
    }

    @BeforeEach
    void openStore() {
        store = open(settings());
    }

    @AfterEach
    void closeStores() {
        opened.forEach(Store::close);
    }

    Stored placed(Ordered ordered) {
        assertEquals(new Placing.Placed(), store.place(ordered));
        return new Stored(ordered, 0);
    }

    Stored claimed(Ordered ordered) {
        return claimed(placed(ordered));
    }

    Stored claimed(Stored seen) {
        var claiming = claim(store, seen, Limits.UNLIMITED);
        return assertInstanceOf(Claiming.Claimed.class, claiming).now();
    }

    static Claiming claim(Store store, Stored seen, Limits limits) {
        return store.claim(seen, payRequested(), paying((Ordered) seen.payment()), limits);
    }

    /** Advances to whatever the lifecycle says. */
    Stored advanced(Stored seen, Event event) {
        var next = assertInstanceOf(Verdict.Next.class, Lifecycle.decide(seen.payment(), event));
        var advancing = store.advance(seen, event, next.payment());
        return assertInstanceOf(Advancing.Advanced.class, advancing).now();
    }

    Stored current(Stored stored) {
        return store.find(TESTER, stored.payment().order().transaction()).orElseThrow();
    }

    static <T> List<T> together(int times, java.util.function.IntFunction<T> task) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<T>>();
            for (int i = 0; i < times; i++) {
                int number = i;
                tasks.add(() -> task.apply(number));
            }
            var results = new ArrayList<T>();
            for (Future<T> future : threads.invokeAll(tasks)) results.add(future.get());
            return results;
        }
    }

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
        assertEquals(new Placing.Identical(earlier), store.place(ordered(TESTER, 2, "A-1", 1_000, "same")));
        assertEquals(
                new Placing.Identical(earlier), store.preview(TESTER, new OrderNumber("A-1"), Digests.sha256("same")));
        assertTrue(store.find(TESTER, transaction(2)).isEmpty());
    }

    @Test
    void another_request_for_an_unpaid_order_number_is_a_new_attempt() {
        placed(ordered(1, "A-1"));
        assertEquals(new Placing.Placed(), store.preview(TESTER, new OrderNumber("A-1"), Digests.sha256("request 2")));
        placed(ordered(2, "A-1"));
    }

    @Test
    void a_used_transaction_id_is_taken_whoever_used_it() {
        placed(ordered(1, "A-1"));
        assertEquals(new Placing.IdTaken(), store.place(ordered(TESTER, 1, "A-2", 1_000, "another")));
        assertEquals(new Placing.IdTaken(), store.place(ordered(new MerchantId("other"), 1, "A-1", 1_000, "another")));
    }

    @Test
    void an_order_number_with_a_live_payment_takes_no_new_order() {
        claimed(ordered(1, "A-1"));
        assertEquals(new Placing.OrderLive(), store.place(ordered(2, "A-1")));
        assertEquals(new Placing.OrderLive(), store.place(ordered(1, "A-1")));
        assertEquals(
                new Placing.OrderLive(), store.preview(TESTER, new OrderNumber("A-1"), Digests.sha256("request 1")));
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
    void a_claim_on_an_older_version_is_overtaken() {
        var seen = placed(ordered(1, "A-1"));
        var claimed = claimed(seen);
        assertEquals(new Claiming.Overtaken(claimed), claim(store, seen, Limits.UNLIMITED));
        assertEquals(new Taken(1_000, 1_000, 1_000), store.taken(TESTER, DAY));
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
        assertEquals(new Placing.OrderLive(), store.place(ordered(2, "A-1")));
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
        assertEquals(new Placing.OrderLive(), store.place(ordered(2, "A-1")));
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
        assertEquals(new Placing.OrderLive(), store.place(ordered(3, "A-1")));
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

    @Test
    void a_payment_becomes_due_and_is_handed_out_once_until_its_lease_is_over() {
        var paying = claimed(ordered(1, "A-1"));
        assertEquals(List.of(), store.takeDue(NOON.plusSeconds(29), LEASE, 10));
        var due = NOON.plusSeconds(30);
        var taken = store.takeDue(due, LEASE, 10);
        assertEquals(1, taken.size());
        assertEquals(paying.version(), taken.getFirst().version());
        assertEquals(current(paying), taken.getFirst());
        assertEquals(List.of(), store.takeDue(due.plusSeconds(19), LEASE, 10));
        assertEquals(1, store.takeDue(due.plusSeconds(20), LEASE, 10).size());
    }

    @Test
    void the_longest_overdue_is_handed_out_first_and_no_more_than_asked_for() {
        var first = claimed(ordered(1, "A-1"));
        var second = claimed(ordered(2, "A-2"));
        store.postpone(first, NOON.plusSeconds(60));
        var later = NOON.plusSeconds(100);
        var taken = new ArrayList<>(store.takeDue(later, LEASE, 1));
        taken.addAll(store.takeDue(later, LEASE, 1));
        assertEquals(
                List.of(second.payment().order(), first.payment().order()),
                taken.stream().map(it -> it.payment().order()).toList());
    }

    @Test
    void who_holds_a_lease_can_advance_and_what_is_done_is_never_due_again() {
        claimed(ordered(1, "A-1"));
        var leased = store.takeDue(NOON.plusSeconds(30), LEASE, 10).getFirst();
        advanced(leased, new AcquirerApproved(MONEY));
        assertEquals(List.of(), store.takeDue(NOON.plusSeconds(3_600), LEASE, 10));
        store.postpone(leased, NOON);
        assertEquals(List.of(), store.takeDue(NOON.plusSeconds(3_600), LEASE, 10));
    }

    @Test
    void doubts_count_what_waits_for_the_resolver_and_for_a_person() {
        assertEquals(new Doubts(0, java.time.Instant.EPOCH, 0), store.doubts());
        claimed(ordered(1, "A-1"));
        var voiding = advanced(claimed(ordered(2, "A-2")), new ApprovalInDoubt(SILENCE, NOON.plusSeconds(90)));
        advanced(claimed(ordered(3, "A-3")), new AcquirerApproved(MONEY));
        assertEquals(new Doubts(1, Micros.instant(Micros.of(NOON)), 0), store.doubts());
        advanced(voiding, new ResolverGaveUp(Reason.CANNOT_ASK));
        assertEquals(new Doubts(0, java.time.Instant.EPOCH, 1), store.doubts());
    }

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
    void concurrent_claims_never_pass_a_limit_by_one_won() throws Exception {
        var limits = new Limits(10_500, Limits.NONE, Limits.NONE);
        var outcomes = together(100, number -> claim(store, placed(ordered(number, "A-" + number)), limits));
        assertEquals(
                10, outcomes.stream().filter(Claiming.Claimed.class::isInstance).count());
        assertEquals(new Taken(10_000, 10_000, 10_000), store.taken(TESTER, DAY));
    }

    @Test
    void a_hundred_identical_orders_at_once_are_one_order() throws Exception {
        var outcomes = together(100, number -> store.place(ordered(TESTER, number, "A-1", 1_000, "same")));
        assertEquals(
                1, outcomes.stream().filter(Placing.Placed.class::isInstance).count());
        assertEquals(
                1,
                outcomes.stream()
                        .filter(Placing.Identical.class::isInstance)
                        .distinct()
                        .count());
    }

    @Test
    void everything_is_there_after_a_restart() {
        var paid = advanced(claimed(ordered(1, "A-1")), new AcquirerApproved(MONEY));
        store.close();
        store = open(settings());
        assertEquals(paid, current(paid));
        assertEquals(BUYER, current(paid).payment().order().buyer());
        assertEquals(new Placing.OrderLive(), store.place(ordered(2, "A-1")));
    }

    @Test
    void another_master_key_is_refused_in_one_clear_line() {
        store.close();
        var other = MasterKey.of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        var refusal = assertThrows(
                StoreOpeningException.class,
                () -> Store.open(
                        StoreSettings.of(settings().url(), other, settings().clock())));
        assertTrue(String.valueOf(refusal.getMessage()).contains("master key"));
        assertEquals(1, String.valueOf(refusal.getMessage()).lines().count());
        open(settings());
    }
}
