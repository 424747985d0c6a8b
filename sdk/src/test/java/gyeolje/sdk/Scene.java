package gyeolje.sdk;

import java.util.Map;

/** The merchant, the order and the authentication that the tests share. */
final class Scene {
    static final String KEY = "25bcd7a82f5b4058818462cc7715964c";
    static final String TRANSACTION = "20260401120000KK0001";
    static final String PAID = "{\"responseCode\":\"0000\",\"responseMsg\":\"성공\",\"transactionId\":\"" + TRANSACTION
            + "\",\"orderNumber\":\"ORDER-0001\",\"type\":\"KAKAO_MONEY\",\"authDateTime\":\"20260401120005\",\"amount\":\"1004\",\"cashReceipt\":\"1004\"}";
    static final String OVERLOAD = "{\"responseCode\":\"9001\",\"responseMsg\":\"관리자에게 문의해주세요.\"}";

    private Scene() {}

    static GyeoljeClientBuilder client(String url) {
        return GyeoljeClient.builder()
                .baseUrl(url)
                .merchantId("tester")
                .apiCertKey(KEY)
                .connectTimeoutMillis(5_000)
                .answerTimeoutMillis(5_000)
                .retries(0);
    }

    static OrderRequest.Builder order() {
        return OrderRequest.builder()
                .orderNumber("ORDER-0001")
                .amount(1004)
                .itemName("텀블러")
                .userName("김결제")
                .returnUrl("https://shop.example.com/return")
                .timestamp("20260401120000");
    }

    static Authentication authentication() {
        return Authentication.fromFields(Map.of(
                "res_cd", "0000",
                "enc_info", "secret-info",
                "enc_data", "secret-data",
                "tran_cd", "00100000",
                "card_pay_method", "KAKAO_MONEY",
                "ordr_idxx", TRANSACTION));
    }
}
