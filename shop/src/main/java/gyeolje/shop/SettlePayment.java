package gyeolje.shop;

import java.util.List;
import java.util.Map;

/** The pay call, first or repeated: it always sends the authentication exactly as it came, so money moves once. */
final class SettlePayment {
    private static final String PAID_OR_BEING_PAID = "8002";

    private final KeptAuthentications authentications;
    private final GatewayCalls gateway;

    SettlePayment(KeptAuthentications authentications, GatewayCalls gateway) {
        this.authentications = authentications;
        this.gateway = gateway;
    }

    /** Sends the same pay request again when the order still waits for its answer. */
    void again(OrderEntry entry) {
        entry.alone(() -> {
            if (entry.order().state() instanceof State.Paying(var placed, var doubt)) {
                if (doubt == Doubt.IN_FLIGHT) entry.become(entry.order().with(new State.Paying(placed, Doubt.UNKNOWN)));
                pay(entry);
            }
        });
    }

    /** The caller holds the order's lock. */
    void pay(OrderEntry entry) {
        var order = entry.order();
        if (!(order.state() instanceof State.Paying(var placed, var doubt))) return;
        var body = authentications.find(order.number());
        if (body.isEmpty()) return;
        var reply = gateway.pay(body.get());
        var next = after(reply, placed, doubt);
        entry.become(order.with(reply.exchanges()).with(next));
        if (!(next instanceof State.Paying)) authentications.erase(order.number());
    }

    private static State after(Reply reply, Map<String, String> placed, Doubt before) {
        return switch (reply) {
            case Reply.Answered answered -> answered(answered, placed, before);
            case Reply.NotSent _ -> new State.Paying(placed, before == Doubt.UNKNOWN ? before : Doubt.NOT_SENT);
            case Reply.Unknown _ -> new State.Paying(placed, Doubt.UNKNOWN);
        };
    }

    private static State answered(Reply.Answered answer, Map<String, String> placed, Doubt before) {
        return switch (answer.code()) {
            case Reply.Answered.SUCCESS -> new State.Paid(answer.fields(), "", "");
            case PAID_OR_BEING_PAID -> new State.Paying(placed, Doubt.UNKNOWN);
            case Reply.Answered.UNCONFIRMED -> {
                var stillOpen = before == Doubt.UNKNOWN && !isAboutThisPayment(answer.exchanges());
                yield new State.Paying(placed, stillOpen ? Doubt.UNKNOWN : Doubt.UNCONFIRMED);
            }
            default -> new State.Declined(answer.code(), answer.message());
        };
    }

    /** An overloaded gateway answers 9001 with 429 or 503 before it looks: that says nothing of an earlier request. */
    private static boolean isAboutThisPayment(List<Exchange> exchanges) {
        return !exchanges.isEmpty() && exchanges.getLast().status() == 200;
    }
}
