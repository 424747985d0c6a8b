package gyeolje.proof.blackbox;

import static gyeolje.proof.blackbox.Hears.hears;
import static gyeolje.proof.blackbox.Row.moving;
import static gyeolje.proof.blackbox.Row.still;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.world.Body;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import java.util.List;
import java.util.Map;

/** Where money could move that should not (merchant API, section 5, pay). */
final class PayRows {
    private static final String ABSENT = "20200101000000KK0000";
    /** A number that passes the check of card numbers, and belongs to nobody. */
    private static final String WHOLE_CARD = "9431120000001004";

    static final List<Row> ROWS = List.of(
            still("A128", "a required field that is missing or empty", PayRows::required),
            moving("A129", "no tran_cd", PayRows::noTranCd),
            still("A130", "an authentication that did not succeed", PayRows::notAuthenticated),
            still("A131", "a transaction that is not there", PayRows::absent),
            moving("A132", "another merchant's transaction", PayRows::foreign),
            moving("A133", "the same pay again", PayRows::again),
            moving("A134", "another pay of a paid order", PayRows::another),
            moving("A135", "a pay of what was cancelled or voided", PayRows::ended),
            moving("A136", "the authentication of another order", PayRows::mixed),
            moving("A137", "an authentication that was used before", PayRows::used),
            moving("A138", "an authentication that is made up or damaged", PayRows::damaged),
            moving("A139", "an authentication that is too long, or no printable text", PayRows::unprintable),
            moving("A140", "an authentication for less than was ordered", PayRows::cheaper),
            moving("A141", "a forged success of the window", PayRows::forged),
            still("A142", "a pay before its order, or by order number", PayRows::beforeOrder),
            moving("A146", "other transaction codes and methods", PayRows::otherCodes),
            moving("A147", "an acquirer that sends a whole card number", PayRows::wholeCard));

    private static Reply pay(Target target, Body body) throws Exception {
        return target.tester().send("pay", body);
    }

    private static List<Boolean> standing(Target target, Reply ordered) throws Exception {
        return target.acquirer().ledger().of(ordered.transaction()).stream()
                .map(approval -> approval.stands())
                .toList();
    }

    private static void required(Target target) throws Exception {
        var good = target.spare().payBody();
        for (var field : List.of("res_cd", "enc_info", "enc_data", "card_pay_method", "ordr_idxx")) {
            hears("6001 " + field, pay(target, good.without(field)));
            hears("6001 " + field, pay(target, good.withJson(field, "null")));
            for (var blank : List.of("", " ", "\u3000")) hears("6001 " + field, pay(target, good.with(field, blank)));
        }
    }

    private static void noTranCd(Target target) throws Exception {
        var shop = target.tester();
        var ordered = shop.ordered();
        hears(
                "0000",
                pay(target, shop.authentication(target.acquirer(), ordered).without("tran_cd")));
        assertEquals(List.of(true), standing(target, ordered));
    }

    private static void notAuthenticated(Target target) throws Exception {
        var good = target.spare().payBody();
        for (var code : List.of("3001", "0", "00", "00000", "0001", " 0000", "0000 ", "０000", "OK", "true")) {
            hears("9002", pay(target, good.with("res_cd", code)));
            hears(
                    "9002",
                    pay(target, good.with("res_cd", code).with("enc_data", "").with("enc_info", "")));
        }
    }

    private static void absent(Target target) throws Exception {
        var good = target.spare().payBody();
        for (var id : List.of(
                ABSENT,
                "x",
                ABSENT.substring(1),
                ABSENT + "0",
                ABSENT.toLowerCase(java.util.Locale.ROOT),
                "' OR '1'='1",
                "1;DROP TABLE payment--",
                "%",
                "_".repeat(20),
                "../../etc/passwd",
                "가".repeat(20),
                "x".repeat(200_000))) hears("8001", pay(target, good.with("ordr_idxx", id)));
        hears("413 6003", pay(target, good.with("ordr_idxx", "x".repeat(1_000_000))));
    }

    private static void foreign(Target target) throws Exception {
        var thief = target.merchant("thief");
        var ordered = target.tester().ordered();
        var theirs = target.tester().authentication(target.acquirer(), ordered);
        var before = target.standing();
        var foreign = hears("8001", thief.send("pay", theirs));
        var absent = hears("8001", thief.send("pay", theirs.with("ordr_idxx", ABSENT)));
        assertEquals(absent.body(), foreign.body());
        assertEquals(absent.headers(), foreign.headers());
        assertEquals(before, target.standing());
        hears("0000", pay(target, theirs));
        hears("8001", thief.send("pay", theirs));
    }

    private static void again(Target target) throws Exception {
        var shop = target.tester();
        var body = shop.authentication(target.acquirer(), shop.ordered());
        var first = hears("0000", pay(target, body));
        var before = target.standing();
        for (int again = 0; again < 3; again++)
            assertEquals(first.body(), pay(target, body).body());
        assertEquals(first.body(), pay(target, body.with("unknown", "field")).body());
        assertEquals(before, target.standing());
    }

    private static void another(Target target) throws Exception {
        var shop = target.tester();
        var ordered = shop.ordered();
        hears("0000", shop.pay(target.acquirer(), ordered));
        var other = shop.authentication(target.acquirer(), ordered);
        var before = target.standing();
        hears("8002", pay(target, other));
        hears("8002", pay(target, other.with("enc_data", "A".repeat(100))));
        assertEquals(before, target.standing());
    }

    private static void ended(Target target) throws Exception {
        var shop = target.tester();
        var ordered = shop.ordered();
        var body = shop.authentication(target.acquirer(), ordered);
        var paid = hears("0000", pay(target, body));
        hears("0000", shop.send("cancel", shop.cancel(ordered.transaction(), "변심")));
        assertEquals(paid.body(), pay(target, body).body());
        hears("8002", pay(target, shop.authentication(target.acquirer(), ordered)));
        assertEquals(List.of(false), standing(target, ordered));

        var lost = shop.ordered();
        var unheard = shop.authentication(target.acquirer(), lost);
        target.acquirer().fault(Map.of("on", "approve", "kind", "drop-after", "order", lost.transaction()));
        hears("9001", pay(target, unheard));
        target.settle();
        hears("9001", pay(target, unheard));
        hears("8002", pay(target, shop.authentication(target.acquirer(), lost)));
        assertEquals(List.of(false), standing(target, lost));
    }

    private static void mixed(Target target) throws Exception {
        var shop = target.tester();
        var one = shop.ordered();
        var two = shop.ordered();
        var ofOne = shop.authentication(target.acquirer(), one);
        assertEquals(
                "6004", pay(target, ofOne.with("ordr_idxx", two.transaction())).code());
        assertEquals(List.of(), standing(target, two));
        hears("1005", shop.send("cancel", shop.cancel(two.transaction(), "변심")));
        hears("0000", pay(target, ofOne));
    }

    private static void used(Target target) throws Exception {
        var shop = target.tester();
        var one = shop.ordered();
        var two = shop.ordered();
        var body = shop.authentication(target.acquirer(), one);
        hears("0000", pay(target, body));
        var reused = body.with("ordr_idxx", two.transaction());
        hears("9001", pay(target, reused));
        target.settle();
        hears("9001", pay(target, reused));
        assertEquals(List.of(), standing(target, two));
        assertEquals(List.of(true), standing(target, one));
    }

    private static void damaged(Target target) throws Exception {
        var shop = target.tester();
        for (int kind = 0; kind < 4; kind++) {
            var ordered = shop.ordered();
            var good = target.acquirer().authenticate(ordered.transaction(), Shop.AMOUNT, Map.of());
            var sealed = good.getOrDefault("enc_data", "");
            var odd = switch (kind) {
                case 0 -> "Zm9yZ2Vk".repeat(20);
                case 1 -> sealed.substring(0, sealed.length() / 2);
                case 2 -> (sealed.startsWith("A") ? "B" : "A") + sealed.substring(1);
                default -> "x";
            };
            var body = Body.of(good).with("enc_data", odd);
            int calls = target.acquirer().calls().approve();
            var declined = pay(target, body);
            assertEquals("6004", declined.code());
            assertEquals(declined.body(), pay(target, body).body());
            assertEquals(calls + 1, target.acquirer().calls().approve());
            assertEquals(List.of(), standing(target, ordered));
        }
    }

    private static void unprintable(Target target) throws Exception {
        var good = target.spare().payBody();
        var before = target.standing();
        for (var field : List.of("enc_data", "enc_info")) {
            hears("413 6003", pay(target, good.with(field, "A".repeat(10_000_000))));
            for (var odd : List.of("A\r\nX: y", "A\u0000", "A\u00ff", "가", "A\t", "A\u007f"))
                hears("6002 " + field, pay(target, good.with(field, odd)));
        }
        assertEquals(before, target.standing());
        var ordered = target.tester().ordered();
        var own = target.tester().authentication(target.acquirer(), ordered);
        assertEquals(
                "6004",
                pay(target, own.with("enc_data", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"))
                        .code());
        assertEquals(List.of(), standing(target, ordered));
    }

    private static void cheaper(Target target) throws Exception {
        var shop = target.tester();
        var ordered = shop.ordered();
        var cheap = Body.of(target.acquirer().authenticate(ordered.transaction(), "100", Map.of()));
        assertEquals("8059", pay(target, cheap).code());
        assertEquals(List.of(), standing(target, ordered));

        var other = shop.ordered();
        target.acquirer()
                .fault(Map.of("on", "approve", "kind", "wrong-amount", "amount", "100", "order", other.transaction()));
        hears("9001", shop.pay(target.acquirer(), other));
        target.settle();
        assertEquals(List.of(false), standing(target, other));
    }

    private static void forged(Target target) throws Exception {
        var shop = target.tester();
        var ordered = shop.ordered();
        var made = Body.of(Map.of(
                "res_cd", "0000",
                "res_msg", "정상처리",
                "enc_info", "aW5mbw==",
                "enc_data", "ZGF0YQ==",
                "tran_cd", "00100000",
                "card_pay_method", "KAKAO_MONEY",
                "ordr_idxx", ordered.transaction()));
        assertEquals("6004", pay(target, made).code());
        assertEquals(List.of(), standing(target, ordered));
        hears("1005", shop.send("cancel", shop.cancel(ordered.transaction(), "변심")));
    }

    private static void beforeOrder(Target target) throws Exception {
        var good = target.spare().payBody();
        hears("8001", pay(target, good.with("ordr_idxx", "20991231235959KK0001")));
        hears("8001", pay(target, good.with("ordr_idxx", "ORDER-000001")));
    }

    private static void otherCodes(Target target) throws Exception {
        var good = target.spare().payBody();
        var before = target.standing();
        for (var code : List.of("00200000", "00300001", "0010000", "001000000", "x", "００１０００００"))
            hears("6002 tran_cd", pay(target, good.with("tran_cd", code)));
        hears("6002 card_pay_method", pay(target, good.with("card_pay_method", "x".repeat(21))));
        assertEquals(before, target.standing());
        var shop = target.tester();
        for (var method : List.of("ANYTHING", "<b>", "카드", "KAKAO_CARD")) {
            var ordered = shop.ordered();
            var body = shop.authentication(target.acquirer(), ordered).with("card_pay_method", method);
            assertEquals("KAKAO_MONEY", hears("0000", pay(target, body)).text("type"), "the acquirer's answer decides");
        }
    }

    private static void wholeCard(Target target) throws Exception {
        var shop = target.tester();
        var ordered = shop.ordered();
        var answer = "{\"res_cd\":\"0000\",\"res_msg\":\"ok\",\"tno\":\"20260000009999\",\"amount\":\"1004\","
                + "\"pay_method\":\"PACA\",\"order_no\":\"" + ordered.transaction()
                + "\",\"card_name\":\"카드\",\"card_no\":\"" + WHOLE_CARD + "\",\"app_no\":\"123456\",\"quota\":\"00\"}";
        target.acquirer()
                .fault(Map.of(
                        "on",
                        "approve",
                        "kind",
                        "status",
                        "status",
                        "200",
                        "body",
                        answer,
                        "order",
                        ordered.transaction()));
        var paid = hears("0000", shop.pay(target.acquirer(), ordered));
        assertEquals("943112******1004", paid.text("cardNo"));
        assertFalse(target.place().dump().contains(WHOLE_CARD));
        var money = hears("0000", shop.pay(target.acquirer(), shop.ordered()));
        for (var field : List.of("cardNo", "cardName", "authNumber", "quota"))
            assertTrue(!money.json().has(field), money::body);
    }

    private PayRows() {}
}
