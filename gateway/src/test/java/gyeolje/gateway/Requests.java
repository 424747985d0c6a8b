package gyeolje.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gyeolje.core.request.Signatures;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import java.io.ByteArrayOutputStream;

/** Well-formed requests of merchants that sign with the sample key. */
final class Requests {
    static final String JSON = "Content-Type: application/json\r\n";
    private static final String TIMESTAMP = "20260401120000";

    /** An order for a PC's window, which KCP hears nothing of. */
    static ObjectNode order(String merchant, String number, String amount) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("orderNumber", number)
                .put("userAgent", "WP")
                .put("amount", amount)
                .put("itemName", "텀블러")
                .put("userName", "김결제")
                .put("returnUrl", "https://shop.example.com/return")
                .put("timestamp", TIMESTAMP)
                .put(
                        "signature",
                        Signatures.order(
                                        new MerchantId(merchant),
                                        new OrderNumber(number),
                                        Won.of(amount),
                                        DemoKey.KEY,
                                        TIMESTAMP)
                                .text());
    }

    static ObjectNode pay(String transaction, String encData) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("res_cd", "0000")
                .put("enc_data", encData)
                .put("enc_info", "info")
                .put("card_pay_method", "KAKAO_MONEY")
                .put("ordr_idxx", transaction);
    }

    static ObjectNode cancel(String merchant, String transaction) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("transactionId", transaction)
                .put("cancelReason", "고객 변심")
                .put(
                        "signature",
                        Signatures.cancel(new MerchantId(merchant), new TransactionId(transaction), DemoKey.KEY)
                                .text());
    }

    static String path(String merchant, String operation) {
        return "/ep/api/kakao/" + merchant + "/" + operation;
    }

    static byte[] post(String path, JsonNode body) {
        return post(path, JSON, body.toString().getBytes(UTF_8));
    }

    /** With header lines that each end in a line break. */
    static byte[] post(String path, String headers, byte[] body) {
        var request = new ByteArrayOutputStream();
        request.writeBytes(("POST " + path + " HTTP/1.1\r\nHost: gateway\r\n" + headers + "Content-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private Requests() {}
}
