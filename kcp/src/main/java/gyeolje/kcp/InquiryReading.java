package gyeolje.kcp;

import gyeolje.core.payment.Acquirer.Finding;
import gyeolje.core.payment.Acquirer.Finding.Approved;
import gyeolje.core.payment.Acquirer.Finding.Cancelled;
import gyeolje.core.payment.Acquirer.Finding.NotFound;
import gyeolje.core.payment.Acquirer.Finding.Unanswered;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Order;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Won;
import java.time.InstantSource;
import java.util.Optional;

/** What an answer to an inquiry means (KCP wire, inquiry). Only an answer that surely speaks of this trade is a finding. */
final class InquiryReading {
    private final InstantSource clock;

    InquiryReading(InstantSource clock) {
        this.clock = clock;
    }

    Finding read(Order order, Trace trace, Reply reply) {
        return switch (reply) {
            case Reply.NotSent(var why) -> new Unanswered(why);
            case Reply.Silent(var why) -> new Unanswered(why);
            case Reply.Unreadable(var status, var why) -> new Unanswered("HTTP " + status + ", " + why);
            case Reply.Answered answered when answered.isOk() -> read(order, trace, answered.answer());
            case Reply.Answered answered -> new Unanswered("HTTP " + answered.status());
        };
    }

    private Finding read(Order order, Trace trace, Answer answer) {
        if (!KcpCodes.isWellFormed(answer.code())) return new Unanswered("the answer has no code");
        return switch (KcpCodes.meaning(answer.code())) {
            case DONE -> found(order, trace, answer);
            case NO_SUCH_TRADE -> new NotFound();
            case REFUSED, UNCERTAIN, SEEN_BEFORE, ALREADY_CANCELLED, NOT_ENOUGH_UNSETTLED, UNLISTED ->
                new Unanswered("KCP code " + answer.code());
        };
    }

    private Finding found(Order order, Trace trace, Answer answer) {
        if (!answer.agrees(Field.SITE, order.site().text())) return new Unanswered("the answer names another site");
        return switch (trace) {
            case Trace.Known(var tno) ->
                answer.agrees(Field.TRADE, tno.text())
                        ? state(tno, answer)
                        : new Unanswered("the answer names another trade");
            case Trace.Unknown _ -> foundByOrder(order, answer);
        };
    }

    /** The trade number found here is going to be cancelled, so the answer must say whose it is. */
    private Finding foundByOrder(Order order, Answer answer) {
        if (!answer.text(Field.ORDER).equals(order.transaction().text()))
            return new Unanswered("the answer names another order, or none");
        return answer.tno()
                .map(tno -> state(tno, answer))
                .orElseGet(() -> new Unanswered("the answer has no trade number"));
    }

    private Finding state(AcquirerTransactionId tno, Answer answer) {
        return switch (answer.text(Field.STATE)) {
            case Wire.STANDS -> standing(tno, won(answer, Field.AMOUNT));
            case Wire.STANDS_IN_PART -> standing(tno, won(answer, Field.REMAINING));
            case Wire.CANCELLED ->
                new Cancelled(
                        tno,
                        answer.time(Field.INQUIRED_CANCEL_TIME, Field.CANCEL_TIME)
                                .orElseGet(() -> Seoul.now(clock)));
            default -> new Unanswered("the answer has no state that we know");
        };
    }

    private static Finding standing(AcquirerTransactionId tno, Optional<Won> amount) {
        return amount.<Finding>map(won -> new Approved(tno, won))
                .orElseGet(() -> new Unanswered("the answer has no readable amount"));
    }

    private static Optional<Won> won(Answer answer, Field field) {
        var text = answer.text(field);
        return Won.isWellFormed(text) ? Optional.of(Won.of(text)) : Optional.empty();
    }
}
