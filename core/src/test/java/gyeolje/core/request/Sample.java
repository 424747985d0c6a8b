package gyeolje.core.request;

import gyeolje.core.value.MerchantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Requests as the specification's sample merchant would send them, and what is done to single fields of them. */
final class Sample {
    static final MerchantId TESTER = new MerchantId("tester");
    /** 2026-04-01 12:00:00 in Seoul. */
    static final Instant NOW = Instant.parse("2026-04-01T03:00:00Z");

    static Map<String, String> order() {
        var fields = new HashMap<String, String>();
        fields.put("orderNumber", "ZP2017090911");
        fields.put("userAgent", "WM");
        fields.put("appUrl", "myshop://pay/done");
        fields.put("amount", "1004");
        fields.put("itemName", "커피 한 잔");
        fields.put("userName", "홍길동");
        fields.put("returnUrl", "https://shop.example/return");
        fields.put("userEmail", "buyer@shop.example");
        fields.put("signature", "d186b8fedccffd291e0619fbf8b247c3f283e3769571eb57b68a50b46af23b75");
        fields.put("timestamp", "20170910132060");
        fields.put("cashbillYn", "Y");
        fields.put("mobileNumber", "01012345678");
        fields.put("merchantId", "tester");
        return fields;
    }

    /** As {@link #order()}, sent at {@link #NOW}. */
    static Map<String, String> freshOrder() {
        var fields = order();
        fields.put("timestamp", "20260401120000");
        return fields;
    }

    static Map<String, String> pcOrder() {
        var fields = order();
        fields.put("userAgent", "WP");
        return fields;
    }

    static Map<String, String> pay() {
        var fields = new HashMap<String, String>();
        fields.put("res_cd", "0000");
        fields.put("enc_info", "2Zm9vYmFyYmF6");
        fields.put("enc_data", "3cXV4cXV1eHF1");
        fields.put("tran_cd", "00100000");
        fields.put("card_pay_method", "KAKAO_MONEY");
        fields.put("ordr_idxx", "20260401120000KK0001");
        fields.put("merchantId", "tester");
        return fields;
    }

    static Map<String, String> cancel() {
        var fields = new HashMap<String, String>();
        fields.put("transactionId", "20170912142746ST0020");
        fields.put("cancelReason", "고객 변심");
        fields.put("signature", "db890c12b64c1e1de7127c0c07489fe18859139413acdac420a6f548ba518a3a");
        fields.put("merchantId", "tester");
        return fields;
    }

    static Reading reading(Profile profile) {
        return new Reading(TESTER, profile, Set.of("shop.example"), "Mozilla/5.0 (iPhone)", NOW);
    }

    /** What a merchant would hear of the fault, `ok` when there is none: `6002 amount`, `9002`. */
    static String heard(Parsed<?> parsed) {
        return switch (parsed) {
            case Parsed.Ok<?> _ -> "ok";
            case Parsed.Rejected<?>(var refusal) -> (refusal.code().wire() + " " + refusal.field()).strip();
        };
    }

    static Fields fields(Map<String, String> texts) {
        return new Fields(texts, Set.of());
    }

    static String order(Map<String, String> texts, Profile profile) {
        return heard(OrderRequest.parse(fields(texts), reading(profile)));
    }

    static String order(String field, String value) {
        var texts = order();
        texts.put(field, value);
        return order(texts, Profile.STANDARD);
    }

    /** The same with one field spoilt in a way that a table names. */
    static Fields spoilt(Map<String, String> texts, String field, String how) {
        var notTexts = new HashSet<String>();
        var text = texts.getOrDefault(field, "");
        switch (how) {
            case "missing" -> texts.remove(field);
            case "empty" -> texts.put(field, "");
            case "blank" -> texts.put(field, " \u3000 ");
            case "number" -> {
                texts.remove(field);
                notTexts.add(field);
            }
            default -> texts.put(field, withLast(text, character(how)));
        }
        return new Fields(texts, notTexts);
    }

    private static String character(String name) {
        return switch (name) {
            case "control" -> "\u0007";
            case "crlf" -> "\r\n";
            case "half" -> "\uD83D";
            case "nonchar" -> "\uFFFE";
            case "bidi" -> "\u202E";
            case "１" -> "１";
            case "bar" -> "|";
            case "<", "'", "\"", "뷁", "😀", "space" -> name.equals("space") ? " " : name;
            default -> throw new IllegalArgumentException("no such way to spoil a field: " + name);
        };
    }

    /** In place of the last character, so that the length stays what it was. */
    private static String withLast(String text, String end) {
        return text.substring(0, text.length() - 1) + end;
    }

    private Sample() {}
}
