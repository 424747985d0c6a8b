package gyeolje.proof.blackbox;

import static gyeolje.proof.blackbox.Hears.hears;
import static gyeolje.proof.blackbox.Row.moving;
import static gyeolje.proof.blackbox.Row.still;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.core.request.Profile;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.proof.world.RawCall;
import gyeolje.proof.world.Secrets;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What can stand in a signed field, for how long a signature counts, and with which key (merchant API, sections 3 and 4). */
final class SigningRows {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final String ABSENT = "20200101000000KK0000";
    private static final List<String> BLANKS = List.of(" ", "\t", "\u00a0", "\u3000", "\u200b", "\ufeff", "\u2003");

    static final List<Row> ROWS = List.of(
            still("A51", "blanks in signed fields, signed over the text without them", SigningRows::blanks),
            still("A52", "a lone surrogate, which an encoder turns into a question mark", SigningRows::surrogates),
            still("A53", "letters that look like others", SigningRows::homoglyphs),
            moving("A55", "an old and an early timestamp", SigningRows::stale),
            still("A56", "what is no timestamp", SigningRows::timestamps),
            moving("A57", "second 60, as in the specification's sample", SigningRows::second60),
            moving("A58", "the same order again", SigningRows::replayedOrder),
            moving("A59", "the same order again after it was paid", SigningRows::replayedAfterPayment),
            moving("A60", "the same cancel again", SigningRows::replayedCancel),
            moving("A62", "a reason that was changed after signing", SigningRows::changedReason),
            moving("A65", "a key sent by mistake", SigningRows::sentKey),
            moving("A66", "a key that was rotated", SigningRows::rotated));

    private static void blanks(Target target) throws Exception {
        var shop = target.tester();
        for (var blank : BLANKS) {
            var number = Shop.newNumber();
            hears(
                    "6002 orderNumber",
                    shop.send("order", shop.order(number).with("orderNumber", inside(number, blank))));
            hears("6002 amount", shop.send("order", shop.order(number).with("amount", inside("1004", blank))));
            hears(
                    "6002 timestamp",
                    shop.send("order", shop.order(number).with("timestamp", inside(Shop.MADE_AT, blank))));
            var cancel = shop.cancel(ABSENT, "변심").with("transactionId", inside(ABSENT, blank));
            hears("6002 transactionId", shop.send("cancel", cancel));
        }
        for (var id : List.of("tes%20ter", "tester%20", "%C2%A0tester", "tester%E2%80%8B")) {
            var call = RawCall.json("/ep/api/kakao/" + id + "/order").body(shop.order(Shop.newNumber()));
            hears("404 6003", call.to(target.port()));
        }
    }

    private static String inside(String text, String blank) {
        return text.substring(0, 2) + blank + text.substring(2);
    }

    private static void surrogates(Target target) throws Exception {
        var shop = target.tester();
        for (var surrogate : List.of("\ud800", "\udfff")) {
            hears("6002 orderNumber", shop.send("order", shop.order("A?").with("orderNumber", "A" + surrogate)));
            var stamped = shop.order(Shop.newNumber(), Shop.AMOUNT, "2026040112000?", "WP");
            hears("6002 timestamp", shop.send("order", stamped.with("timestamp", "2026040112000" + surrogate)));
            var named = shop.order(Shop.newNumber());
            hears("6002 itemName", shop.send("order", named.with("itemName", "컵" + surrogate)));
            hears("6002 cancelReason", shop.send("cancel", shop.cancel(ABSENT, "변심" + surrogate)));
        }
        hears("6002 itemName", shop.send("order", shop.order(Shop.newNumber()).with("itemName", "\udc00\ud800")));
    }

    private static void homoglyphs(Target target) throws Exception {
        var shop = target.tester();
        for (var number : List.of(
                "e\u0301-1",
                "\u00e9-1",
                "\u0410-1",
                "\u212a-1",
                "\u0131-1",
                "\uff21-1",
                "\u2010-1",
                "가-1",
                "\u1100\u1161-1")) hears("6002 orderNumber", shop.send("order", shop.order(number)));
        hears("6002 transactionId", shop.send("cancel", shop.cancel("20200101000000\u212a\u212a0000", "변심")));
    }

    static String minutesFromNow(long minutes) {
        return STAMP.format(ZonedDateTime.now(SEOUL).plusMinutes(minutes));
    }

    private static void stale(Target target) throws Exception {
        var strict = target.merchant("strict-times", Profile.STRICT);
        for (long minutes : new long[] {-15, 15}) {
            var order = strict.order(Shop.newNumber(), Shop.AMOUNT, minutesFromNow(minutes), "WP");
            hears("6002 timestamp", strict.send("order", order));
            var standard = target.tester().order(Shop.newNumber(), Shop.AMOUNT, minutesFromNow(minutes), "WP");
            hears("0000", target.tester().send("order", standard));
        }
        hears("0000", strict.send("order", strict.order(Shop.newNumber(), Shop.AMOUNT, minutesFromNow(0), "WP")));
    }

    private static void timestamps(Target target) throws Exception {
        var shop = target.tester();
        for (var odd : List.of(
                "2026112410000",
                "202611241000000",
                "2026-11-24T10:",
                "2026/11/24 10:",
                "20261324100000",
                "20260024100000",
                "20261132100000",
                "20261100100000",
                "20261124240000",
                "20261124106000",
                "20261124100061",
                "２０２６１１２４１００００００",
                "٢٠٢٦١١٢٤١٠٠٠٠٠",
                "+2026112410000",
                "0x261124100000",
                "now"))
            hears("6002 timestamp", shop.send("order", shop.order(Shop.newNumber(), Shop.AMOUNT, odd, "WP")));
    }

    private static void second60(Target target) throws Exception {
        var shop = target.tester();
        hears("0000", shop.send("order", shop.order(Shop.newNumber(), Shop.AMOUNT, "20170910132060", "WP")));
    }

    private static void replayedOrder(Target target) throws Exception {
        var shop = target.tester();
        var order = shop.order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, "WM");
        var first = hears("0000", shop.send("order", order));
        var before = target.standing();
        assertEquals(first.body(), shop.send("order", order).body());
        assertEquals(before, target.standing());
    }

    private static void replayedAfterPayment(Target target) throws Exception {
        var shop = target.tester();
        var order = shop.order(Shop.newNumber());
        var ordered = hears("0000", shop.send("order", order));
        hears("0000", shop.pay(target.acquirer(), ordered));
        var before = target.standing();
        hears("8002", shop.send("order", order));
        assertEquals(before, target.standing());
    }

    private static void replayedCancel(Target target) throws Exception {
        var shop = target.tester();
        var cancel = shop.cancel(shop.paid(target.acquirer()).transaction(), "변심");
        var first = hears("0000", shop.send("cancel", cancel));
        var before = target.standing();
        for (int again = 0; again < 3; again++)
            assertEquals(first.body(), shop.send("cancel", cancel).body());
        assertEquals(
                first.body(),
                shop.sendTo("/v2/api/payment/" + shop.id() + "/cancel2", cancel).body());
        assertEquals(before, target.standing());
    }

    private static void changedReason(Target target) throws Exception {
        var shop = target.tester();
        var cancel = shop.cancel(shop.paid(target.acquirer()).transaction(), "변심");
        hears("0000", shop.send("cancel", cancel.with("cancelReason", "다른 까닭")));
        var before = target.standing();
        hears("1005", shop.send("cancel", cancel));
        assertEquals(before, target.standing());
    }

    private static void sentKey(Target target) throws Exception {
        var shop = target.merchant("careless");
        var order = shop.order(Shop.newNumber()).with("apiCertKey", shop.key()).bytes();
        var call = RawCall.json(Target.path(shop, "order") + "?apiCertKey=" + shop.key())
                .header("apiCertKey: " + shop.key())
                .header("Authorization: Bearer " + shop.key());
        hears("0000", call.body(order).to(target.port()));
        for (var operation : List.of("order", "pay", "cancel"))
            hears(
                    "1001",
                    RawCall.json("/ep/api/kakao/" + shop.key() + "/" + operation)
                            .body(order)
                            .to(target.port()));
        var short16 = target.merchant("short-key", like -> like, "127.0.0.1");
        target.merchants()
                .rotateKey(new MerchantId("short-key"), new ApiCertKey("key-of-16-letter"), Duration.ZERO, "test");
        hears(
                "1001",
                RawCall.json("/ep/api/kakao/key-of-16-letter/pay").body(order).to(target.port()));
        hears("6002 merchantId", shop.send("order", shop.order(Shop.newNumber()).with("merchantId", shop.key())));
        Until.holds(
                "what was asked last is logged",
                () -> Files.readString(target.folder().resolve("gateway.log")).contains("1001"));
        var log = Files.readString(target.folder().resolve("gateway.log"));
        for (var key : List.of(shop.key(), short16.key(), "key-of-16-letter"))
            assertEquals(false, log.contains(key), "a key is in the log");
    }

    private static void rotated(Target target) throws Exception {
        var shop = target.merchant("rotating");
        var next = new Shop(shop.id(), "the-key-after-the-rotation", shop.port());
        rotate(target, next, Duration.ofHours(1));
        hears("0000", shop.send("order", shop.order(Shop.newNumber())));
        hears("0000", next.send("order", next.order(Shop.newNumber())));

        var exposed = target.merchant("exposed");
        var sound = new Shop(exposed.id(), "the-key-that-is-not-known", exposed.port());
        hears("0000", exposed.send("order", exposed.order(Shop.newNumber())));
        rotate(target, sound, Duration.ZERO);
        var before = target.rows();
        hears("2001", exposed.send("order", exposed.order(Shop.newNumber())));
        hears("2001", exposed.send("cancel", exposed.cancel(ABSENT, "변심")));
        assertEquals(before, target.rows());
    }

    /** Until the running gateway, which looks every few seconds, knows of the new key. */
    private static void rotate(Target target, Shop next, Duration overlap) throws Exception {
        Secrets.key(next.key());
        target.merchants().rotateKey(new MerchantId(next.id()), new ApiCertKey(next.key()), overlap, "test");
        Until.holds(
                "the new key counts",
                () -> next.send("order", next.order(Shop.newNumber())).code().equals("0000"));
    }

    private SigningRows() {}
}
