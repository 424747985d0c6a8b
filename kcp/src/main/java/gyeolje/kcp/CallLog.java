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

    /**
     * How a call ended.
     *
     * @param why empty where KCP's code says it all
     */
    record Ending(Outcome outcome, String why) {
        static Ending of(Outcome outcome) {
            return new Ending(outcome, "");
        }
    }

    void over(Operation operation, Order order, Reply reply, Ending ending, Deadline deadline) {
        var took = deadline.elapsed();
        var outcome = ending.outcome();
        listener.answered(operation, outcome, took);
        LOG.atLevel(level(outcome))
                .log(
                        "kcp {} {} {} in {} ms: {}{}",
                        operation.label(),
                        order.transaction(),
                        outcome.label(),
                        took.toMillis(),
                        words(reply),
                        ending.why().isEmpty() ? "" : "; " + ending.why());
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

    static Ending ending(Registering registering, Reply reply) {
        return switch (registering) {
            case Registering.Done _ -> Ending.of(Outcome.DONE);
            case Registering.Refused _ -> Ending.of(Outcome.REFUSED);
            case Registering.Unreachable(var why) -> unanswered(reply, why);
        };
    }

    static Ending ending(ApprovalOutcome outcome) {
        return switch (outcome) {
            case AcquirerApproved _ -> Ending.of(Outcome.DONE);
            case AcquirerDeclined _ -> Ending.of(Outcome.REFUSED);
            case AcquirerNotReached _ -> Ending.of(Outcome.NOT_SENT);
            case ApprovalInDoubt doubt ->
                new Ending(Outcome.IN_DOUBT, doubt.doubt().reason().name());
        };
    }

    static Ending ending(CancelOutcome outcome) {
        return switch (outcome) {
            case AcquirerCancelled _ -> Ending.of(Outcome.DONE);
            case CancelRefused _ -> Ending.of(Outcome.REFUSED);
            case CancelNotSent _ -> Ending.of(Outcome.NOT_SENT);
            case CancelInDoubt(var reason) -> new Ending(Outcome.IN_DOUBT, reason.name());
        };
    }

    static Ending ending(Finding finding, Reply reply) {
        return switch (finding) {
            case Finding.Approved _, Finding.Cancelled _ -> Ending.of(Outcome.DONE);
            case Finding.NotFound _ -> Ending.of(Outcome.NOT_FOUND);
            case Finding.Unanswered(var why) -> unanswered(reply, why);
        };
    }

    private static Ending unanswered(Reply reply, String why) {
        return reply instanceof Reply.NotSent ? Ending.of(Outcome.NOT_SENT) : new Ending(Outcome.IN_DOUBT, why);
    }
}
