package gyeolje.core.reconciliation;

import gyeolje.core.payment.Event;
import gyeolje.core.reconciliation.Discrepancy.Kind;

/** What comparing one payment with the list comes to. */
sealed interface Judgement {
    record Agrees() implements Judgement {}

    /** The gateway is at work on it and ends it without help. */
    record UnderWay() implements Judgement {}

    record OfAnotherDay() implements Judgement {}

    record Differs(Kind kind, String detail) implements Judgement {}

    /** The list tells the lifecycle what it was waiting to hear. */
    record Mendable(Kind kind, String detail, Event event) implements Judgement {}
}
