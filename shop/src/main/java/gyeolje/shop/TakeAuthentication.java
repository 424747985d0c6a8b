package gyeolje.shop;

import gyeolje.sdk.Authentication;
import java.util.List;
import java.util.Map;

/**
 * The return from the payment window. What the browser brings is unsigned and may be forged, so it decides nothing:
 * it is compared with the shop's own order, and only the answer of the pay call makes the order paid.
 */
final class TakeAuthentication {
    private final KeptAuthentications authentications;
    private final SettlePayment settlement;

    TakeAuthentication(KeptAuthentications authentications, SettlePayment settlement) {
        this.authentications = authentications;
        this.settlement = settlement;
    }

    /** False when the authentication is for another order than this one; then nothing changed. */
    boolean take(OrderEntry entry, byte[] body, String check, Exchange seen) {
        var authentication = Authentication.fromBody(body);
        if (!belongs(entry.order(), authentication, check)) return false;
        entry.alone(() -> {
            switch (entry.order().state()) {
                case State.Placed(var placed) -> take(entry, placed, body, authentication, seen);
                case State.Abandoned(var placed, var _, var _) -> take(entry, placed, body, authentication, seen);
                case State.Ordering _,
                        State.NotPlaced _,
                        State.Paying _,
                        State.Declined _,
                        State.Paid _,
                        State.Cancelling _,
                        State.Cancelled _ -> {
                    // A reload or a second click: the receipt page shows what came of the first.
                }
            }
        });
        return true;
    }

    private void take(
            OrderEntry entry, Map<String, String> placed, byte[] body, Authentication brought, Exchange seen) {
        var order = entry.order().with(List.of(seen));
        if (brought.isSuccess()) {
            authentications.keep(order.number(), body);
            entry.become(order.with(new State.Paying(placed, Doubt.IN_FLIGHT)));
            settlement.pay(entry);
        } else {
            entry.become(order.with(new State.Abandoned(placed, brought.resultCode(), brought.resultMessage())));
        }
    }

    /** The check (ordr_chk) is what the PC window adds for this comparison; the mobile window does not send it. */
    private static boolean belongs(Order order, Authentication brought, String check) {
        var transactionId = transactionId(order.state());
        if (transactionId.isEmpty() || !brought.isSuccess()) return true;
        return brought.transactionId().equals(transactionId)
                && (check.isEmpty() || check.equals(transactionId + "|" + order.won()));
    }

    /** Empty once the return no longer matters. */
    private static String transactionId(State state) {
        return switch (state) {
            case State.Placed(var placed) -> placed.getOrDefault("ordr_idxx", "");
            case State.Abandoned(var placed, var _, var _) -> placed.getOrDefault("ordr_idxx", "");
            case State.Ordering _,
                    State.NotPlaced _,
                    State.Paying _,
                    State.Declined _,
                    State.Paid _,
                    State.Cancelling _,
                    State.Cancelled _ -> "";
        };
    }
}
