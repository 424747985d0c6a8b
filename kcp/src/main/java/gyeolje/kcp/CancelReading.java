package gyeolje.kcp;

import gyeolje.core.payment.Doubt.Reason;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.CancelNotSent;
import gyeolje.core.payment.Event.CancelOutcome;
import gyeolje.core.payment.Event.CancelRefused;
import gyeolje.core.payment.Order;
import gyeolje.core.value.AcquirerTransactionId;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What an answer to a cancel of the whole amount means (KCP wire, cancellation). */
final class CancelReading {
    private final InstantSource clock;

    CancelReading(InstantSource clock) {
        this.clock = clock;
    }

    /** Reads the reply; `before` finds out about a cancel that was done before this one. */
    CancelOutcome read(Order order, AcquirerTransactionId tno, Reply reply, Supplier<CancelOutcome> before) {
        return switch (reply) {
            case Reply.NotSent(var why) -> new CancelNotSent(why);
            case Reply.Silent _ -> new CancelInDoubt(Reason.CANCEL_UNANSWERED);
            case Reply.Unreadable unreadable ->
                new CancelInDoubt(unreadable.status() == Reply.Answered.OK ? Reason.UNREADABLE : Reason.UPSTREAM_FAULT);
            case Reply.Answered answered when answered.isOk() -> read(order, tno, answered.answer(), before);
            case Reply.Answered answered -> readFault(answered);
        };
    }

    private CancelOutcome read(Order order, AcquirerTransactionId tno, Answer answer, Supplier<CancelOutcome> before) {
        if (!KcpCodes.isWellFormed(answer.code())) return new CancelInDoubt(Reason.UNREADABLE);
        return switch (KcpCodes.meaning(answer.code())) {
            case DONE -> cancelled(order, tno, answer);
            case ALREADY_CANCELLED -> before.get();
            case UNCERTAIN -> new CancelInDoubt(Reason.UPSTREAM_FAULT);
            case SEEN_BEFORE -> new CancelInDoubt(Reason.DUPLICATE);
            case REFUSED, NO_SUCH_TRADE, NOT_ENOUGH_UNSETTLED, UNLISTED -> refused(answer);
        };
    }

    /** As with approvals: over another status only a refusal that the table knows, with KCP blaming the request. */
    private static CancelOutcome readFault(Reply.Answered answered) {
        return switch (KcpCodes.meaning(answered.answer().code())) {
            case REFUSED, NO_SUCH_TRADE, NOT_ENOUGH_UNSETTLED ->
                answered.blamesUs() ? refused(answered.answer()) : new CancelInDoubt(Reason.UPSTREAM_FAULT);
            case DONE, UNCERTAIN, SEEN_BEFORE, ALREADY_CANCELLED, UNLISTED -> new CancelInDoubt(Reason.UPSTREAM_FAULT);
        };
    }

    private CancelOutcome cancelled(Order order, AcquirerTransactionId tno, Answer answer) {
        if (!answer.agrees(Field.TRADE, tno.text())
                || !answer.agrees(Field.ORDER, order.transaction().text()))
            return new CancelInDoubt(Reason.ORDER_DIFFERS);
        return new AcquirerCancelled(answer.time(Field.CANCEL_TIME).orElseGet(() -> Seoul.now(clock)));
    }

    private static CancelRefused refused(Answer answer) {
        var ground = switch (KcpCodes.meaning(answer.code())) {
            case NOT_ENOUGH_UNSETTLED -> CancelRefused.Ground.NOT_ENOUGH_UNSETTLED;
            case NO_SUCH_TRADE -> CancelRefused.Ground.NO_SUCH_TRADE;
            case DONE, REFUSED, UNCERTAIN, SEEN_BEFORE, ALREADY_CANCELLED, UNLISTED -> CancelRefused.Ground.OTHER;
        };
        return new CancelRefused(ground, answer.code(), answer.message());
    }
}
