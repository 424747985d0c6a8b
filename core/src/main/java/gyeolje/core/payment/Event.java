package gyeolje.core.payment;

import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Won;
import java.time.Instant;
import java.time.LocalDateTime;

/** Something that happened to a payment. */
public sealed interface Event {
    /** How the acquirer answered a request to approve. Silence is an answer too. */
    sealed interface ApprovalOutcome extends Event {}

    /** How the acquirer answered a request to cancel. */
    sealed interface CancelOutcome extends Event {}

    /** The merchant asked for the money; its day's limits have room for it. */
    record PayRequested(Attempt attempt, Instant resolveAfter) implements Event {}

    record AcquirerApproved(Approval approval) implements ApprovalOutcome {}

    record AcquirerDeclined(String code, String message) implements ApprovalOutcome {}

    /** Surely nothing was sent, so nothing happened there. */
    record AcquirerNotReached(String why) implements ApprovalOutcome {}

    /** The acquirer may have approved, or has approved what must not stand. */
    record ApprovalInDoubt(Doubt doubt, Instant resolveAfter) implements ApprovalOutcome {}

    /** An inquiry or a trade list found the approval that we lost sight of. */
    record ApprovalFound(AcquirerTransactionId tno, Won amount) implements Event {}

    /** The guard time is over and the acquirer still knows of no approval. */
    record NoApprovalFound(Instant asked) implements Event {}

    /** Our own undoing of an approval (망취소) is definite. */
    record NetCancelled(LocalDateTime at) implements Event {}

    /** What happened could not be found out, or not be undone: it is tried again. */
    record VoidDelayed(Doubt.Reason reason) implements Event {}

    record ResolverGaveUp(Doubt.Reason reason) implements Event {}

    record CancelRequested(Cancellation cancellation, Instant resolveAfter) implements Event {}

    record AcquirerCancelled(LocalDateTime at) implements CancelOutcome {}

    /** A definite no: the approval stands. */
    record CancelRefused(Ground ground, String code, String message) implements CancelOutcome {
        /** What the refusal means to us. */
        public enum Ground {
            /** Not enough unsettled money for the cancel; it may be asked again later. */
            NOT_ENOUGH_UNSETTLED,
            /** The acquirer knows no such trade. */
            NO_SUCH_TRADE,
            OTHER
        }
    }

    /**
     * Surely nothing was ever sent: the approval stands. Only the first try can say so. When a later one is not sent, the earlier
     * may still have arrived, and that is {@link CancelInDoubt}.
     */
    record CancelNotSent(String why) implements CancelOutcome {}

    /** The acquirer may have cancelled. */
    record CancelInDoubt(Doubt.Reason reason) implements CancelOutcome {}
}
