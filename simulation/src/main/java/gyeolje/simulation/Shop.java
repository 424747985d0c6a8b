package gyeolje.simulation;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.request.Fields;
import gyeolje.core.request.Profile;
import gyeolje.core.request.Signatures;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import gyeolje.gateway.flow.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A merchant's server: what it sends, signed as it must be. */
record Shop(Caller caller) {
    private static final String TIMESTAMP = "20261124233000";

    static Shop of(String name, Limits limits) {
        return new Shop(new Caller(
                new Merchant(
                        new MerchantId(name),
                        name,
                        true,
                        Profile.STANDARD,
                        List.of(new ApiCertKey("0123456789abcdef" + name)),
                        List.of(),
                        Set.of(),
                        Merchant.DEFAULT_MINIMUM,
                        Merchant.DEFAULT_MAXIMUM,
                        limits),
                "Android"));
    }

    String name() {
        return caller.merchant().id().text();
    }

    Fields order(String number, long won, boolean phone) {
        var texts = new HashMap<String, String>();
        texts.put("orderNumber", number);
        texts.put("userAgent", phone ? "WM" : "WP");
        texts.put("amount", Long.toString(won));
        texts.put("itemName", "귤 한 상자");
        texts.put("userName", "홍길동");
        texts.put("returnUrl", "https://shop.test/return");
        texts.put("timestamp", TIMESTAMP);
        var signature =
                Signatures.order(caller.merchant().id(), new OrderNumber(number), new Won(won), key(), TIMESTAMP);
        texts.put("signature", signature.text());
        return new Fields(texts, Set.of());
    }

    Fields pay(String id, String encData) {
        return new Fields(
                Map.of(
                        "res_cd", "0000",
                        "enc_info", "info",
                        "enc_data", encData,
                        "tran_cd", "00100000",
                        "card_pay_method", "KAKAO_MONEY",
                        "ordr_idxx", id),
                Set.of());
    }

    Fields cancel(String id, String reason) {
        var signature = Signatures.cancel(caller.merchant().id(), new TransactionId(id), key());
        return new Fields(Map.of("transactionId", id, "cancelReason", reason, "signature", signature.text()), Set.of());
    }

    private ApiCertKey key() {
        return caller.merchant().keys().getFirst();
    }
}
