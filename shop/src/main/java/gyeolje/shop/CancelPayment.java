package gyeolje.shop;

import java.util.Map;

/** Giving the money back, all of it, once. */
final class CancelPayment {
    /** Stands where a refusal's code would when the cancel never left this machine. */
    static final String NOT_SENT = "not-sent";

    static final String REASON = "구매자 요청";

    private final GatewayCalls gateway;

    CancelPayment(GatewayCalls gateway) {
        this.gateway = gateway;
    }

    /** Cancels a paid order, or asks again about a cancel that has no definite answer; otherwise does nothing. */
    void cancel(OrderEntry entry) {
        entry.alone(() -> {
            switch (entry.order().state()) {
                case State.Paid(var payment, var _, var _) -> cancel(entry, payment, REASON, false);
                case State.Cancelling(var payment, var reason) -> cancel(entry, payment, reason, true);
                case State.Ordering _,
                        State.NotPlaced _,
                        State.Placed _,
                        State.Abandoned _,
                        State.Paying _,
                        State.Declined _,
                        State.Cancelled _ -> {
                    // Nothing to give back, or given back already.
                }
            }
        });
    }

    private void cancel(OrderEntry entry, Map<String, String> payment, String reason, boolean again) {
        var order = entry.order().with(new State.Cancelling(payment, reason));
        entry.become(order);
        var reply = gateway.cancel(payment.getOrDefault("transactionId", ""), reason);
        entry.become(order.with(reply.exchanges()).with(after(reply, payment, reason, again)));
    }

    private static State after(Reply reply, Map<String, String> payment, String reason, boolean again) {
        return switch (reply) {
            case Reply.Answered answered -> answered(answered, payment, reason);
            case Reply.NotSent _ ->
                again ? new State.Cancelling(payment, reason) : new State.Paid(payment, NOT_SENT, "");
            case Reply.Unknown _ -> new State.Cancelling(payment, reason);
        };
    }

    private static State answered(Reply.Answered answer, Map<String, String> payment, String reason) {
        return switch (answer.code()) {
            case Reply.Answered.SUCCESS ->
                new State.Cancelled(payment, answer.fields().getOrDefault("cancelDateTime", ""));
            case Reply.Answered.UNCONFIRMED, Reply.Answered.CANCEL_RECORD_PENDING ->
                new State.Cancelling(payment, reason);
            default -> new State.Paid(payment, answer.code(), answer.message());
        };
    }
}
