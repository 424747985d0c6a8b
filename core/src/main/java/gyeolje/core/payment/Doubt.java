package gyeolje.core.payment;

import gyeolje.core.value.AcquirerTransactionId;
import java.time.Instant;

/**
 * Neither approved nor declined is known, or what is known must be undone (결과 미확인).
 *
 * @param since when we began to doubt; the guard time runs from here
 */
public record Doubt(Reason reason, Trace trace, Instant since) {
    /** Why, in words for the operator. */
    public enum Reason {
        NO_ANSWER("the acquirer did not answer in time, or the connection broke after the request was sent"),
        UNREADABLE("the acquirer's answer could not be read"),
        UPSTREAM_FAULT("the acquirer answered with a fault of its own that does not say whether money moved"),
        DUPLICATE("the acquirer says that it has seen this approval request before"),
        AMOUNT_DIFFERS("the acquirer approved another amount than was ordered"),
        ORDER_DIFFERS("the acquirer's approval names another order"),
        SITE_DIFFERS("the acquirer's approval names another site code"),
        NO_HANDLE("the acquirer approved without saying its transaction number"),
        PROCESS_LOST("the gateway that asked for this approval stopped before it recorded an answer"),
        RECORD_FAILED("the acquirer approved, but the approval could not be recorded in time"),
        APPROVED_TOO_LATE("the acquirer's approval came after the payment had been given up"),
        CANCEL_UNANSWERED("the acquirer did not answer our cancel, or not in a way that says whether it cancelled"),
        CANCEL_TRIED_AGAIN("nobody knows whether the acquirer cancelled, so the cancel is asked for again"),
        INQUIRY_UNANSWERED("the acquirer does not answer when it is asked what happened"),
        NOT_FOUND_YET("the acquirer knows of no approval; one may still be on its way"),
        CANNOT_ASK("the acquirer can neither be asked nor told by order number, and its transaction number is unknown"),
        CANCEL_REFUSED("the acquirer refuses to cancel an approval that must not stand"),
        POISON("the payment could not be settled after many tries");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The acquirer's handle on what may have happened. */
    public sealed interface Trace {
        record Unknown() implements Trace {}

        record Known(AcquirerTransactionId tno) implements Trace {}
    }

    public Doubt because(Reason why) {
        return new Doubt(why, trace, since);
    }

    public Doubt traced(AcquirerTransactionId tno) {
        return new Doubt(reason, new Trace.Known(tno), since);
    }
}
