package gyeolje.gateway.flow;

import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.AcquirerNotReached;
import gyeolje.core.payment.Event.ApprovalFound;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.CancelNotSent;
import gyeolje.core.payment.Event.CancelRefused;
import gyeolje.core.payment.Event.CancelRequested;
import gyeolje.core.payment.Event.NetCancelled;
import gyeolje.core.payment.Event.NoApprovalFound;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Event.ResolverGaveUp;
import gyeolje.core.payment.Event.VoidDelayed;
import gyeolje.core.payment.Payment;
import java.util.Locale;
import java.util.Optional;

/**
 * A recorded event that began or ended a doubt, for those who watch.
 *
 * @param event for counting: `doubt`, `cancel_doubt`, `void_delayed`, `found`, `voided`, `stuck`
 * @param reason for counting; `none` where the event says it all
 * @param words for people
 */
public record DoubtTold(String event, String reason, String words) {
    private static final String NONE = "none";

    static Optional<DoubtTold> of(Event event, Payment after) {
        return switch (event) {
            case ApprovalInDoubt(var doubt, var _) -> Optional.of(because("doubt", doubt.reason()));
            case CancelInDoubt(var reason) -> Optional.of(because("cancel_doubt", reason));
            case VoidDelayed(var reason) -> Optional.of(because("void_delayed", reason));
            case ResolverGaveUp(var reason) -> Optional.of(because("stuck", reason));
            case ApprovalFound _ ->
                Optional.of(new DoubtTold("found", NONE, "the acquirer had approved it: the money goes back"));
            case NetCancelled _ -> Optional.of(new DoubtTold("voided", "undone", "the money went back"));
            case NoApprovalFound _ ->
                Optional.of(new DoubtTold("voided", "nothing_to_undo", "the acquirer never approved it"));
            case AcquirerApproved _ -> late(after);
            case AcquirerDeclined _, AcquirerNotReached _ ->
                after instanceof Payment.Voided
                        ? Optional.of(new DoubtTold("voided", "nothing_to_undo", "the acquirer never approved it"))
                        : Optional.empty();
            case PayRequested _, CancelRequested _, AcquirerCancelled _, CancelRefused _, CancelNotSent _ ->
                Optional.empty();
        };
    }

    /** An approval that must not stand: it came too late, or over another amount. */
    private static Optional<DoubtTold> late(Payment after) {
        return after instanceof Payment.Voiding voiding
                ? Optional.of(because("doubt", voiding.doubt().reason()))
                : Optional.empty();
    }

    private static DoubtTold because(String event, Doubt.Reason reason) {
        return new DoubtTold(event, reason.name().toLowerCase(Locale.ROOT), reason.words());
    }
}
