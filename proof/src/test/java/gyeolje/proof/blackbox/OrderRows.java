package gyeolje.proof.blackbox;

import static gyeolje.proof.blackbox.Hears.hears;
import static gyeolje.proof.blackbox.Row.moving;
import static gyeolje.proof.blackbox.Row.still;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gyeolje.proof.world.Body;
import gyeolje.proof.world.RawCall;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import java.util.List;

/** Numbers and choices of an order (merchant API, section 5). */
final class OrderRows {
    static final List<Row> ROWS = List.of(
            still("A87", "a required field that is missing, empty or blank", OrderRows::required),
            still("A88", "one character more than a field may have", OrderRows::tooLong),
            still("A101", "order numbers that mean something elsewhere", OrderRows::numbers),
            moving("A102", "one order number at two merchants", OrderRows::sameNumber),
            moving("A103", "one order number with another amount", OrderRows::anotherAmount),
            moving("A104", "kinds of windows", OrderRows::windows),
            moving("A105", "a User-Agent that is missing, long or broken", OrderRows::userAgents),
            moving("A106", "a window that the User-Agent does not suit", OrderRows::unsuitable),
            moving("A107", "choices of cash receipts", OrderRows::receipts),
            still("A108", "what is no phone number", OrderRows::phones),
            still("A109", "what is no e-mail address", OrderRows::mails),
            still("A110", "addresses of apps that are none", OrderRows::apps));

    private static Reply order(Target target, String field, String value) throws Exception {
        return target.tester()
                .send("order", target.tester().order(Shop.newNumber()).with(field, value));
    }

    private static void refused(Target target, String field, String... values) throws Exception {
        for (var value : values) hears("6002 " + field, order(target, field, value));
    }

    private static void required(Target target) throws Exception {
        var shop = target.tester();
        for (var field :
                List.of("orderNumber", "amount", "itemName", "userName", "returnUrl", "signature", "timestamp")) {
            var order = shop.order(Shop.newNumber());
            hears("6001 " + field, shop.send("order", order.without(field)));
            for (var blank : List.of("", " ", "\u3000", "\u2003\u00a0"))
                hears("6001 " + field, shop.send("order", order.with(field, blank)));
        }
        hears("6001 orderNumber", shop.send("order", Body.empty()));
    }

    private static void tooLong(Target target) throws Exception {
        for (var field : FieldTable.cells(FieldTable.ORDER).stream()
                .map(FieldTable.Cell::field)
                .distinct()
                .toList()) {
            var one = FieldTable.TOO_LONG.getOrDefault(field, "");
            hears("6002 " + field, order(target, field, one));
            hears("6002 " + field, order(target, field, one.repeat(10)));
        }
    }

    private static void numbers(Target target) throws Exception {
        for (var number : List.of(
                "a|b",
                "a\"b",
                "a'b",
                "a<b",
                "a>b",
                "a%b",
                "a&b",
                "a\\b",
                "a\nb",
                "a;b",
                "a b",
                "';DROP TABLE payment",
                "'OR'1'='1",
                "${jndi:ldap://x}",
                "{{7*7}}",
                "a😀",
                "가",
                "a,b",
                "(a)",
                "a*b",
                "a?b",
                "a!b",
                "a^b",
                "a`b"))
            hears(
                    "6002 orderNumber",
                    target.tester().send("order", target.tester().order(number)));
    }

    private static void sameNumber(Target target) throws Exception {
        var number = Shop.newNumber();
        var first = target.tester();
        var second = target.merchant("same-number");
        var one = first.ordered(number, Shop.MADE_AT);
        var two = second.ordered(number, Shop.MADE_AT);
        assertNotEquals(one.transaction(), two.transaction());
        hears("0000", first.pay(target.acquirer(), one));
        hears("0000", second.pay(target.acquirer(), two));
        hears("0000", first.send("cancel", first.cancel(one.transaction(), "변심")));
        assertEquals(
                List.of(true),
                target.acquirer().ledger().of(two.transaction()).stream()
                        .map(approval -> approval.stands())
                        .toList());
    }

    private static void anotherAmount(Target target) throws Exception {
        var shop = target.tester();
        var number = Shop.newNumber();
        var first = shop.ordered(number, Shop.MADE_AT);
        var dearer = hears("0000", shop.send("order", shop.order(number, "2008", Shop.MADE_AT, "WP")));
        assertNotEquals(first.transaction(), dearer.transaction());
        var late = shop.authentication(target.acquirer(), dearer);
        hears("0000", shop.pay(target.acquirer(), first));
        hears("8002", shop.send("pay", late));
        assertEquals(List.of(), target.acquirer().ledger().of(dearer.transaction()));
        hears("8002", shop.send("order", shop.order(number, "3012", Shop.MADE_AT, "WP")));
    }

    private static void windows(Target target) throws Exception {
        refused(target, "userAgent", "XX", "wm", "Wp", "WM ", " W", "ＷＭ", "W");
        var mobile = target.tester().order(Shop.newNumber()).without("userAgent");
        var reply = hears("0000", target.tester().send("order", mobile));
        assertEquals(true, reply.json().has("pay_url") && reply.json().has("approval_key"), reply::body);
        assertEquals(
                false, hears("0000", order(target, "userAgent", "WP")).json().has("pay_url"));
    }

    private static void userAgents(Target target) throws Exception {
        var shop = target.tester();
        for (var header : List.of("", "User-Agent: ", "User-Agent: " + "x".repeat(8 * 1024), "User-Agent: curl/8")) {
            var order = shop.order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, "WM");
            hears(
                    "0000",
                    RawCall.json(Target.path(shop, "order"))
                            .header(header)
                            .body(order)
                            .to(target.port()));
        }
        var before = target.standing();
        for (var header : List.of("User-Agent: a\u0000b", "User-Agent: a\rX: b"))
            hears(
                    "400 6003",
                    RawCall.json(Target.path(shop, "order"))
                            .header(header)
                            .body(shop.order(Shop.newNumber()))
                            .to(target.port()));
        assertEquals(before, target.standing());
    }

    private static void unsuitable(Target target) throws Exception {
        var shop = target.tester();
        var desktop = "User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
        for (var window : List.of("WM", "WP")) {
            for (var header : List.of(desktop, "User-Agent: Mozilla/5.0 (iPhone)")) {
                var order = shop.order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, window);
                var reply = RawCall.json(Target.path(shop, "order"))
                        .header(header)
                        .body(order)
                        .to(target.port());
                assertEquals(window.equals("WM"), hears("0000", reply).json().has("pay_url"));
            }
        }
    }

    private static void receipts(Target target) throws Exception {
        refused(target, "cashbillYn", "y", "n", "X", "YES", "1", "Ｙ");
        for (var good : List.of("", "Y", "N")) hears("0000", order(target, "cashbillYn", good));
    }

    private static void phones(Target target) throws Exception {
        refused(
                target,
                "mobileNumber",
                "010-9876-543",
                "0109876543a",
                "010987654321",
                "010987654",
                "０１０９８７６５４３２",
                "+8210987654",
                "010 9876543",
                "٠١٠٩٨٧٦٥٤٣٢");
    }

    private static void mails(Target target) throws Exception {
        refused(
                target,
                "userEmail",
                "a@b\r\nBcc:x@y",
                "a@b@c",
                "m".repeat(40) + "@mail.examp",
                "a",
                "@",
                "a@",
                "@b",
                "a b@c",
                "a@b\u0000",
                "a@b\u202e",
                "a\t@b");
    }

    private static void apps(Target target) throws Exception {
        refused(
                target,
                "appUrl",
                "javascript:alert(1)",
                "javascript://x/%0aalert(1)",
                "JaVaScRiPt://x",
                "data://text/html,x",
                "vbscript://x",
                "file:///etc/passwd",
                "intent://x#Intent;end",
                "shop",
                "//shop",
                ":// ",
                "my shop://x",
                "myshop://\"><script>",
                "myshop://a\\b",
                "1shop://x",
                "마이샵://x",
                "myshop://가",
                "myshop:paid",
                "myshop://" + "p".repeat(120));
    }

    private OrderRows() {}
}
