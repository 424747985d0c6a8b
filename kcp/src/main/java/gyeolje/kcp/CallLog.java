package gyeolje.kcp;

import gyeolje.core.payment.Acquirer.Finding;
import gyeolje.core.payment.Acquirer.Registering;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One line and one measurement for each call. Never what was sent or received, but for KCP's code. */
final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger(Kcp.class);

    private final UpstreamListener listener;

    CallLog(UpstreamListener listener) {
        this.listener = listener;
    }

    void over(Operation operation, Order order, Reply reply, Outcome outcome, Deadline deadline) {
        var took = deadline.elapsed();
        listener.answered(operation, outcome, took);
        LOG.atLevel(level(outcome))
                .log(
                        "kcp {} {} {} in {} ms: {}",
                        operation.label(),
                        order.transaction(),
                        outcome.label(),
                        took.toMillis(),
                        words(reply));
    }

    private static Level level(Outcome outcome) {
        return switch (outcome) {
            case DONE -> Level.DEBUG;
            case REFUSED, NOT_FOUND -> Level.INFO;
            case NOT_SENT, IN_DOUBT -> Level.WARN;
        };
    }

    private static String words(Reply reply) {
        return switch (reply) {
            case Reply.NotSent(var why) -> why;
            case Reply.Silent(var why) -> why;
            case Reply.Unreadable(var status, var why) -> "HTTP " + status + ", " + why;
            case Reply.Answered(var status, var answer) -> "HTTP " + status + ", code " + code(answer);
        };
    }

    private static String code(Answer answer) {
        var code = answer.code().isEmpty() ? answer.text(Field.REGISTRATION_CODE) : answer.code();
        return KcpCodes.isWellFormed(code) ? code : "malformed";
    }

    static Outcome outcome(Registering registering) {
        return switch (registering) {
            case Registering.Done _ -> Outcome.DONE;
            case Registering.Refused _ -> Outcome.REFUSED;
            case Registering.Unreachable _ -> Outcome.NOT_SENT;
        };
    }

    static Outcome outcome(ApprovalOutcome outcome) {
        return switch (outcome) {
            case AcquirerApproved _ -> Outcome.DONE;
            case AcquirerDeclined _ -> Outcome.REFUSED;
            case AcquirerNotReached _ -> Outcome.NOT_SENT;
            case ApprovalInDoubt _ -> Outcome.IN_DOUBT;
        };
    }

    static Outcome outcome(CancelOutcome outcome) {
        return switch (outcome) {
            case AcquirerCancelled _ -> Outcome.DONE;
            case CancelRefused _ -> Outcome.REFUSED;
            case CancelNotSent _ -> Outcome.NOT_SENT;
            case CancelInDoubt _ -> Outcome.IN_DOUBT;
        };
    }

    static Outcome outcome(Finding finding) {
        return switch (finding) {
            case Finding.Approved _, Finding.Cancelled _ -> Outcome.DONE;
            case Finding.NotFound _ -> Outcome.NOT_FOUND;
            case Finding.Unanswered _ -> Outcome.IN_DOUBT;
        };
    }
}
