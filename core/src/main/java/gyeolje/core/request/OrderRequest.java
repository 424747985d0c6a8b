package gyeolje.core.request;

import gyeolje.core.payment.Buyer;
import gyeolje.core.payment.CashReceipt;
import gyeolje.core.payment.Window;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.Won;
import java.util.List;

/** A well-formed order (merchant API, section 5). Its signature is not yet known to be right. */
public record OrderRequest(
        OrderNumber number,
        Won amount,
        Window window,
        String itemName,
        Buyer buyer,
        String returnUrl,
        String appUrl,
        CashReceipt cashReceipt,
        String timestamp,
        String signature,
        Fingerprint fingerprint) {

    public static Parsed<OrderRequest> parse(Fields in, Reading reading) {
        boolean mobile = !in.text("userAgent").equals("WP");
        var fault = FieldRule.firstFault(OrderTable.of(reading, mobile), in);
        if (fault.isPresent()) return Parsed.rejected(fault.get());
        return Parsed.ok(new OrderRequest(
                new OrderNumber(in.text("orderNumber")),
                Won.of(in.text("amount")),
                mobile ? Window.MOBILE : Window.PC,
                Formats.composed(in.text("itemName")),
                new Buyer(Formats.composed(in.text("userName")), in.text("userEmail"), in.text("mobileNumber")),
                in.text("returnUrl"),
                in.text("appUrl"),
                in.text("cashbillYn").equals("N") ? CashReceipt.BY_MERCHANT : CashReceipt.BY_KAKAOPAY,
                in.text("timestamp"),
                in.text("signature"),
                Fingerprint.of(in.text("timestamp"), in.hash(OrderTable.NAMES))));
    }

    public boolean isSignedBy(MerchantId merchant, List<ApiCertKey> keys) {
        var expected = keys.stream()
                .map(key -> Signatures.order(merchant, number, amount, key, timestamp))
                .toList();
        return Signatures.matchesAny(expected, signature);
    }
}
