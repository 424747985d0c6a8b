package gyeolje.sdk;

import java.util.Map;

/**
 * The answer to {@link GyeoljeClient#pay}. The order is paid when {@link #isSuccess()} and never otherwise; compare
 * {@link #amount()} with your own order before delivering.
 *
 * <p>A refusal carries the acquirer's code and message, or one of {@link ResponseCode}. {@code 9001} means that the
 * payment is not known to be done: it never turns into paid later; make the same call again to learn the end.
 */
public final class PayAnswer extends Answer {
    PayAnswer(int httpStatus, Map<String, String> fields) {
        super(httpStatus, fields);
    }

    /** The transaction to cancel later; 20 characters. */
    public String transactionId() {
        return text("transactionId");
    }

    /** The merchant's own order number. */
    public String orderNumber() {
        return text("orderNumber");
    }

    /** Money or card; {@link PaymentType#OTHER} on a refusal. */
    public PaymentType type() {
        return PaymentType.of(text("type"));
    }

    /** The amount paid, in won; 0 when absent. */
    public long amount() {
        return won("amount");
    }

    /** The part of the amount, in won, on which KakaoPay issues a cash receipt (money only); 0 when absent. */
    public long cashReceipt() {
        return won("cashReceipt");
    }

    /** The card company's approval number (card only). */
    public String authNumber() {
        return text("authNumber");
    }

    /** The card's name in Korean (card only). */
    public String cardName() {
        return text("cardName");
    }

    /** The masked card number (card only): at most the first six and the last four digits. */
    public String cardNo() {
        return text("cardNo");
    }

    /** The months of instalments (card only): {@code "0"} is a lump sum. */
    public String quota() {
        return text("quota");
    }

    /** When the acquirer approved: {@code yyyyMMddHHmmss} in Asia/Seoul. */
    public String authDateTime() {
        return text("authDateTime");
    }
}
