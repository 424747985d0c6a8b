package gyeolje.core.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.NetCancelled;
import gyeolje.core.payment.Payment.Cancelled;
import gyeolje.core.payment.Payment.Cancelling;
import gyeolje.core.payment.Payment.Declined;
import gyeolje.core.payment.Payment.Live;
import gyeolje.core.payment.Payment.Open;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Payment.Paid;
import gyeolje.core.payment.Payment.Paying;
import gyeolje.core.payment.Payment.Stuck;
import gyeolje.core.payment.Payment.Voided;
import gyeolje.core.payment.Payment.Voiding;
import gyeolje.core.payment.Verdict.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Long random lives of a payment: what holds along all of them. The seed is fixed, so that a failure can be repeated. */
final class LifecycleWalkTest {
    private static final long SEED = 20260401;
    private static final int LIVES = 3_000;
    private static final int EVENTS = 40;

    private record Step(Payment before, Event event, Payment after) {}

    @Test
    void theWalksReachEveryState() {
        var reached = new TreeSet<String>();
        everyLife(life -> life.forEach(step -> reached.add(Payment.stateOf(step.after()))));
        assertEquals(
                Set.of("PAYING", "PAID", "DECLINED", "VOIDING", "VOIDED", "STUCK", "CANCELLING", "CANCELLED"), reached);
    }

    @Test
    void onceVoidingNeverPaidAgain() {
        everyLife(life -> {
            boolean voiding = false;
            for (var step : life) {
                voiding |= step.after() instanceof Voiding;
                if (voiding) assertFalse(moneyStands(step.after()), () -> "paid after voiding: " + life);
            }
        });
    }

    @Test
    void cancelledAndDeclinedAreFinal() {
        everyStep(step -> assertFalse(
                step.before() instanceof Cancelled || step.before() instanceof Declined, () -> "moved on: " + step));
    }

    @Test
    void onceApprovedTheApprovalNeverChanges() {
        everyLife(life -> {
            Optional<Approval> first = Optional.empty();
            for (var step : life) {
                var now = approvalOf(step.after());
                if (first.isPresent()) assertEquals(first, now, () -> "the approval changed: " + life);
                else first = now;
            }
        });
    }

    @Test
    void whatIsPaidIsWhatWasOrdered() {
        everyStep(step -> approvalOf(step.after())
                .ifPresent(approval -> assertEquals(step.after().order().amount(), approval.amount())));
    }

    @Test
    void theOrderNeverChanges() {
        everyStep(step -> assertEquals(Scene.ORDER, step.after().order()));
    }

    @Test
    void anApprovalWhoseNumberIsKnownIsVoidedOnlyByUndoingIt() {
        everyStep(step -> {
            if (step.after() instanceof Voided && isTraced(step.before()))
                assertTrue(step.event() instanceof NetCancelled, () -> "forgotten money: " + step);
        });
    }

    @Test
    void onceKnownTheAcquirersNumberIsNotForgotten() {
        everyStep(step -> {
            if (isTraced(step.before())) assertTrue(isTraced(step.after()), () -> "forgotten number: " + step);
        });
    }

    @Test
    void aPaymentIsLiveWhereMoneyHasMovedOrMayHaveAndOpenWhereSomebodyMustAct() {
        everyStep(step -> {
            var after = step.after();
            boolean live = switch (after) {
                case Paying _, Paid _, Voiding _, Stuck _, Cancelling _ -> true;
                case Ordered _, Declined _, Voided _, Cancelled _ -> false;
            };
            boolean open = switch (after) {
                case Paying _, Voiding _, Cancelling _ -> true;
                case Ordered _, Paid _, Declined _, Voided _, Stuck _, Cancelled _ -> false;
            };
            assertEquals(live, after instanceof Live);
            assertEquals(open, after instanceof Open);
        });
    }

    @Test
    void puttingOffAnOpenPaymentChangesNothingElse() {
        everyStep(step -> {
            if (!(step.after() instanceof Open open)) return;
            var later = open.resolvedAfter(Scene.LATER.plusSeconds(600));
            assertEquals(Scene.LATER.plusSeconds(600), later.resolveAfter());
            assertEquals(step.after(), later.resolvedAfter(open.resolveAfter()));
        });
    }

    private static boolean moneyStands(Payment payment) {
        return payment instanceof Paid || payment instanceof Cancelling || payment instanceof Cancelled;
    }

    private static Optional<Approval> approvalOf(Payment payment) {
        return switch (payment) {
            case Paid paid -> Optional.of(paid.approval());
            case Cancelling cancelling -> Optional.of(cancelling.approval());
            case Cancelled cancelled -> Optional.of(cancelled.approval());
            case Ordered _, Paying _, Declined _, Voiding _, Voided _, Stuck _ -> Optional.empty();
        };
    }

    private static boolean isTraced(Payment payment) {
        return switch (payment) {
            case Voiding voiding -> voiding.doubt().trace() instanceof Trace.Known;
            case Stuck stuck -> stuck.doubt().trace() instanceof Trace.Known;
            case Voided voided -> voided.doubt().trace() instanceof Trace.Known;
            case Ordered _, Paying _, Paid _, Declined _, Cancelling _, Cancelled _ -> false;
        };
    }

    private static void everyStep(Consumer<Step> check) {
        everyLife(life -> life.forEach(check));
    }

    private static void everyLife(Consumer<List<Step>> check) {
        var random = new Random(SEED);
        var events = List.copyOf(Scene.events().values());
        for (int i = 0; i < LIVES; i++) check.accept(life(random, events));
    }

    private static List<Step> life(Random random, List<Event> events) {
        var steps = new ArrayList<Step>();
        Payment payment = Scene.payment("ordered");
        for (int i = 0; i < EVENTS; i++) {
            var event = events.get(random.nextInt(events.size()));
            if (!(Lifecycle.decide(payment, event) instanceof Next(var after))) continue;
            steps.add(new Step(payment, event, after));
            payment = after;
        }
        return steps;
    }
}
