package gyeolje.proof.blackbox;

import static gyeolje.proof.blackbox.Hears.hears;
import static gyeolje.proof.blackbox.Row.moving;
import static gyeolje.proof.blackbox.Row.still;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gyeolje.proof.world.Body;
import gyeolje.proof.world.RawCall;
import gyeolje.proof.world.Shop;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a signature may look like and what it vouches for (merchant API, section 4). */
final class SignatureRows {
    private static final String ABSENT = "20200101000000KK0000";

    static final List<Row> ROWS = List.of(
            still("A40", "no signature", SignatureRows::missing),
            still("A41", "what is no digest in hex", SignatureRows::malformed),
            moving("A42", "the right digest in capitals", SignatureRows::capitals),
            still("A43", "one bit wrong, at every place", SignatureRows::oneBit),
            still("A44", "another merchant's valid key", SignatureRows::foreignKey),
            still("A45", "an amount that was changed after signing", target -> changed(target, "amount", "1005")),
            still("A46", "the signature of another order, time or merchant", SignatureRows::another),
            still("A47", "a bar that moves from one field to the next", SignatureRows::movedBar),
            still("A48", "an amount cut in two by a bar", SignatureRows::cutAmount),
            still("A49", "a guessed key as part of the order number", SignatureRows::guessedKey),
            still("A50", "length extension", SignatureRows::extended),
            still("A54", "another kind of digest", SignatureRows::otherDigests),
            still("A61", "the signature of the other call", SignatureRows::otherCall));

    private static Body order(Shop shop) {
        return shop.order(Shop.newNumber());
    }

    private static void missing(Target target) throws Exception {
        var shop = target.tester();
        for (var operation : List.of("order", "cancel")) {
            var body = operation.equals("order") ? order(shop) : shop.cancel(ABSENT, "변심");
            hears("6001 signature", shop.send(operation, body.without("signature")));
            hears("6001 signature", shop.send(operation, body.withJson("signature", "null")));
            for (var empty : List.of("", " ", "\u3000\u00a0", " ".repeat(64)))
                hears("6001 signature", shop.send(operation, body.with("signature", empty)));
        }
    }

    private static void malformed(Target target) throws Exception {
        var shop = target.tester();
        var number = Shop.newNumber();
        var right = Shop.sign(shop.id(), number, Shop.AMOUNT, shop.key(), Shop.MADE_AT);
        var base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(right));
        for (var odd : List.of(
                right.substring(1),
                right + "0",
                "0x" + right.substring(2),
                right.substring(0, 63) + "g",
                right.substring(0, 63) + " ",
                right.substring(0, 63) + "\uff10",
                right.replace('0', '\uff10').replace('a', '\uff41') + "\uff10",
                base64)) {
            hears("6002 signature", shop.send("order", shop.order(number).with("signature", odd)));
            hears(
                    "6002 signature",
                    shop.send("cancel", shop.cancel(ABSENT, "변심").with("signature", odd)));
        }
    }

    private static void capitals(Target target) throws Exception {
        var shop = target.tester();
        var number = Shop.newNumber();
        var signature = Shop.sign(shop.id(), number, Shop.AMOUNT, shop.key(), Shop.MADE_AT);
        var capitals = signature.toUpperCase(Locale.ROOT);
        assertNotEquals(signature, capitals);
        hears("0000", shop.send("order", shop.order(number).with("signature", capitals)));
        var absent = Shop.sign(shop.id(), ABSENT, shop.key()).toUpperCase(Locale.ROOT);
        hears("1004", shop.send("cancel", shop.cancel(ABSENT, "변심").with("signature", absent)));
    }

    private static void oneBit(Target target) throws Exception {
        var orders = target.merchant("flipped-orders");
        var cancels = target.merchant("flipped-cancels");
        var number = Shop.newNumber();
        var order = orders.order(number);
        var right = Shop.sign(orders.id(), number, Shop.AMOUNT, orders.key(), Shop.MADE_AT);
        var cancel = cancels.cancel(ABSENT, "변심");
        var rightCancel = Shop.sign(cancels.id(), ABSENT, cancels.key());
        for (int at = 0; at < 64; at++) {
            hears("2001", orders.send("order", order.with("signature", flipped(right, at))));
            hears("2001", cancels.send("cancel", cancel.with("signature", flipped(rightCancel, at))));
        }
    }

    private static String flipped(String hex, int at) {
        int digit = Character.digit(hex.charAt(at), 16) ^ 1;
        return hex.substring(0, at) + Character.forDigit(digit, 16) + hex.substring(at + 1);
    }

    private static void foreignKey(Target target) throws Exception {
        var shop = target.tester();
        var thief = new Shop(shop.id(), target.merchant("other").key(), shop.port());
        hears("2001", shop.send("order", order(thief)));
        hears("2001", shop.send("cancel", thief.cancel(ABSENT, "변심")));
    }

    private static void changed(Target target, String field, String to) throws Exception {
        hears("2001", target.tester().send("order", order(target.tester()).with(field, to)));
    }

    private static void another(Target target) throws Exception {
        changed(target, "orderNumber", Shop.newNumber());
        changed(target, "timestamp", "20260401120001");
        var shop = target.tester();
        var elsewhere = new Shop("other", shop.key(), shop.port());
        hears("2001", shop.send("order", order(elsewhere)));
        hears("2001", shop.send("cancel", elsewhere.cancel(ABSENT, "변심")));
    }

    /** The signed text is the same wherever the bar stands, so no field may hold one. */
    private static void movedBar(Target target) throws Exception {
        var shop = target.tester();
        hears("6002 orderNumber", shop.send("order", shop.order("b|c")));
        hears("6002 timestamp", shop.send("order", shop.order("b", Shop.AMOUNT, "2026040112000|", "WP")));
        hears("6002 transactionId", shop.send("cancel", shop.cancel(ABSENT + "|x", "변심")));
        for (var id : List.of("tester|b", "tester%7Cb")) {
            var call = RawCall.json("/ep/api/kakao/" + id + "/order").body(shop.order("c"));
            hears("404 6003", call.to(target.port()));
        }
    }

    private static void cutAmount(Target target) throws Exception {
        var shop = target.tester();
        hears("6002 orderNumber", shop.send("order", shop.order("X|1", "004", Shop.MADE_AT, "WP")));
        hears("6002 amount", shop.send("order", shop.order("X", "1|004", Shop.MADE_AT, "WP")));
    }

    private static void guessedKey(Target target) throws Exception {
        var shop = target.tester();
        hears("6002 orderNumber", shop.send("order", shop.order("X|1004|0123456789")));
        hears("6002 orderNumber", shop.send("order", shop.order("X|1004|" + shop.key())));
    }

    /** The forged digest is a true one; what it vouches for is no timestamp, and in its raw form no UTF-8. */
    private static void extended(Target target) throws Exception {
        var shop = target.tester();
        var number = Shop.newNumber();
        var signed = String.join("|", shop.id(), number, Shop.AMOUNT, shop.key(), Shop.MADE_AT);
        var known = Shop.sign(shop.id(), number, Shop.AMOUNT, shop.key(), Shop.MADE_AT);
        var forged = LengthExtension.forge(known, signed.length(), "20270401120000");
        var timestamp = new ByteArrayOutputStream();
        timestamp.writeBytes(Shop.MADE_AT.getBytes(US_ASCII));
        timestamp.writeBytes(LengthExtension.padding(signed.length()));
        timestamp.writeBytes("20270401120000".getBytes(US_ASCII));
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(signed.substring(0, signed.length() - 14).getBytes(US_ASCII));
        whole.writeBytes(timestamp.toByteArray());
        var digest = MessageDigest.getInstance("SHA-256").digest(whole.toByteArray());
        assertEquals(HexFormat.of().formatHex(digest), forged, "the attack works");

        var extended = timestamp.toString(ISO_8859_1);
        var order = shop.order(number).with("signature", forged);
        hears("6002 timestamp", shop.send("order", order.with("timestamp", extended)));
        var raw = new String(order.with("timestamp", "HERE").bytes(), UTF_8).split("HERE", -1);
        var body = new ByteArrayOutputStream();
        body.writeBytes(raw[0].getBytes(UTF_8));
        body.writeBytes(timestamp.toByteArray());
        body.writeBytes(raw[1].getBytes(UTF_8));
        hears("400 6003", target.raw(shop, "order", body.toByteArray()));
    }

    private static void otherDigests(Target target) throws Exception {
        var shop = target.tester();
        var number = Shop.newNumber();
        var text = String.join("|", shop.id(), number, Shop.AMOUNT, shop.key(), Shop.MADE_AT);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(shop.key().getBytes(US_ASCII), "HmacSHA256"));
        var order = shop.order(number);
        var keyed = HexFormat.of().formatHex(mac.doFinal(text.getBytes(US_ASCII)));
        hears("2001", shop.send("order", order.with("signature", keyed)));
        hears("2001", shop.send("order", order.with("signature", hex("SHA3-256", text))));
        hears("6002 signature", shop.send("order", order.with("signature", hex("SHA-512", text))));
        hears("6002 signature", shop.send("order", order.with("signature", hex("MD5", text))));
    }

    private static String hex(String algorithm, String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(US_ASCII)));
    }

    private static void otherCall(Target target) throws Exception {
        var shop = target.tester();
        var number = Shop.newNumber();
        var ofOrder = Shop.sign(shop.id(), number, Shop.AMOUNT, shop.key(), Shop.MADE_AT);
        var ofCancel = Shop.sign(shop.id(), ABSENT, shop.key());
        hears("2001", shop.send("cancel", shop.cancel(ABSENT, "변심").with("signature", ofOrder)));
        hears("2001", shop.send("order", shop.order(number).with("signature", ofCancel)));
    }

    private SignatureRows() {}
}
