package gyeolje.kcp;

import gyeolje.core.payment.Doubt.Trace;
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

/** Outcomes in one line each, for tables. */
final class Told {
    static String of(ApprovalOutcome outcome) {
        return switch (outcome) {
            case AcquirerApproved approved ->
                "approved " + approved.approval().tno() + " "
                        + approved.approval().means().getClass().getSimpleName();
            case AcquirerDeclined(var code, var message) -> "declined " + code + " " + message;
            case AcquirerNotReached _ -> "not reached";
            case ApprovalInDoubt doubt ->
                doubt.doubt().reason() + " " + of(doubt.doubt().trace());
        };
    }

    static String of(CancelOutcome outcome) {
        return switch (outcome) {
            case AcquirerCancelled(var at) -> "cancelled " + at;
            case CancelRefused refused -> "refused " + refused.code() + " " + refused.message();
            case CancelNotSent _ -> "not sent";
            case CancelInDoubt(var reason) -> reason.name();
        };
    }

    private static String of(Trace trace) {
        return switch (trace) {
            case Trace.Unknown _ -> "?";
            case Trace.Known(var tno) -> tno.text();
        };
    }

    private Told() {}
}
