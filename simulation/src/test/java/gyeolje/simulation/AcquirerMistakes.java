package gyeolje.simulation;

import gyeolje.core.payment.Acquirer;
import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Authentication;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.AcquirerNotReached;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.ApprovalOutcome;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.CancelNotSent;
import gyeolje.core.payment.Event.CancelOutcome;
import gyeolje.core.payment.Event.CancelRefused;
import gyeolje.core.payment.Order;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.gateway.flow.Patience;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/** Mistakes of design in how the acquirer's answers and its silence are understood. */
final class AcquirerMistakes {
    private static final LocalDateTime SOMETIME = LocalDateTime.of(2026, 11, 24, 23, 30);

    static List<Variant> all() {
        return List.of(
                Variant.ofAcquirer("approval is asked for again after a timeout", ApprovesAgain::new),
                Variant.ofAcquirer("a timeout counts as declined", SilenceIsDeclined::new),
                Variant.ofAcquirer("a duplicate counts as declined", DuplicateIsDeclined::new),
                Variant.ofAcquirer("a broken connection counts as not sent", SilenceIsNotSent::new),
                Variant.ofAcquirer("the approved amount is not compared", AnyAmountWillDo::new),
                Variant.ofAcquirer("the money is given back once, heard or not", CancelsOnce::new),
                Variant.ofAcquirer("an unknown trade counts as cancelled", UnknownIsCancelled::new),
                Variant.ofAcquirer("a cancel in doubt counts as not sent", CancelDoubtIsNotSent::new),
                Variant.ofPatience(
                        "not found is final at once",
                        patience -> new Patience(patience.acquirer(), patience.firstDelay(), Duration.ZERO)));
    }

    private static boolean isBecauseOf(ApprovalOutcome outcome, Doubt.Reason reason) {
        return outcome instanceof ApprovalInDoubt(var doubt, var _) && doubt.reason() == reason;
    }

    private static final class ApprovesAgain extends PassingAcquirer {
        ApprovesAgain(Acquirer acquirer) {
            super(acquirer);
        }

        @Override
        public ApprovalOutcome approve(Order order, Authentication authentication) {
            var outcome = acquirer.approve(order, authentication);
            return isBecauseOf(outcome, Doubt.Reason.NO_ANSWER) ? acquirer.approve(order, authentication) : outcome;
        }
    }

    private static final class SilenceIsDeclined extends PassingAcquirer {
        SilenceIsDeclined(Acquirer acquirer) {
            super(acquirer);
        }

        @Override
        public ApprovalOutcome approve(Order order, Authentication authentication) {
            var outcome = acquirer.approve(order, authentication);
            return isBecauseOf(outcome, Doubt.Reason.NO_ANSWER) ? new AcquirerDeclined("9998", "시간 초과") : outcome;
        }
    }

    private static final class DuplicateIsDeclined extends PassingAcquirer {
        DuplicateIsDeclined(Acquirer acquirer) {
            super(acquirer);
        }

        @Override
        public ApprovalOutcome approve(Order order, Authentication authentication) {
            var outcome = acquirer.approve(order, authentication);
            return isBecauseOf(outcome, Doubt.Reason.DUPLICATE) ? new AcquirerDeclined("8094", "중복") : outcome;
        }
    }

    private static final class SilenceIsNotSent extends PassingAcquirer {
        SilenceIsNotSent(Acquirer acquirer) {
            super(acquirer);
        }

        @Override
        public ApprovalOutcome approve(Order order, Authentication authentication) {
            var outcome = acquirer.approve(order, authentication);
            return isBecauseOf(outcome, Doubt.Reason.NO_ANSWER) ? new AcquirerNotReached("reset") : outcome;
        }
    }

    private static final class AnyAmountWillDo extends PassingAcquirer {
        AnyAmountWillDo(Acquirer acquirer) {
            super(acquirer);
        }

        @Override
        public ApprovalOutcome approve(Order order, Authentication authentication) {
            var outcome = acquirer.approve(order, authentication);
            if (!(outcome instanceof AcquirerApproved(var approval))) return outcome;
            return new AcquirerApproved(
                    new Approval(approval.tno(), order.amount(), approval.approvedAt(), approval.means()));
        }
    }

    private static final class CancelsOnce extends PassingAcquirer {
        CancelsOnce(Acquirer acquirer) {
            super(acquirer);
        }

        @Override
        public CancelOutcome cancel(Order order, AcquirerTransactionId tno, String reason) {
            var outcome = acquirer.cancel(order, tno, reason);
            return outcome instanceof CancelInDoubt ? new AcquirerCancelled(SOMETIME) : outcome;
        }
    }

    private static final class UnknownIsCancelled extends PassingAcquirer {
        UnknownIsCancelled(Acquirer acquirer) {
            super(acquirer);
        }

        @Override
        public CancelOutcome cancel(Order order, AcquirerTransactionId tno, String reason) {
            var outcome = acquirer.cancel(order, tno, reason);
            boolean unknown =
                    outcome instanceof CancelRefused refused && refused.ground() == CancelRefused.Ground.NO_SUCH_TRADE;
            return unknown ? new AcquirerCancelled(SOMETIME) : outcome;
        }
    }

    private static final class CancelDoubtIsNotSent extends PassingAcquirer {
        CancelDoubtIsNotSent(Acquirer acquirer) {
            super(acquirer);
        }

        @Override
        public CancelOutcome cancel(Order order, AcquirerTransactionId tno, String reason) {
            var outcome = acquirer.cancel(order, tno, reason);
            return outcome instanceof CancelInDoubt ? new CancelNotSent("reset") : outcome;
        }
    }

    private AcquirerMistakes() {}
}
