package gyeolje.shop;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/**
 * How far an order has come. Only {@link Paid} and what follows it means that money moved, and only the answer of
 * the pay call makes an order paid: never the window, never the browser.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = State.Ordering.class, name = "ordering"),
    @JsonSubTypes.Type(value = State.NotPlaced.class, name = "not-placed"),
    @JsonSubTypes.Type(value = State.Placed.class, name = "placed"),
    @JsonSubTypes.Type(value = State.Abandoned.class, name = "abandoned"),
    @JsonSubTypes.Type(value = State.Paying.class, name = "paying"),
    @JsonSubTypes.Type(value = State.Declined.class, name = "declined"),
    @JsonSubTypes.Type(value = State.Paid.class, name = "paid"),
    @JsonSubTypes.Type(value = State.Cancelling.class, name = "cancelling"),
    @JsonSubTypes.Type(value = State.Cancelled.class, name = "cancelled"),
})
sealed interface State {
    /** The order call has not been answered yet. */
    record Ordering() implements State {}

    /** The gateway refused the order, or could not be reached (then the code is empty). */
    record NotPlaced(String code, String message) implements State {}

    /** The gateway knows the order; the payment window may open. */
    record Placed(Map<String, String> order) implements State {}

    /** The buyer left the window without paying; it may be opened again. */
    record Abandoned(Map<String, String> order, String code, String message) implements State {}

    /** The buyer authenticated; the pay call is under way or has no definite answer. */
    record Paying(Map<String, String> order, Doubt doubt) implements State {}

    /** The payment was refused for good. */
    record Declined(String code, String message) implements State {}

    /** Money moved. The refusal of the last attempt to cancel is kept, empty when there was none. */
    record Paid(Map<String, String> payment, String cancelCode, String cancelMessage) implements State {}

    /** A cancel was sent and has no definite answer; the same cancel, reason and all, is sent again to find out. */
    record Cancelling(Map<String, String> payment, String reason) implements State {}

    /** The whole amount went back. */
    record Cancelled(Map<String, String> payment, String cancelDateTime) implements State {}
}
