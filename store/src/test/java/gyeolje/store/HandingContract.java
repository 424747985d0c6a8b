package gyeolje.store;

import static gyeolje.store.Samples.DAY;
import static gyeolje.store.Samples.MONEY;
import static gyeolje.store.Samples.NOON;
import static gyeolje.store.Samples.SILENCE;
import static gyeolje.store.Samples.ordered;
import static gyeolje.store.Samples.paying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Cancellation;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Reason;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.ApprovalFound;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.CancelRequested;
import gyeolje.core.payment.Event.NetCancelled;
import gyeolje.core.payment.Event.NoApprovalFound;
import gyeolje.core.payment.Event.ResolverGaveUp;
import gyeolje.core.payment.Event.VoidDelayed;
import gyeolje.core.payment.PaymentStore.Doubts;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.reconciliation.Discrepancy;
import gyeolje.core.reconciliation.Discrepancy.Kind;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Won;
import gyeolje.store.Reconciliations.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who looks at a payment when its time has come. */
abstract class HandingContract extends StoreHarness {
    @Test
    void a_payment_becomes_due_and_is_handed_out_once_until_its_lease_is_over() {
        var paying = claimed(ordered(1, "A-1"));
        assertEquals(
                List.of(), store.takeDue(NOON.plusSeconds(29), LEASE, 0, 10).all());
        var due = NOON.plusSeconds(30);
        var taken = store.takeDue(due, LEASE, 0, 10).all();
        assertEquals(1, taken.size());
        assertEquals(paying.version(), taken.getFirst().version());
        assertEquals(current(paying), taken.getFirst());
        assertEquals(List.of(), store.takeDue(due.plusSeconds(19), LEASE, 0, 10).all());
        assertEquals(1, store.takeDue(due.plusSeconds(20), LEASE, 0, 10).all().size());
    }

    @Test
    void the_longest_overdue_is_handed_out_first_and_no_more_than_asked_for() {
        var first = claimed(ordered(1, "A-1"));
        var second = claimed(ordered(2, "A-2"));
        store.postpone(first, NOON.plusSeconds(60));
        var later = NOON.plusSeconds(100);
        var taken = new ArrayList<>(store.takeDue(later, LEASE, 0, 1).all());
        taken.addAll(store.takeDue(later, LEASE, 0, 1).all());
        assertEquals(
                List.of(second.payment().order(), first.payment().order()),
                taken.stream().map(it -> it.payment().order()).toList());
    }

    /** However many older doubts wait, a young one is among the next that are handed out. */
    @Test
    void young_doubts_do_not_wait_behind_older_ones() {
        for (int i = 1; i <= 20; i++) store.postpone(claimed(ordered(i, "OLD-" + i)), NOON.plusSeconds(60 + i));
        var first = doubted(21, "YOUNG-1", SILENCE);
        var second = doubted(22, "YOUNG-2", SILENCE);
        store.postpone(first, NOON.plusSeconds(58));
        store.postpone(second, NOON.plusSeconds(59));
        var due = store.takeDue(NOON.plusSeconds(3_600), LEASE, 1, 2);
        assertEquals(List.of("YOUNG-2"), orders(due.young()), "the latest first");
        assertEquals(List.of("YOUNG-1", "OLD-1"), orders(due.overdue()), "the longest overdue, whatever its age");
        assertEquals(
                List.of("OLD-2"),
                orders(store.takeDue(NOON.plusSeconds(3_600), LEASE, 5, 1).all()));
    }

    /** They are many at once, nobody waits for them, and they become doubts one after the other, each newer than any other. */
    @Test
    void what_a_crash_left_behind_is_never_among_the_young() {
        store.postpone(claimed(ordered(1, "LOST-1")), NOON.plusSeconds(40));
        store.postpone(doubted(2, "LOST-2", SILENCE.because(Reason.PROCESS_LOST)), NOON.plusSeconds(50));
        store.postpone(doubted(3, "YOUNG-1", SILENCE), NOON.plusSeconds(30));
        var due = store.takeDue(NOON.plusSeconds(55), LEASE, 10, 10);
        assertEquals(List.of("YOUNG-1"), orders(due.young()));
        assertEquals(List.of("LOST-1", "LOST-2"), orders(due.overdue()));
    }

    private Stored doubted(int number, String order, Doubt doubt) {
        return advanced(claimed(ordered(number, order)), new ApprovalInDoubt(doubt, NOON));
    }

    private static List<String> orders(List<Stored> stored) {
        return stored.stream().map(it -> it.payment().order().number().text()).toList();
    }

    /** Read from the end of the index that begins with the age, and nothing is sorted. */
    @Test
    void what_a_take_reads_does_not_grow_with_what_waits() {
        for (int young = 0; young <= 1; young++)
            for (var order : List.of("ASC", "DESC")) {
                var plan = plan(DueReads.sql(young, order));
                assertTrue(plan.contains("payment_due"), plan);
                assertFalse(plan.contains("B-TREE") || plan.contains("Sort") || plan.contains("Filter"), plan);
            }
    }

    @Test
    void what_is_over_is_never_due_again() {
        var voided = advanced(
                advanced(claimed(ordered(1, "A-1")), new ApprovalInDoubt(SILENCE, NOON)), new NoApprovalFound(NOON));
        store.postpone(voided, NOON);
        assertEquals(
                List.of(), store.takeDue(NOON.plusSeconds(3_600), LEASE, 5, 5).all());
    }

    @Test
    void who_holds_a_lease_can_advance_and_what_is_done_is_never_due_again() {
        claimed(ordered(1, "A-1"));
        var leased = store.takeDue(NOON.plusSeconds(30), LEASE, 0, 10).all().getFirst();
        advanced(leased, new AcquirerApproved(MONEY));
        assertEquals(
                List.of(), store.takeDue(NOON.plusSeconds(3_600), LEASE, 0, 10).all());
        store.postpone(leased, NOON);
        assertEquals(
                List.of(), store.takeDue(NOON.plusSeconds(3_600), LEASE, 0, 10).all());
    }

    /** Two gateways, each with a resolver, look at the same moment. */
    @Test
    void however_many_look_at_once_each_payment_is_handed_to_one() throws Exception {
        for (int i = 1; i <= 40; i++) claimed(ordered(i, "A-" + i));
        var taken = together(
                8, _ -> store.takeDue(NOON.plusSeconds(30), LEASE, 0, 40).all());
        var handed = new ArrayList<String>();
        for (var some : taken)
            for (var one : some) handed.add(one.payment().order().transaction().text());
        assertEquals(40, handed.size());
        assertEquals(40, new HashSet<>(handed).size());
    }

    @Test
    void doubts_count_what_waits_for_the_resolver_and_for_a_person() {
        assertEquals(new Doubts(0, Instant.EPOCH, 0, 0, 0, 0), store.doubts());
        claimed(ordered(1, "A-1"));
        var voiding = advanced(claimed(ordered(2, "A-2")), new ApprovalInDoubt(SILENCE, NOON.plusSeconds(90)));
        advanced(claimed(ordered(3, "A-3")), new AcquirerApproved(MONEY));
        assertEquals(new Doubts(1, Micros.instant(Micros.of(NOON)), 0, 0, 0, 0), store.doubts());
        advanced(voiding, new ResolverGaveUp(Reason.CANNOT_ASK));
        assertEquals(new Doubts(0, Instant.EPOCH, 1, 0, 0, 0), store.doubts());
    }

    @Test
    void a_cancel_is_overdue_when_it_has_waited_for_too_long() {
        var paid = advanced(claimed(ordered(1, "A-1")), new AcquirerApproved(MONEY));
        var cancellation = new Cancellation(Digests.sha256("cancel"), "변심", NOON);
        advanced(paid, new CancelRequested(cancellation, NOON.plusSeconds(3_600)));
        clock.move(Doubts.OVERDUE.minusMillis(1));
        assertEquals(0, store.doubts().overdueCancels());
        clock.move(Duration.ofMillis(1));
        assertEquals(1, store.doubts().overdueCancels());
        assertEquals(0, store.doubts().overdueVoids());
    }

    /** What the newest list of each day left open is counted, and stands in the journal of the payment that it is about. */
    @Test
    void what_reconciliations_found_is_counted_until_a_later_one_of_that_day_finds_it_gone() {
        var order = claimed(ordered(1, "A-1")).payment().order();
        var open =
                new Discrepancy(Kind.NOT_PAID_HERE, order.transaction().text(), "1", "1000 won stand approved there");
        var repaired = new Discrepancy(Kind.WRONG_DAY, "x", "2", "");
        var nextDay = DAY.plusDays(1);
        var found = List.of(new Finding(open, "open", true), new Finding(repaired, "repaired", false));
        store.reconciliations().record(order.site(), DAY, found);
        store.reconciliations().record(order.site(), nextDay, List.of(found.getFirst()));
        store.reconciliations().record(order.site(), DAY, found);
        assertEquals(2, store.doubts().mismatches());
        assertEquals(
                Map.of(Kind.NOT_PAID_HERE.id(), 2L), store.reconciliations().remaining());
        var journal = store.journal(order.transaction());
        assertTrue(journal.get(1).contains(" PayRequested "), journal::toString);
        assertEquals("list of 2026-04-01: not-paid-here [open] 1000 won stand approved there", journal.get(2));
        store.reconciliations().record(order.site(), nextDay, List.of());
        store.reconciliations().record(order.site(), DAY, List.of());
        assertEquals(0, store.doubts().mismatches());
    }

    @Test
    void a_doubt_says_in_the_journal_why_in_words() {
        var voiding = advanced(claimed(ordered(1, "A-1")), new ApprovalInDoubt(SILENCE, NOON));
        advanced(voiding, new VoidDelayed(Reason.INQUIRY_UNANSWERED));
        var journal = store.journal(voiding.payment().order().transaction());
        assertTrue(journal.get(2).contains(Reason.NO_ANSWER.words()), journal::toString);
        assertTrue(journal.get(3).contains(Reason.INQUIRY_UNANSWERED.words()), journal::toString);
    }

    /** That the acquirer knows of no approval yet is as it should be; that it does not say, or does not undo, is not. */
    @Test
    void a_void_is_overdue_when_the_acquirer_does_not_answer_or_does_not_undo() {
        advanced(claimed(ordered(1, "A-1")), new ApprovalInDoubt(SILENCE, NOON));
        var asked = advanced(claimed(ordered(2, "A-2")), new ApprovalInDoubt(SILENCE, NOON));
        var silent = advanced(asked, new VoidDelayed(Reason.INQUIRY_UNANSWERED));
        var found = advanced(
                advanced(claimed(ordered(3, "A-3")), new ApprovalInDoubt(SILENCE, NOON)),
                new ApprovalFound(Samples.TNO, new Won(1_000)));
        clock.move(Doubts.OVERDUE.minusMillis(1));
        assertEquals(0, store.doubts().overdueVoids());
        clock.move(Duration.ofMillis(1));
        assertEquals(2, store.doubts().overdueVoids());
        advanced(silent, new VoidDelayed(Reason.NOT_FOUND_YET));
        advanced(found, new NetCancelled(Samples.SEOUL_NOON));
        assertEquals(0, store.doubts().overdueVoids());
        assertEquals(0, store.doubts().overdueCancels());
    }
}
