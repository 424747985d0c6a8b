package gyeolje.shop;

import gyeolje.shop.OrderPages.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the receipt says, line by line, of an order that was paid. */
final class Receipt {
    private static final String CARD = "KAKAO_CARD";

    private Receipt() {}

    /** Empty for an order that was never paid. */
    static List<Line> lines(Order order, Language language) {
        return switch (order.state()) {
            case State.Paid(var payment, var _, var _) -> lines(payment, "", language);
            case State.Cancelling(var payment, var _) -> lines(payment, "", language);
            case State.Cancelled(var payment, var cancelled) -> lines(payment, cancelled, language);
            case State.Ordering _,
                    State.NotPlaced _,
                    State.Placed _,
                    State.Abandoned _,
                    State.Paying _,
                    State.Declined _ -> List.of();
        };
    }

    private static List<Line> lines(Map<String, String> payment, String cancelled, Language language) {
        var lines = new ArrayList<Line>();
        var isCard = get(payment, "type").equals(CARD);
        add(lines, language.text("amount"), Texts.won(get(payment, "amount"), language), "receipt-amount");
        add(lines, language.text("method"), language.text(isCard ? "methodCard" : "methodMoney"), "receipt-method");
        if (isCard) {
            add(lines, language.text("cardName"), get(payment, "cardName"), "receipt-card-name");
            add(lines, language.text("cardNo"), get(payment, "cardNo"), "receipt-card-number");
            add(lines, language.text("authNumber"), get(payment, "authNumber"), "receipt-approval-number");
            add(lines, language.text("quota"), instalments(get(payment, "quota"), language), "receipt-instalments");
        } else {
            add(
                    lines,
                    language.text("cashReceipt"),
                    Texts.won(get(payment, "cashReceipt"), language),
                    "receipt-cash-receipt");
        }
        add(lines, language.text("paidAt"), Texts.time(get(payment, "authDateTime")), "receipt-date");
        add(lines, language.text("orderNumber"), get(payment, "orderNumber"), "receipt-order-number");
        add(lines, language.text("transactionId"), get(payment, "transactionId"), "receipt-transaction");
        add(lines, language.text("cancelledAt"), Texts.time(cancelled), "receipt-cancelled-date");
        return List.copyOf(lines);
    }

    private static void add(List<Line> lines, String name, String value, String testId) {
        if (!value.isEmpty()) lines.add(new Line(name, value, testId));
    }

    private static String instalments(String quota, Language language) {
        if (quota.matches("0*")) return language.text("lumpSum");
        return Integer.parseInt(quota) + language.text("months");
    }

    private static String get(Map<String, String> payment, String name) {
        return payment.getOrDefault(name, "");
    }
}
