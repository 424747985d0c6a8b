package gyeolje.proof.blackbox;

import static gyeolje.proof.blackbox.Hears.hears;
import static gyeolje.proof.blackbox.JsonRows.order;
import static gyeolje.proof.blackbox.JsonRows.send;
import static gyeolje.proof.blackbox.JsonRows.unreadable;
import static gyeolje.proof.blackbox.Row.moving;
import static gyeolje.proof.blackbox.Row.still;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.proof.world.Shop;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;

/** How the text of a body is encoded, and which characters it may hold (merchant API, sections 2 and 5). */
final class EncodingRows {
    static final List<Row> ROWS = List.of(
            still("A80", "a byte order mark", target -> unreadable(target, "\ufeff{}", "\ufeff" + order(target))),
            still("A81", "other encodings", EncodingRows::encodings),
            still("A82", "what is no UTF-8", EncodingRows::notUtf8),
            still("A83", "control characters", EncodingRows::controls),
            moving("A84", "characters that turn or hide text", EncodingRows::invisible),
            moving("A85", "an emoji as a pair of escapes", EncodingRows::emoji),
            still("A86", "a field of a megabyte", EncodingRows::megabyte));

    private static void encodings(Target target) throws Exception {
        var good = order(target);
        for (var name : List.of("UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32LE", "x-windows-949", "EUC-KR"))
            hears("400 6003", target.raw(target.tester(), "order", good.getBytes(Charset.forName(name))));
        hears("400 6003", target.raw(target.tester(), "order", "{\"itemName\":\"\u00e9\"}".getBytes(ISO_8859_1)));
    }

    private static void notUtf8(Target target) throws Exception {
        var parts = order(target).split("텀블러", -1);
        for (var hex : List.of(
                "80",
                "BF",
                "C0 80",
                "C1 81",
                "C3",
                "E0 80 AF",
                "E2 82",
                "ED A0 80",
                "ED BF BF",
                "F0 80 80 AF",
                "F4 90 80 80",
                "F5 80 80 80",
                "F8 88 80 80 80",
                "FE",
                "FF",
                "C3 28",
                "E2 28 A1")) {
            var body = new ByteArrayOutputStream();
            body.writeBytes(parts[0].getBytes(UTF_8));
            body.writeBytes(HexFormat.ofDelimiter(" ").parseHex(hex));
            body.writeBytes(parts[1].getBytes(UTF_8));
            hears("400 6003", target.raw(target.tester(), "order", body.toByteArray()));
        }
    }

    private static void controls(Target target) throws Exception {
        var good = order(target);
        for (var escape :
                List.of("\\u0000", "\\u0007", "\\b", "\\t", "\\n", "\\r", "\\u001b", "\\u007f", "\\u0085", "\\u009f"))
            hears("6002 itemName", send(target, good.replace("텀블러", "텀" + escape + "블러")));
        for (var raw : List.of("\u0000", "\u0007", "\t", "\n", "\r", "\u001b"))
            hears("400 6003", send(target, good.replace("텀블러", "텀" + raw + "블러")));
        for (var raw : List.of("\u007f", "\u0085", "\u009f"))
            hears("6002 itemName", send(target, good.replace("텀블러", "텀" + raw + "블러")));
        hears("6002 orderNumber", target.tester().send("order", target.tester().order("A\u0000")));
        hears("6002 itemName", send(target, good.replace("텀블러", "텀\\u2028블러")));
    }

    private static void invisible(Target target) throws Exception {
        var shop = target.tester();
        var before = target.standing();
        for (var odd : List.of("\u202e", "\u202a", "\u2066", "\u2069", "\ufffe", "\uffff", "\ufdd0", "\ud83f\udffe")) {
            for (var field : List.of("itemName", "userName", "userEmail"))
                hears(
                        "6002 " + field,
                        shop.send("order", shop.order(Shop.newNumber()).with(field, "a" + odd + "@b")));
        }
        assertEquals(before, target.standing());
        for (var odd : List.of("\u200b", "\ue000", "\u00ad")) {
            var order = shop.order(Shop.newNumber()).with("itemName", "텀" + odd + "블러");
            assertEquals(
                    "텀블러",
                    hears("0000", shop.send("order", order)).text("good_name").replace("\u00ad", ""));
        }
    }

    private static void emoji(Target target) throws Exception {
        var good = order(target);
        var reply = hears("0000", send(target, good.replace("텀블러", "텀블러\\uD83D\\uDE00")));
        assertEquals("텀블러", reply.text("good_name"));
        var alone = order(target).replace("텀블러", "\\uD83D\\uDE00");
        hears("6002 itemName", send(target, alone));
    }

    private static void megabyte(Target target) throws Exception {
        var shop = target.tester();
        hears("413 6003", shop.send("order", shop.order(Shop.newNumber()).with("itemName", "가".repeat(350_000))));
        hears("6002 itemName", shop.send("order", shop.order(Shop.newNumber()).with("itemName", "가".repeat(20_000))));
        hears("413 6003", shop.send("pay", target.spare().payBody().with("enc_data", "A".repeat(1_000_000))));
        hears("413 6003", shop.send("cancel", shop.cancel("x", "변심".repeat(200_000))));
    }

    private EncodingRows() {}
}
