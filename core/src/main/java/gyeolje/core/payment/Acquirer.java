package gyeolje.core.payment;

import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.ApprovalOutcome;
import gyeolje.core.payment.Event.CancelOutcome;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.Won;
import java.time.LocalDateTime;

/**
 * The next party upstream. It never throws for what a network does: silence is an answer, and so is "surely not sent". Every call
 * ends within the adapter's deadline.
 */
public interface Acquirer {
    SiteCode site();

    /** Whether it can be asked what happened by our transaction id, without its own number. */
    boolean answersByOrder();

    Registering register(Order order);

    /** Asks for the money. Called once for an order, ever. */
    ApprovalOutcome approve(Order order, Authentication authentication);

    /** Cancels the whole amount; may be repeated, since the acquirer tells a cancelled approval from a live one. */
    CancelOutcome cancel(Order order, AcquirerTransactionId tno, String reason);

    Finding inquire(Order order, Trace trace);

    sealed interface Registering {
        record Done(Registration.Registered registration) implements Registering {}

        record Refused(String code, String message) implements Registering {}

        record Unreachable(String why) implements Registering {}
    }

    sealed interface Finding {
        record Approved(AcquirerTransactionId tno, Won amount) implements Finding {}

        record Cancelled(AcquirerTransactionId tno, LocalDateTime at) implements Finding {}

        record NotFound() implements Finding {}

        record Unanswered(String why) implements Finding {}
    }
}
