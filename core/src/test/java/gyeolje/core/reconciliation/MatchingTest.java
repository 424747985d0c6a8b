package gyeolje.core.reconciliation;

import static gyeolje.core.reconciliation.Samples.DAY;
import static gyeolje.core.reconciliation.Samples.NEXT_MORNING;
import static gyeolje.core.reconciliation.Samples.id;
import static gyeolje.core.reconciliation.Samples.line;
import static gyeolje.core.reconciliation.Samples.order;
import static gyeolje.core.reconciliation.Samples.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Payment;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.reconciliation.Matching.Outcome;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.TransactionId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole day against a whole list. */
final class MatchingTest {
    private static Outcome match(List<Stored> ours, List<Trade> theirs) {
        return match(ours, new TradeList(theirs, List.of()));
    }

    private static Outcome match(List<Stored> ours, TradeList theirs) {
        var matching = new Matching(DAY, NEXT_MORNING, theirs);
        ours.forEach(matching::see);
        return matching.outcome();
    }

    private static List<String> kinds(Outcome outcome) {
        return outcome.found().stream()
                .map(it -> it.kind().id() + " " + it.subject())
                .toList();
    }

    private static Trade numbered(Trade trade, AcquirerTransactionId tno) {
        return new Trade(trade.line(), tno, trade.order(), trade.amount(), trade.at(), trade.state());
    }

    @Test
    void equal_records_agree_in_any_order() {
        var outcome = match(
                List.of(payment(1, "paid"), payment(2, "cancelled"), payment(3, "paying")),
                List.of(line(2, 2, "cancelled"), line(3, 1, "approved")));
        assertEquals(new Outcome(2, 1, List.of(), 0, List.of(), true), outcome);
    }

    @Test
    void a_line_that_is_nobodys_is_found_and_asked_for_first() {
        var foreign = new Trade(
                3,
                Samples.tno(9),
                "SOMEBODY-ELSES",
                line(3, 9, "approved").amount(),
                Samples.SEOUL_NOON,
                Trade.State.APPROVED);
        var list = new TradeList(List.of(line(2, 7, "approved"), foreign), List.of());
        var matching = new Matching(DAY, NEXT_MORNING, list);
        assertEquals(List.of(new TransactionId(id(7))), matching.unseen());
        matching.see(payment(7, "paid"));
        var outcome = matching.outcome();
        assertEquals(List.of("missing-here SOMEBODY-ELSES"), kinds(outcome));
        assertEquals(1, outcome.agreeing());
    }

    @Test
    void a_missing_line_shows_that_the_list_is_not_whole() {
        var outcome = match(List.of(payment(1, "paid"), payment(2, "stuck")), List.of());
        assertEquals(List.of("missing-at-acquirer " + id(1)), kinds(outcome));
        assertEquals(1, outcome.repairs().size());
        assertTrue(outcome.repairs().getFirst().needsWholeList());
        assertFalse(outcome.looksWhole());
    }

    @Test
    void an_unreadable_line_shows_that_the_list_is_not_whole() {
        var outcome = match(List.of(), new TradeList(List.of(), List.of(new TradeList.Unreadable(4, "no amount"))));
        assertEquals("line 4: no amount", outcome.found().getFirst().detail());
        assertFalse(outcome.looksWhole());
    }

    @Test
    void a_line_of_another_day_is_named() {
        var outcome = match(List.of(), List.of(line(2, 1, "approved yesterday")));
        assertEquals(List.of("wrong-day " + id(1), "missing-here " + id(1)), kinds(outcome));
    }

    @Test
    void the_same_line_twice_is_found_and_repairs_nothing() {
        var outcome = match(List.of(payment(1, "stuck")), List.of(line(2, 1, "approved"), line(3, 1, "approved")));
        assertEquals(List.of("duplicate-number " + id(1), "not-paid-here " + id(1)), kinds(outcome));
        assertEquals(List.of(), outcome.repairs());
    }

    @Test
    void two_approvals_of_one_transaction_are_found_and_the_recorded_one_is_compared() {
        var outcome =
                match(List.of(payment(1, "paid")), List.of(line(2, 1, "approved other-tno"), line(3, 1, "approved")));
        assertEquals(List.of("two-approvals " + id(1)), kinds(outcome));
        assertEquals(1, outcome.agreeing());
    }

    @Test
    void two_transactions_of_one_order_number_that_both_stand_are_found() {
        var one = payment(1, "paid");
        var twin = (Payment.Paid) payment(2, "paid").payment();
        var second = new Stored(new Payment.Paid(order(2, "A-1"), twin.attempt(), twin.approval()), 2);
        var outcome = match(List.of(one, second), List.of(line(2, 1, "approved"), line(3, 2, "approved")));
        assertEquals(List.of("two-approvals " + id(2)), kinds(outcome));
    }

    /** Cancelling by a number that is another payment's would give the wrong shopper the money back. */
    @Test
    void a_number_that_belongs_to_another_payment_repairs_nothing() {
        var swapped = numbered(line(3, 2, "approved"), Samples.tno(1));
        var outcome = match(List.of(payment(2, "stuck"), payment(1, "paid")), List.of(swapped));
        assertEquals(
                List.of("other-number " + id(2), "missing-at-acquirer " + id(1), "not-paid-here " + id(2)),
                kinds(outcome));
        assertEquals(List.of(), outcome.repairs());
    }

    @Test
    void a_payment_that_comes_by_twice_counts_once() {
        var outcome = match(List.of(payment(1, "paid"), payment(1, "paid")), List.of(line(2, 1, "approved")));
        assertEquals(1, outcome.agreeing());
    }

    @Test
    void of_a_wholly_wrong_list_a_part_is_kept_and_the_rest_is_counted() {
        var matching = new Matching(DAY, NEXT_MORNING, new TradeList(List.of(), List.of()));
        for (int i = 0; i < Matching.MOST_KEPT + 5; i++) matching.see(payment(1, "paid"));
        var outcome = matching.outcome();
        assertEquals(Matching.MOST_KEPT, outcome.found().size());
        assertEquals(5, outcome.unkept());
    }
}
