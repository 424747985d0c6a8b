package gyeolje.proof.blackbox;

import static gyeolje.proof.blackbox.Hears.hears;
import static gyeolje.proof.blackbox.Row.moving;
import static gyeolje.proof.blackbox.Row.still;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One flat JSON object of strings in strict UTF-8, and nothing that two readers could read differently (merchant API, section 2). */
final class JsonRows {
    private static final List<String> OPERATIONS = List.of("order", "pay", "cancel");
    /** Far above what reading takes, far below what an attack wants. */
    private static final long MOST_CPU_MILLIS = 100;

    static final List<Row> ROWS = List.of(
            still("A67", "what is almost JSON", JsonRows::almost),
            still(
                    "A68",
                    "JSON that is no object",
                    target -> unreadable(target, "[]", "[{}]", "\"text\"", "1004", "-0.0", "true", "false", "null")),
            still("A69", "a name twice", JsonRows::twice),
            still("A70", "a name twice, once as escapes", JsonRows::twiceByEscape),
            still("A71", "a name in other letters", JsonRows::otherLetters),
            moving("A72", "fields that nobody knows", JsonRows::unknownFields),
            still("A73", "another merchant in the body than in the path", JsonRows::anotherMerchant),
            moving("A74", "fields that are ours to set", JsonRows::massAssignment),
            still("A75", "a number in place of a string", target -> amount(target, "1004", "6002 amount")),
            still("A76", "other kinds of values", JsonRows::kinds),
            still("A77", "enormous numbers", JsonRows::numbers),
            still("A78", "deep nesting", JsonRows::nesting),
            still("A79", "very many names, and very long ones", JsonRows::names));

    static String order(Target target) throws Exception {
        return new String(target.tester().order(Shop.newNumber()).bytes(), UTF_8);
    }

    static Reply send(Target target, String body) throws Exception {
        return target.raw(target.tester(), "order", body.getBytes(UTF_8));
    }

    static void unreadable(Target target, String... bodies) throws Exception {
        for (var body : bodies) {
            for (var operation : OPERATIONS)
                hears("400 6003", target.raw(target.tester(), operation, body.getBytes(UTF_8)));
        }
    }

    private static void almost(Target target) throws Exception {
        var good = order(target);
        unreadable(
                target,
                "",
                " \n",
                "{",
                "}",
                good.substring(0, good.length() - 1),
                good.substring(0, good.length() - 2),
                good.substring(0, good.length() - 1) + ",}",
                "{," + good.substring(1),
                good.replace('"', '\''),
                good + "{}",
                good + good,
                good + "x",
                good + "]",
                good + " null",
                good + "\u0000",
                good + "\u3000",
                "/* */" + good,
                "{//\n" + good.substring(1),
                "#\n" + good,
                good.replace("\"orderNumber\"", "orderNumber"),
                good.replace(":", "="),
                good.replace(",", ";"),
                "{\"amount\":NaN}",
                "{\"amount\":Infinity}",
                "{\"amount\":01}",
                "{\"amount\":+1}",
                "{\"amount\":.5}",
                "{\"amount\":1.}",
                "{\"amount\":0x1}",
                "{\"amount\":tru}",
                "{\"amount\":\"\\x41\"}",
                "{\"amount\":\"\\u00g1\"}",
                "{\"amount\":\"\\u12\"}",
                "callback(" + good + ")",
                "amount=1004&orderNumber=A1");
    }

    private static void twice(Target target) throws Exception {
        var good = order(target);
        unreadable(
                target,
                "{\"amount\":\"1\"," + good.substring(1),
                good.substring(0, good.length() - 1) + ",\"amount\":\"1\"}",
                good.substring(0, good.length() - 1) + ",\"amount\":\"1004\"}",
                good.substring(0, good.length() - 1) + ",\"amount\":null}",
                "{\"x\":1,\"x\":2," + good.substring(1),
                "{\"x\":{\"a\":1,\"a\":2}," + good.substring(1));
    }

    private static void twiceByEscape(Target target) throws Exception {
        var good = order(target);
        unreadable(
                target,
                "{\"\\u0061mount\":\"1\"," + good.substring(1),
                good.substring(0, good.length() - 1) + ",\"\\u0061\\u006Dount\":\"1\"}",
                good.substring(0, good.length() - 1) + ",\"amoun\\u0074\":\"1004\"}",
                good.substring(0, good.length() - 1) + ",\"enc_dat\\u0061\":\"1\",\"enc_data\":\"2\"}");
    }

    private static void otherLetters(Target target) throws Exception {
        var good = order(target);
        for (var name :
                List.of("Amount", "AMOUNT", "amount ", " amount", "amount\\u0000", "amount\\u200b", "\\uff41mount"))
            hears("6001 amount", send(target, good.replace("\"amount\"", "\"" + name + "\"")));
    }

    private static void unknownFields(Target target) throws Exception {
        var shop = target.tester();
        var order = shop.order(Shop.newNumber())
                .with("merchantId", shop.id())
                .with("payMethod", "CARD")
                .with("한글", "필드")
                .with("", "a name of nothing")
                .withJson("list", "[1,{\"a\":[]}]")
                .withJson("number", "-1.5e3")
                .withJson("yes", "true")
                .withJson("nothing", "null");
        var ordered = hears("0000", shop.send("order", order));
        hears(
                "0000",
                shop.send("pay", shop.authentication(target.acquirer(), ordered).with("amount", "1")));
        assertEquals(
                1004,
                target.acquirer().ledger().of(ordered.transaction()).getFirst().amount());
    }

    private static void anotherMerchant(Target target) throws Exception {
        var shop = target.tester();
        for (var other : List.of("other", "TESTER", "tester ", "tester|", "x".repeat(1_000))) {
            hears(
                    "6002 merchantId",
                    shop.send("order", shop.order(Shop.newNumber()).with("merchantId", other)));
            hears(
                    "6002 merchantId",
                    shop.send(
                            "cancel", shop.cancel("20200101000000KK0000", "변심").with("merchantId", other)));
        }
        hears("6002 merchantId", shop.send("order", shop.order(Shop.newNumber()).withJson("merchantId", "1")));
    }

    private static void massAssignment(Target target) throws Exception {
        var shop = target.tester();
        var order = shop.order(Shop.newNumber())
                .with("status", "PAID")
                .with("state", "PAID")
                .with("transactionId", "20200101000000KK0000")
                .with("ordr_idxx", "20200101000000KK0000")
                .withJson("approved", "true")
                .with("responseCode", "0000")
                .with("tno", "20260000000001")
                .withJson("__proto__", "{\"paid\":true}")
                .with("@type", "java.net.URL")
                .with("class", "java.lang.Runtime")
                .with("site_cd", "A0000")
                .with("minimum", "0");
        var ordered = hears("0000", shop.send("order", order));
        assertTrue(!ordered.transaction().equals("20200101000000KK0000"), ordered::body);
        assertEquals("T0000", ordered.text("site_cd"));
        hears("1005", shop.send("cancel", shop.cancel(ordered.transaction(), "변심")));
        assertEquals(List.of(), target.acquirer().ledger().of(ordered.transaction()));
        hears("0000", shop.pay(target.acquirer(), ordered));
    }

    private static void amount(Target target, String json, String expected) throws Exception {
        var shop = target.tester();
        hears(expected, shop.send("order", shop.order(Shop.newNumber()).withJson("amount", json)));
    }

    private static void kinds(Target target) throws Exception {
        for (var json : List.of("true", "false", "[]", "{}", "[\"1004\"]", "{\"amount\":\"1004\"}", "0", "-1", "1.5"))
            amount(target, json, "6002 amount");
        amount(target, "null", "6001 amount");
        var shop = target.tester();
        hears("6002 transactionId", shop.send("cancel", shop.cancel("x", "변심").withJson("transactionId", "[]")));
        hears("6002 ordr_idxx", shop.send("pay", target.spare().payBody().withJson("ordr_idxx", "{}")));
    }

    private static void numbers(Target target) throws Exception {
        for (var json : List.of("1e400", "-1e400", "1E+99999999", "-0.0", "1e-400"))
            amount(target, json, "6002 amount");
        for (var json : List.of("1" + "0".repeat(1_000), "0." + "1".repeat(1_000), "1e" + "9".repeat(1_000)))
            amount(target, json, "400 6003");
        cheap(target, "order", "{\"amount\":1" + "0".repeat(65_000) + "}", "400 6003");
    }

    private static void nesting(Target target) throws Exception {
        unreadable(
                target,
                "[".repeat(60_000),
                "{\"a\":".repeat(12_000),
                "{\"a\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");
        cheap(target, "order", "[".repeat(65_000), "400 6003");
        cheap(target, "pay", "{\"a\":".repeat(50_000), "400 6003");
        hears("413 6003", send(target, "[".repeat(100_000)));
    }

    private static void names(Target target) throws Exception {
        cheap(target, "order", keys(i -> "k" + i, 5_000), "400 6003");
        cheap(target, "pay", keys(i -> "k" + i, 20_000), "400 6003");
        cheap(target, "pay", keys(JsonRows::colliding, 7_000), "400 6003");
        cheap(target, "pay", "{\"" + "k".repeat(250_000) + "\":\"\"}", "400 6003");
        hears("413 6003", send(target, keys(i -> "k" + i, 1_000_000)));
        hears("413 6003", send(target, "{\"" + "k".repeat(5_000_000) + "\":\"\"}"));
    }

    private static String keys(java.util.function.IntFunction<String> name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + name.apply(i) + "\":\"\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Different texts with one and the same hash code: Aa and BB are two such, and so are their rows. */
    private static String colliding(int number) {
        return IntStream.range(0, 14)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    /** On average over many, and with all that the process does beside. */
    private static void cheap(Target target, String operation, String body, String expected) throws Exception {
        int times = 20;
        var before = target.gateway().cpu();
        for (int i = 0; i < times; i++) hears(expected, target.raw(target.tester(), operation, body.getBytes(UTF_8)));
        long each = target.gateway().cpu().minus(before).toMillis() / times;
        assertTrue(each < MOST_CPU_MILLIS, () -> "took " + each + " ms of CPU each");
    }

    private JsonRows() {}
}
