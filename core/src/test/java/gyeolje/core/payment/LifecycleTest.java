package gyeolje.core.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gyeolje.core.payment.Doubt.Reason;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.ResolverGaveUp;
import gyeolje.core.payment.Payment.Cancelled;
import gyeolje.core.payment.Payment.Declined;
import gyeolje.core.payment.Payment.Paid;
import gyeolje.core.payment.Payment.Stuck;
import gyeolje.core.payment.Payment.Voided;
import gyeolje.core.payment.Payment.Voiding;
import gyeolje.core.payment.Verdict.Next;
import gyeolje.core.payment.Verdict.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What becomes of a payment, whatever happens to it (merchant API, section 7). */
final class LifecycleTest {
    /**
     * A cell says the next state (with +tno when we then hold the acquirer's number), or why nothing changes: 8002 "already paid
     * or being paid", 1005 "not in a state that can be cancelled", a dot for news about something that is not under way.
     */
    private static final String TABLE = """
            what happens                  | ordered | paying      | paid       | declined | voiding     | voiding+tno | voided      | stuck       | stuck+tno   | cancelling | cancelled
            merchant asks to pay          | paying  | 8002        | 8002       | 8002     | 8002        | 8002        | 8002        | 8002        | 8002        | 8002       | 8002
            acquirer approves             | .       | paid        | .          | .        | voiding+tno | voiding+tno | voiding+tno | voiding+tno | voiding+tno | .          | .
            acquirer approves 1 won more  | .       | voiding+tno | .          | .        | voiding+tno | voiding+tno | voiding+tno | voiding+tno | voiding+tno | .          | .
            acquirer declines             | .       | declined    | .          | .        | voided      | .           | .           | voided      | .           | .          | .
            approval surely not sent      | .       | declined    | .          | .        | voided      | .           | .           | voided      | .           | .          | .
            approval in doubt             | .       | voiding     | .          | .        | voiding     | voiding+tno | .           | .           | .           | .          | .
            approval in doubt, tno known  | .       | voiding+tno | .          | .        | voiding+tno | voiding+tno | voiding+tno | voiding+tno | voiding+tno | .          | .
            inquiry finds an approval     | .       | .           | .          | .        | voiding+tno | voiding+tno | voiding+tno | voiding+tno | voiding+tno | .          | .
            inquiry finds none, time over | .       | .           | .          | .        | voided      | .           | .           | voided      | .           | .          | .
            our net-cancel is done        | .       | .           | .          | .        | voided      | voided      | .           | voided      | voided      | .          | .
            what to undo stays unsaid     | .       | .           | .          | .        | voiding     | voiding+tno | .           | .           | .           | .          | .
            resolver gives up             | .       | .           | .          | .        | stuck       | stuck+tno   | .           | .           | .           | .          | .
            merchant asks to cancel       | 1005    | 1005        | cancelling | 1005     | 1005        | 1005        | 1005        | 1005        | 1005        | 1005       | 1005
            acquirer cancels              | .       | .           | .          | .        | .           | .           | .           | .           | .           | cancelled  | .
            acquirer refuses the cancel   | .       | .           | .          | .        | .           | .           | .           | .           | .           | paid       | .
            cancel surely not sent        | .       | .           | .          | .        | .           | .           | .           | .           | .           | paid       | .
            cancel in doubt               | .       | .           | .          | .        | .           | .           | .           | .           | .           | cancelling | .
            """;

    @TestFactory
    Stream<DynamicTest> everyStateAnswersEveryEvent() {
        var rows = TABLE.lines().map(LifecycleTest::cells).toList();
        var states = rows.getFirst();
        var tests = new ArrayList<DynamicTest>();
        for (var row : rows.subList(1, rows.size())) {
            for (int i = 1; i < states.size(); i++) {
                var state = states.get(i);
                var expected = row.get(i);
                tests.add(DynamicTest.dynamicTest(
                        state + ": " + row.getFirst() + " -> " + expected,
                        () -> assertEquals(
                                expected, shown(Lifecycle.decide(Scene.payment(state), Scene.event(row.getFirst()))))));
            }
        }
        return tests.stream();
    }

    @Test
    void theTableForgetsNoStateAndNoEvent() {
        var rows = TABLE.lines().map(LifecycleTest::cells).toList();
        assertEquals(
                List.copyOf(Scene.payments().keySet()), rows.getFirst().subList(1, 12), "the columns are the states");
        assertEquals(
                List.copyOf(Scene.events().keySet()),
                rows.stream().skip(1).map(List::getFirst).toList(),
                "the rows are the events");
        assertEquals(leaves(Payment.class), kinds(Scene.payments().values()), "the scene has every state");
        assertEquals(leaves(Event.class), kinds(Scene.events().values()), "the scene has every event");
    }

    @Test
    void approvalOfAnotherAmountIsUndoneRatherThanPaid() {
        var voiding = next(Voiding.class, "paying", "acquirer approves 1 won more");
        assertEquals(Reason.AMOUNT_DIFFERS, voiding.doubt().reason());
        assertEquals(new Trace.Known(Scene.TNO), voiding.doubt().trace());
    }

    @Test
    void aPaymentThatWasNeverSentIsDeclinedWithTheCodeThatNeverMeansPaid() {
        var declined = next(Declined.class, "paying", "approval surely not sent");
        assertEquals("9001", declined.code());
        assertEquals("관리자에게 문의해주세요.", declined.message());
    }

    @Test
    void aDeclineKeepsTheAcquirersOwnWords() {
        var declined = next(Declined.class, "paying", "acquirer declines");
        assertEquals("CC61", declined.code());
        assertEquals("한도 초과", declined.message());
    }

    @Test
    void evidenceOfALateApprovalReopensAVoidedPaymentAtOnce() {
        for (var evidence : List.of("acquirer approves", "inquiry finds an approval", "approval in doubt, tno known")) {
            var voiding = next(Voiding.class, "voided", evidence);
            assertEquals(Reason.APPROVED_TOO_LATE, voiding.doubt().reason(), evidence);
            assertEquals(new Trace.Known(Scene.TNO), voiding.doubt().trace(), evidence);
            assertEquals(Scene.START, voiding.resolveAfter(), "due already: " + evidence);
        }
    }

    @Test
    void anApprovalWeHoldTheNumberOfIsOverOnlyOnceItIsUndone() {
        for (var rumour : List.of("inquiry finds none, time over", "acquirer declines", "approval surely not sent")) {
            assertEquals(".", shown(Lifecycle.decide(Scene.payment("voiding+tno"), Scene.event(rumour))), rumour);
            assertEquals(".", shown(Lifecycle.decide(Scene.payment("stuck+tno"), Scene.event(rumour))), rumour);
        }
        next(Voided.class, "voiding+tno", "our net-cancel is done");
    }

    @Test
    void aLateDoubtDoesNotRestartTheGuardTimeNorForgetTheFirstReason() {
        var late = new ApprovalInDoubt(
                new Doubt(Reason.AMOUNT_DIFFERS, new Trace.Known(Scene.TNO), Scene.LATER), Scene.LATER.plusSeconds(60));
        var verdict = Lifecycle.decide(Scene.payment("voiding"), late);
        var voiding = assertInstanceOf(
                Voiding.class, assertInstanceOf(Next.class, verdict).payment());
        assertEquals(Scene.traced(), voiding.doubt());
        assertEquals(Scene.LATER, voiding.resolveAfter());
    }

    @Test
    void giveUpSaysWhyAndKeepsTheHandle() {
        var verdict = Lifecycle.decide(Scene.payment("voiding+tno"), new ResolverGaveUp(Reason.CANCEL_REFUSED));
        var stuck = assertInstanceOf(
                Stuck.class, assertInstanceOf(Next.class, verdict).payment());
        assertEquals(Scene.doubt(Reason.CANCEL_REFUSED, new Trace.Known(Scene.TNO)), stuck.doubt());
    }

    @Test
    void aDelayedVoidSaysWhyAndKeepsSinceWhenAndTheHandle() {
        var voiding = next(Voiding.class, "voiding+tno", "what to undo stays unsaid");
        assertEquals(Scene.doubt(Reason.INQUIRY_UNANSWERED, new Trace.Known(Scene.TNO)), voiding.doubt());
        assertEquals(Scene.LATER, voiding.resolveAfter());
    }

    @Test
    void aRefusedCancelLeavesThePaymentExactlyAsItWas() {
        assertEquals(Scene.payment("paid"), next(Paid.class, "cancelling", "acquirer refuses the cancel"));
        assertEquals(Scene.payment("paid"), next(Paid.class, "cancelling", "cancel surely not sent"));
    }

    @Test
    void aCancelledPaymentCarriesTheAcquirersClock() {
        var cancelled = next(Cancelled.class, "cancelling", "acquirer cancels");
        assertEquals(Scene.CANCELLED_AT, cancelled.cancelledAt());
        assertEquals(Scene.APPROVAL, cancelled.approval());
    }

    private static <T extends Payment> T next(Class<T> state, String from, String event) {
        var verdict = Lifecycle.decide(Scene.payment(from), Scene.event(event));
        return assertInstanceOf(state, assertInstanceOf(Next.class, verdict).payment());
    }

    private static String shown(Verdict verdict) {
        return switch (verdict) {
            case Next(Voiding voiding) -> "voiding" + handle(voiding.doubt());
            case Next(Stuck stuck) -> "stuck" + handle(stuck.doubt());
            case Next(var payment) -> Payment.stateOf(payment).toLowerCase(Locale.ROOT);
            case Refused(var ground) ->
                switch (ground) {
                    case ALREADY_PAID -> "8002";
                    case NOT_CANCELLABLE -> "1005";
                    case OUT_OF_TURN -> ".";
                };
        };
    }

    private static String handle(Doubt doubt) {
        return switch (doubt.trace()) {
            case Trace.Unknown _ -> "";
            case Trace.Known _ -> "+tno";
        };
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static Set<String> kinds(Iterable<?> things) {
        var names = new TreeSet<String>();
        for (var thing : things) names.add(thing.getClass().getSimpleName());
        return names;
    }

    /** The records behind a sealed interface, through all its layers. */
    private static Set<String> leaves(Class<?> type) {
        var names = new TreeSet<String>();
        if (!type.isInterface()) names.add(type.getSimpleName());
        else for (var below : type.getPermittedSubclasses()) names.addAll(leaves(below));
        return names;
    }
}
