package gyeolje.core.reconciliation;

import static gyeolje.core.reconciliation.Samples.DAY;
import static gyeolje.core.reconciliation.Samples.NEXT_MORNING;
import static gyeolje.core.reconciliation.Samples.NOON;
import static gyeolje.core.reconciliation.Samples.lines;
import static gyeolje.core.reconciliation.Samples.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Lifecycle;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.PaymentStore.Doubts;
import gyeolje.core.payment.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each state of ours comes to against each line of theirs. */
final class ComparisonTest {
    /** here | there | what is found | what the payment becomes by it; `-` for nothing. */
    @ParameterizedTest(name = "{0} here, {1} there: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        ordered       | -                            | -                     | -
        ordered       | approved                     | not-paid-here         | -
        ordered       | partly_cancelled             | not-paid-here         | -
        ordered       | cancelled                    | -                     | -
        paying        | -                            | -                     | -
        paying        | approved                     | -                     | -
        paying        | cancelled                    | -                     | -
        declined      | -                            | -                     | -
        declined      | approved                     | not-paid-here         | -
        declined      | cancelled                    | -                     | -
        voiding       | -                            | -                     | -
        voiding       | approved                     | not-paid-here         | VOIDING
        voiding       | approved 999                 | wrong-amount          | -
        voiding       | cancelled                    | stuck-cancelled-there | VOIDED
        voiding       | cancelled 999                | stuck-cancelled-there | VOIDED
        voiding       | partly_cancelled             | partly-cancelled      | -
        voiding+tno   | -                            | void-overdue          | -
        voiding+tno   | approved                     | void-overdue          | -
        voiding+tno   | approved 999                 | void-overdue          | -
        voiding+tno   | partly_cancelled             | partly-cancelled      | -
        voiding+tno   | cancelled                    | void-overdue          | VOIDED
        voiding+tno   | approved other-tno           | other-number          | -
        voided        | -                            | -                     | -
        voided        | approved                     | not-paid-here         | VOIDING
        voided        | approved 999                 | wrong-amount          | -
        voided        | cancelled                    | -                     | -
        voided+tno    | cancelled 999                | -                     | -
        voided+tno    | approved                     | not-paid-here         | VOIDING
        voided+tno    | approved other-tno           | other-number          | -
        stuck         | -                            | stuck-not-listed      | VOIDED
        stuck         | approved                     | not-paid-here         | VOIDING
        stuck         | approved 999                 | wrong-amount          | -
        stuck         | partly_cancelled             | partly-cancelled      | -
        stuck         | cancelled                    | stuck-cancelled-there | VOIDED
        stuck+tno     | -                            | stuck-not-listed      | -
        stuck+tno     | approved                     | not-paid-here         | -
        stuck+tno     | cancelled                    | stuck-cancelled-there | VOIDED
        stuck+tno     | cancelled other-tno          | other-number          | -
        paid          | -                            | missing-at-acquirer   | -
        paid          | approved                     | -                     | -
        paid          | approved 999                 | wrong-amount          | -
        paid          | approved other-tno           | other-number          | -
        paid          | approved yesterday           | wrong-day             | -
        paid          | cancelled                    | cancelled-there       | -
        paid          | partly_cancelled             | partly-cancelled      | -
        cancelling    | -                            | missing-at-acquirer   | -
        cancelling    | approved                     | cancel-overdue        | -
        cancelling    | cancelled                    | cancel-overdue        | CANCELLED
        cancelling    | partly_cancelled             | partly-cancelled      | -
        cancelling    | approved 999                 | wrong-amount          | -
        cancelled     | -                            | missing-at-acquirer   | -
        cancelled     | cancelled                    | -                     | -
        cancelled     | approved                     | not-cancelled-there   | -
        cancelled     | cancelled other-tno          | other-number          | -
        """)
    void every_pair_is_answered(String here, String there, String found, String becomes) {
        var payment = payment(1, here).payment();
        var judgement = judge(payment, there, NEXT_MORNING);
        assertEquals(found, kind(judgement));
        assertEquals(becomes, repaired(payment, judgement));
    }

    /** Absence is an answer only when the list can no longer be missing it. */
    @ParameterizedTest(name = "asked for at {0}, list read at {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        2026-04-01T03:00:00Z | 2026-04-01T23:00:00Z | VOIDED
        2026-04-01T03:00:00Z | 2026-04-01T16:00:01Z | VOIDED
        2026-04-01T03:00:00Z | 2026-04-01T15:59:00Z | -
        2026-04-01T03:00:00Z | 2026-04-01T04:00:00Z | -
        2026-04-01T14:29:59Z | 2026-04-01T23:00:00Z | VOIDED
        2026-04-01T14:30:00Z | 2026-04-01T23:00:00Z | -
        """)
    void an_unlisted_stuck_payment_may_be_closed_once_its_day_is_surely_covered(
            Instant asked, Instant read, String becomes) {
        var stuck = payment(1, "stuck", asked).payment();
        var judgement = judge(stuck, "-", read);
        assertEquals("stuck-not-listed", kind(judgement));
        assertEquals(becomes, repaired(stuck, judgement));
    }

    /** Whoever is at it right now needs no help. */
    @ParameterizedTest
    @ValueSource(strings = {"approved", "cancelled"})
    void a_cancel_that_was_asked_for_just_now_is_left_to_the_gateway(String there) {
        var cancelling = payment(1, "cancelling").payment();
        assertEquals("-", kind(judge(cancelling, there, NOON.plus(Doubts.OVERDUE))));
        assertEquals(
                "cancel-overdue",
                kind(judge(cancelling, there, NOON.plus(Doubts.OVERDUE).plusSeconds(1))));
    }

    /** The same for an approval that is being undone. */
    @ParameterizedTest
    @ValueSource(strings = {"approved", "cancelled", "-"})
    void a_doubt_of_a_moment_ago_is_left_to_the_gateway(String there) {
        var voiding = payment(1, "voiding+tno").payment();
        assertEquals("-", kind(judge(voiding, there, NOON.plus(Doubts.OVERDUE))));
        assertEquals(
                "void-overdue",
                kind(judge(voiding, there, NOON.plus(Doubts.OVERDUE).plusSeconds(1))));
    }

    @Test
    void a_doubt_that_a_list_has_just_brought_to_light_is_left_to_the_gateway() {
        var voiding = (Payment.Voiding) payment(1, "voiding+tno").payment();
        var reopened = voiding.resolvedAfter(voiding.doubt().since());
        assertEquals("-", kind(judge(reopened, "approved", NEXT_MORNING)));
    }

    /** Nobody answers for it, and the list of its day, read the next morning, does not have it. */
    @Test
    void a_doubt_that_the_acquirer_never_answers_for_may_be_closed_by_a_whole_list() {
        var voiding = (Payment.Voiding) payment(1, "voiding").payment();
        var silent = new Payment.Voiding(
                voiding.order(),
                voiding.attempt(),
                voiding.doubt().because(Doubt.Reason.INQUIRY_UNANSWERED),
                voiding.resolveAfter());
        var judgement = judge(silent, "-", NEXT_MORNING);
        assertEquals("void-overdue", kind(judgement));
        assertEquals("VOIDED", repaired(silent, judgement));
    }

    @Test
    void payments_of_other_days_are_not_missed() {
        var nextDay = new Comparison(DAY.plusDays(1), NEXT_MORNING);
        for (var state : List.of("ordered", "paying", "paid", "declined", "voiding", "voided", "stuck", "cancelled"))
            assertEquals(
                    new Judgement.OfAnotherDay(),
                    nextDay.unlisted(payment(1, state).payment()));
    }

    private static Judgement judge(Payment payment, String there, Instant now) {
        var comparison = new Comparison(DAY, now);
        var lines = lines(1, there);
        return lines.isEmpty() ? comparison.unlisted(payment) : comparison.listed(payment, lines.getFirst());
    }

    private static String kind(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Agrees _, Judgement.UnderWay _, Judgement.OfAnotherDay _ -> "-";
            case Judgement.Differs differs -> differs.kind().id();
            case Judgement.Mendable mendable -> mendable.kind().id();
        };
    }

    private static String repaired(Payment payment, Judgement judgement) {
        if (!(judgement instanceof Judgement.Mendable mendable)) return "-";
        return switch (Lifecycle.decide(payment, mendable.event())) {
            case Verdict.Next(var next) -> Payment.stateOf(next);
            case Verdict.Refused(var ground) -> "refused: " + ground;
        };
    }
}
