package gyeolje.core.payment;

import gyeolje.core.payment.Doubt.Reason;
import gyeolje.core.payment.Doubt.Trace;
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
import gyeolje.core.payment.Payment.Cancelled;
import gyeolje.core.payment.Payment.Cancelling;
import gyeolje.core.payment.Payment.Declined;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Payment.Paid;
import gyeolje.core.payment.Payment.Paying;
import gyeolje.core.payment.Payment.Stuck;
import gyeolje.core.payment.Payment.Voided;
import gyeolje.core.payment.Payment.Voiding;
import gyeolje.core.payment.Verdict.Ground;
import gyeolje.core.payment.Verdict.Next;
import gyeolje.core.payment.Verdict.Refused;
import gyeolje.core.value.AcquirerTransactionId;

/**
 * The whole life of a payment as one total function (merchant API, section 7). No default branch anywhere: the compiler asks
 * about every pair of state and event. Once a payment is voiding it can never be paid again; evidence of an approval that arrives
 * later, even after the payment was voided, leads back to voiding. While we hold the acquirer's number of an approval, nothing
 * but its undoing ends the payment: "not found" about money that we know to have moved is no news.
 */
public final class Lifecycle {
    /** What the merchant hears when surely nothing reached the acquirer (merchant API, section 6). */
    static final ResponseCode NOT_REACHED = ResponseCode.ASK_OPERATOR;

    public static Verdict decide(Payment payment, Event event) {
        return switch (payment) {
            case Ordered ordered -> onOrdered(ordered, event);
            case Paying paying -> onPaying(paying, event);
            case Paid paid -> onPaid(paid, event);
            case Declined _, Cancelled _ -> onOver(event);
            case Voiding voiding -> onVoiding(voiding, event);
            case Voided voided -> onVoided(voided, event);
            case Stuck stuck -> onStuck(stuck, event);
            case Cancelling cancelling -> onCancelling(cancelling, event);
        };
    }

    private static Verdict onOrdered(Ordered ordered, Event event) {
        return switch (event) {
            case PayRequested requested -> new Next(ordered.paying(requested));
            case CancelRequested _ -> new Refused(Ground.NOT_CANCELLABLE);
            case AcquirerApproved _,
                    AcquirerDeclined _,
                    AcquirerNotReached _,
                    ApprovalInDoubt _,
                    ApprovalFound _,
                    NoApprovalFound _,
                    NetCancelled _,
                    VoidDelayed _,
                    ResolverGaveUp _,
                    AcquirerCancelled _,
                    CancelRefused _,
                    CancelNotSent _,
                    CancelInDoubt _ -> new Refused(Ground.OUT_OF_TURN);
        };
    }

    private static Verdict onPaying(Paying paying, Event event) {
        return switch (event) {
            case AcquirerApproved(var approval)
            when !approval.amount().equals(paying.order().amount()) -> new Next(amountDiffers(paying, approval));
            case AcquirerApproved(var approval) -> new Next(new Paid(paying.order(), paying.attempt(), approval));
            case AcquirerDeclined(var code, var message) ->
                new Next(new Declined(paying.order(), paying.attempt(), code, message));
            case AcquirerNotReached _ ->
                new Next(new Declined(paying.order(), paying.attempt(), NOT_REACHED.wire(), NOT_REACHED.message()));
            case ApprovalInDoubt(var doubt, var resolveAfter) ->
                new Next(new Voiding(paying.order(), paying.attempt(), doubt, resolveAfter));
            case PayRequested _ -> new Refused(Ground.ALREADY_PAID);
            case CancelRequested _ -> new Refused(Ground.NOT_CANCELLABLE);
            case ApprovalFound _,
                    NoApprovalFound _,
                    NetCancelled _,
                    VoidDelayed _,
                    ResolverGaveUp _,
                    AcquirerCancelled _,
                    CancelRefused _,
                    CancelNotSent _,
                    CancelInDoubt _ -> new Refused(Ground.OUT_OF_TURN);
        };
    }

    private static Verdict onPaid(Paid paid, Event event) {
        return switch (event) {
            case CancelRequested(var cancellation, var resolveAfter) ->
                new Next(new Cancelling(paid.order(), paid.attempt(), paid.approval(), cancellation, resolveAfter));
            case PayRequested _ -> new Refused(Ground.ALREADY_PAID);
            case AcquirerApproved _,
                    AcquirerDeclined _,
                    AcquirerNotReached _,
                    ApprovalInDoubt _,
                    ApprovalFound _,
                    NoApprovalFound _,
                    NetCancelled _,
                    VoidDelayed _,
                    ResolverGaveUp _,
                    AcquirerCancelled _,
                    CancelRefused _,
                    CancelNotSent _,
                    CancelInDoubt _ -> new Refused(Ground.OUT_OF_TURN);
        };
    }

    private static Verdict onOver(Event event) {
        return switch (event) {
            case PayRequested _ -> new Refused(Ground.ALREADY_PAID);
            case CancelRequested _ -> new Refused(Ground.NOT_CANCELLABLE);
            case AcquirerApproved _,
                    AcquirerDeclined _,
                    AcquirerNotReached _,
                    ApprovalInDoubt _,
                    ApprovalFound _,
                    NoApprovalFound _,
                    NetCancelled _,
                    VoidDelayed _,
                    ResolverGaveUp _,
                    AcquirerCancelled _,
                    CancelRefused _,
                    CancelNotSent _,
                    CancelInDoubt _ -> new Refused(Ground.OUT_OF_TURN);
        };
    }

    private static Verdict onVoiding(Voiding voiding, Event event) {
        return switch (event) {
            case AcquirerApproved(var approval) ->
                new Next(doubted(voiding, voiding.doubt().traced(approval.tno())));
            case ApprovalFound found ->
                new Next(doubted(voiding, voiding.doubt().traced(found.tno())));
            case ApprovalInDoubt late ->
                switch (late.doubt().trace()) {
                    case Trace.Known(var tno) ->
                        new Next(doubted(voiding, voiding.doubt().traced(tno)));
                    case Trace.Unknown _ -> new Next(voiding);
                };
            case AcquirerDeclined _, AcquirerNotReached _, NoApprovalFound _ ->
                switch (voiding.doubt().trace()) {
                    case Trace.Known _ -> new Refused(Ground.OUT_OF_TURN);
                    case Trace.Unknown _ -> new Next(voided(voiding));
                };
            case NetCancelled _ -> new Next(voided(voiding));
            case VoidDelayed(var reason) ->
                new Next(doubted(voiding, voiding.doubt().because(reason)));
            case ResolverGaveUp(var reason) -> new Next(stuck(voiding, reason));
            case PayRequested _ -> new Refused(Ground.ALREADY_PAID);
            case CancelRequested _ -> new Refused(Ground.NOT_CANCELLABLE);
            case AcquirerCancelled _, CancelRefused _, CancelNotSent _, CancelInDoubt _ ->
                new Refused(Ground.OUT_OF_TURN);
        };
    }

    private static Verdict onVoided(Voided voided, Event event) {
        return switch (event) {
            case AcquirerApproved(var approval) -> new Next(reopened(voided, approval.tno()));
            case ApprovalFound found -> new Next(reopened(voided, found.tno()));
            case ApprovalInDoubt late ->
                switch (late.doubt().trace()) {
                    case Trace.Known(var tno) -> new Next(reopened(voided, tno));
                    case Trace.Unknown _ -> new Refused(Ground.OUT_OF_TURN);
                };
            case PayRequested _ -> new Refused(Ground.ALREADY_PAID);
            case CancelRequested _ -> new Refused(Ground.NOT_CANCELLABLE);
            case AcquirerDeclined _,
                    AcquirerNotReached _,
                    NoApprovalFound _,
                    NetCancelled _,
                    VoidDelayed _,
                    ResolverGaveUp _,
                    AcquirerCancelled _,
                    CancelRefused _,
                    CancelNotSent _,
                    CancelInDoubt _ -> new Refused(Ground.OUT_OF_TURN);
        };
    }

    private static Verdict onStuck(Stuck stuck, Event event) {
        return switch (event) {
            case AcquirerApproved(var approval) -> new Next(reopened(stuck, approval.tno()));
            case ApprovalFound found -> new Next(reopened(stuck, found.tno()));
            case ApprovalInDoubt late ->
                switch (late.doubt().trace()) {
                    case Trace.Known(var tno) -> new Next(reopened(stuck, tno));
                    case Trace.Unknown _ -> new Refused(Ground.OUT_OF_TURN);
                };
            case AcquirerDeclined _, AcquirerNotReached _, NoApprovalFound _ ->
                switch (stuck.doubt().trace()) {
                    case Trace.Known _ -> new Refused(Ground.OUT_OF_TURN);
                    case Trace.Unknown _ -> new Next(voided(stuck));
                };
            case NetCancelled _ -> new Next(voided(stuck));
            case PayRequested _ -> new Refused(Ground.ALREADY_PAID);
            case CancelRequested _ -> new Refused(Ground.NOT_CANCELLABLE);
            case VoidDelayed _,
                    ResolverGaveUp _,
                    AcquirerCancelled _,
                    CancelRefused _,
                    CancelNotSent _,
                    CancelInDoubt _ -> new Refused(Ground.OUT_OF_TURN);
        };
    }

    private static Verdict onCancelling(Cancelling cancelling, Event event) {
        return switch (event) {
            case AcquirerCancelled(var at) ->
                new Next(new Cancelled(
                        cancelling.order(),
                        cancelling.attempt(),
                        cancelling.approval(),
                        cancelling.cancellation(),
                        at));
            case CancelRefused _, CancelNotSent _ ->
                new Next(new Paid(cancelling.order(), cancelling.attempt(), cancelling.approval()));
            case CancelInDoubt _ -> new Next(cancelling);
            case PayRequested _ -> new Refused(Ground.ALREADY_PAID);
            case CancelRequested _ -> new Refused(Ground.NOT_CANCELLABLE);
            case AcquirerApproved _,
                    AcquirerDeclined _,
                    AcquirerNotReached _,
                    ApprovalInDoubt _,
                    ApprovalFound _,
                    NoApprovalFound _,
                    NetCancelled _,
                    VoidDelayed _,
                    ResolverGaveUp _ -> new Refused(Ground.OUT_OF_TURN);
        };
    }

    /** What is paid is what was ordered, whatever the adapter let pass. */
    private static Voiding amountDiffers(Paying paying, Approval approval) {
        var doubt = new Doubt(
                Reason.AMOUNT_DIFFERS,
                new Trace.Known(approval.tno()),
                paying.attempt().startedAt());
        return new Voiding(paying.order(), paying.attempt(), doubt, paying.resolveAfter());
    }

    private static Voiding doubted(Voiding voiding, Doubt doubt) {
        return new Voiding(voiding.order(), voiding.attempt(), doubt, voiding.resolveAfter());
    }

    private static Stuck stuck(Voiding voiding, Reason reason) {
        return new Stuck(voiding.order(), voiding.attempt(), voiding.doubt().because(reason));
    }

    private static Voided voided(Voiding voiding) {
        return new Voided(voiding.order(), voiding.attempt(), voiding.doubt());
    }

    private static Voided voided(Stuck stuck) {
        return new Voided(stuck.order(), stuck.attempt(), stuck.doubt());
    }

    private static Voiding reopened(Voided voided, AcquirerTransactionId tno) {
        var doubt = new Doubt(
                Reason.APPROVED_TOO_LATE, new Trace.Known(tno), voided.doubt().since());
        return new Voiding(voided.order(), voided.attempt(), doubt, doubt.since());
    }

    private static Voiding reopened(Stuck stuck, AcquirerTransactionId tno) {
        var doubt = stuck.doubt().traced(tno);
        return new Voiding(stuck.order(), stuck.attempt(), doubt, doubt.since());
    }

    private Lifecycle() {}
}
