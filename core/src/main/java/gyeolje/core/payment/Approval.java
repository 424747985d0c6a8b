package gyeolje.core.payment;

import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Won;
import java.time.LocalDateTime;

/**
 * Money moved (승인).
 *
 * @param approvedAt the acquirer's clock, Seoul
 */
public record Approval(AcquirerTransactionId tno, Won amount, LocalDateTime approvedAt, Means means) {
    /** What the shopper paid with. */
    public sealed interface Means {
        /**
         * KakaoPay money: a prepaid balance.
         *
         * @param cashReceipt the part on which a cash receipt is issued
         */
        record KakaoMoney(Won cashReceipt) implements Means {}

        /**
         * A credit or check card behind KakaoPay.
         *
         * @param approvalNumber the card company's, 8 digits
         * @param maskedNumber at most the first 6 and the last 4 digits
         * @param instalments months, 0 for a lump sum
         */
        record KakaoCard(String approvalNumber, String cardName, String maskedNumber, int instalments)
                implements Means {}
    }
}
