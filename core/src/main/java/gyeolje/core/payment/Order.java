package gyeolje.core.payment;

import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import java.time.Instant;

/**
 * What the merchant asked us to take, as recorded before any money moves.
 *
 * @param itemName as the merchant wrote it, composed (NFC); the acquirer gets what its window can show of it
 * @param returnUrl echoed to the merchant, never fetched
 * @param appUrl the app scheme to return to, empty when not given
 * @param shopperUserAgent the User-Agent header that came with the order, empty when none did
 * @param fingerprint what makes two order requests identical (merchant API, section 7)
 */
public record Order(
        MerchantId merchant,
        TransactionId transaction,
        OrderNumber number,
        Won amount,
        Window window,
        String itemName,
        Buyer buyer,
        String returnUrl,
        String appUrl,
        CashReceipt cashReceipt,
        String shopperUserAgent,
        SiteCode site,
        Registration registration,
        Fingerprint fingerprint,
        Instant orderedAt) {

    public Order registered(Registration with) {
        return new Order(
                merchant,
                transaction,
                number,
                amount,
                window,
                itemName,
                buyer,
                returnUrl,
                appUrl,
                cashReceipt,
                shopperUserAgent,
                site,
                with,
                fingerprint,
                orderedAt);
    }

    /** The acquirer shows its mobile window only to these (merchant API, section 2). */
    public static boolean looksMobile(String userAgent) {
        return userAgent.contains("iPhone") || userAgent.contains("iPad") || userAgent.contains("Android");
    }
}
