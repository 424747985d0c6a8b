package gyeolje.proof.blackbox;

import static gyeolje.proof.blackbox.Hears.hears;
import static gyeolje.proof.blackbox.Row.moving;
import static gyeolje.proof.blackbox.Row.still;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import gyeolje.core.request.Profile;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/** Names of goods and buyers, and addresses to return to: what is shown, what is echoed, and what is never followed. */
final class TextRows {
    private static final Charset WINDOWS_949 = Charset.forName("x-windows-949");

    static final List<Row> ROWS = List.of(
            moving("A89", "lengths are counted in characters", TextRows::lengths),
            moving("A111", "goods that are markup", TextRows::markup),
            moving("A112", "buyers who are formulas", TextRows::formulas),
            moving("A113", "syllables that EUC-KR lacks", TextRows::rareSyllables),
            moving("A114", "syllables in pieces", TextRows::pieces),
            moving("A115", "signs that windows-949 lacks", TextRows::unwritable),
            moving("A116", "names that are cut, or end in half a character", TextRows::cut),
            still("A117", "return addresses of other schemes", TextRows::schemes),
            moving("A118", "return addresses that are none", TextRows::noAddresses),
            moving("A119", "return addresses that look like another host's", TextRows::disguised),
            still("A120", "return addresses that are malformed", TextRows::malformed),
            moving("A121", "addresses of this machine are never called", TextRows::neverCalled),
            moving("A122", "the longest return address", TextRows::longest),
            moving("A123", "a return address with markup", TextRows::markupInAddress),
            moving("A124", "the gateway sends nobody anywhere", TextRows::noRedirect),
            moving("A126", "a payment window on somebody else's host", TextRows::foreignWindow));

    private static Reply order(Target target, String field, String value) throws Exception {
        return target.tester()
                .send("order", target.tester().order(Shop.newNumber()).with(field, value));
    }

    private static Reply returning(Shop shop, String window, String url) throws Exception {
        var order = shop.order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, window);
        return shop.send("order", order.with("returnUrl", url));
    }

    private static void lengths(Target target) throws Exception {
        var longest = hears("0000", order(target, "itemName", "가".repeat(100)));
        assertEquals("가".repeat(50), longest.text("good_name"), "as many as fill the window's hundred bytes");
        hears("0000", order(target, "itemName", "😀".repeat(99) + "가"));
        hears("0000", order(target, "itemName", "\u1100\u1161".repeat(100)));
        hears("0000", order(target, "userName", "가".repeat(50)));
        var before = target.standing();
        hears("6002 itemName", order(target, "itemName", "가".repeat(101)));
        hears("6002 itemName", order(target, "itemName", "😀".repeat(100) + "가"));
        hears("6002 userName", order(target, "userName", "가".repeat(51)));
        assertEquals(before, target.standing());
    }

    private static void markup(Target target) throws Exception {
        for (var name : List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onfocus='x",
                "&#x27;&lt;",
                "{{7*7}}",
                "${7*7}",
                "</form>",
                "<!--",
                "]]>",
                "%3Cscript%3E")) {
            var shown = hears("0000", order(target, "itemName", name)).text("good_name");
            assertEquals(name.replaceAll("[,&;|\\\\'\"<>]", "").strip(), shown);
        }
    }

    private static void formulas(Target target) throws Exception {
        for (var name : List.of("=HYPERLINK(1)", "+cmd", "-1+1", "@SUM(A1)")) {
            var ordered = hears("0000", order(target, "userName", name));
            assertEquals(name, ordered.text("buyr_name"));
        }
    }

    private static void rareSyllables(Target target) throws Exception {
        var name = "뷁 똠 펲 믜";
        var shown = hears("0000", order(target, "itemName", name)).text("good_name");
        assertEquals(name, new String(shown.getBytes(WINDOWS_949), WINDOWS_949));
    }

    private static void pieces(Target target) throws Exception {
        var pieces = "\u1112\u1161\u11ab\u1100\u1173\u11af";
        assertEquals("한글", hears("0000", order(target, "itemName", pieces)).text("good_name"));
        assertEquals("한글", hears("0000", order(target, "userName", pieces)).text("buyr_name"));
    }

    /** What the browser could not send is left out; nothing turns into a question mark. */
    private static void unwritable(Target target) throws Exception {
        for (var odd : List.of("\ufffd", "\u2212", "\u301c", "\uff5e", "\u00e9", "😀", "\u200d")) {
            var shown =
                    hears("0000", order(target, "itemName", "차" + odd + "잔")).text("good_name");
            assertFalse(shown.contains("?"), shown);
            assertEquals(shown, new String(shown.getBytes(WINDOWS_949), WINDOWS_949));
        }
        hears("6002 itemName", order(target, "itemName", "😀\ufffd"));
    }

    private static void cut(Target target) throws Exception {
        var name = "a" + "뷁".repeat(49);
        assertEquals(
                "a" + "뷁".repeat(19),
                hears("0000", order(target, "userName", name)).text("buyr_name"));
        for (var end : List.of("\u00a1\"", "\u00b0\u00a1'", "뷁\"", "가\\", "가|", "\u00c7\u00d1<"))
            assertFalse(hears("0000", order(target, "itemName", "찻잔" + end))
                    .text("good_name")
                    .matches(".*[\"'<>\\\\|].*"));
    }

    private static void schemes(Target target) throws Exception {
        for (var url : List.of(
                "javascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "ftp://shop.example.com/",
                "ws://shop.example.com/",
                "mailto:a@b",
                "about:blank",
                "blob:https://shop.example.com/1",
                "myshop://paid",
                "javascript://shop.example.com/%0aalert(1)"))
            hears("6002 returnUrl", returning(target.tester(), "WM", url));
        var strict = target.merchant("strict-schemes", Profile.STRICT);
        hears("6002 returnUrl", returning(strict, "WP", "http://shop.example.com/"));
    }

    private static void noAddresses(Target target) throws Exception {
        var strict = target.merchant("strict-hosts", Profile.STRICT);
        var legacy = target.merchant("legacy", Profile.LEGACY);
        for (var url : List.of("test", "returnUrl", "naver.com", "//evil.example", "/path", "https:", "https://")) {
            hears("6002 returnUrl", returning(target.tester(), "WM", url));
            hears("6002 returnUrl", returning(strict, "WP", url));
            assertEquals(
                    url, hears("0000", returning(target.tester(), "WP", url)).text("Ret_URL"));
            assertEquals(url, hears("0000", returning(legacy, "WM", url)).text("Ret_URL"));
        }
    }

    private static void disguised(Target target) throws Exception {
        for (var url : List.of(
                "https://shop.example.com@evil.example/",
                "https://shop.example.com:x@evil.example/",
                "https://@evil.example/",
                "https://shop.example.com\\@evil.example/",
                "https://shop.example.com\\.evil.example/"))
            hears("6002 returnUrl", returning(target.tester(), "WM", url));
        var strict = target.merchant("strict-disguise", Profile.STRICT);
        for (var url : List.of(
                "https://evil.example#shop.example.com",
                "https://evil.example?shop.example.com",
                "https://evil.example/shop.example.com",
                "https://shop.example.com.evil.example/",
                "https://evil-shop.example.com/",
                "https://xn--shop-xyz.example.com/",
                "https://sh\u043ep.example.com/",
                "https://shop.example.com./")) hears("6002 returnUrl", strictly(strict, url));
        hears("0000", strictly(strict, "https://SHOP.example.com:8443/paid?a=b#c"));
    }

    private static Reply strictly(Shop strict, String url) throws Exception {
        var order = strict.order(Shop.newNumber(), Shop.AMOUNT, SigningRows.minutesFromNow(0), "WM");
        return strict.send("order", order.with("returnUrl", url));
    }

    private static void malformed(Target target) throws Exception {
        for (var url : List.of(
                "https://sh\u043ep.example.com/",
                "https://shop.example.com./",
                "https://shop.example.com:0/",
                "https://shop.example.com:99999/",
                "https://shop.example.com:-1/",
                "https://shop.example.com/%00",
                "https://shop.example.com/\r\nSet-Cookie: a",
                "https://shop.example.com/\t",
                "https://shop. example.com/",
                "https://shop.example.com/ a",
                "https:///path",
                "https:/shop.example.com",
                "https://[::1",
                "https://[v1.x]/",
                "https://shop_.example.com:80:80/",
                "https://%73hop.example.com/",
                "https://shop.example.com/%zz")) hears("6002 returnUrl", returning(target.tester(), "WM", url));
    }

    private static void neverCalled(Target target) throws Exception {
        try (var trap = ServerSocketChannel.open()) {
            trap.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0))
                    .configureBlocking(false);
            var port = ((InetSocketAddress) trap.getLocalAddress()).getPort();
            for (var host : List.of(
                    "127.0.0.1",
                    "localhost",
                    "2130706433",
                    "0x7f.1",
                    "0177.0.0.1",
                    "127.1",
                    "[::ffff:127.0.0.1]",
                    "[::1]")) {
                var url = "http://" + host + ":" + port + "/";
                for (var window : List.of("WM", "WP")) {
                    var order = target.tester().order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, window);
                    var reply = target.tester()
                            .send("order", order.with("returnUrl", url).with("appUrl", url));
                    if (!reply.code().equals("0000")) hears("6002 returnUrl", reply);
                    else hears("0000", target.tester().pay(target.acquirer(), reply));
                }
            }
            hears("0000", order(target, "userEmail", "root@127.0.0.1:" + port));
            assertNull(trap.accept(), "somebody called");
        }
    }

    private static void longest(Target target) throws Exception {
        var start = "https://shop.example.com/";
        for (var path : List.of("r".repeat(175), "%EA%B0%80".repeat(19) + "rrrr", "가".repeat(175))) {
            assertEquals(
                    start + path,
                    hears("0000", returning(target.tester(), "WM", start + path))
                            .text("Ret_URL"));
            hears("6002 returnUrl", returning(target.tester(), "WM", start + path + "r"));
            hears("6002 returnUrl", returning(target.tester(), "WP", start + path + "r"));
        }
    }

    private static void markupInAddress(Target target) throws Exception {
        var url = "https://shop.example.com/?\"><script>alert(1)</script>";
        hears("6002 returnUrl", returning(target.tester(), "WM", url));
        assertEquals(url, hears("0000", returning(target.tester(), "WP", url)).text("Ret_URL"));
    }

    /** No answer of any row may redirect: the reader of answers refuses those that do. */
    private static void noRedirect(Target target) throws Exception {
        var ordered = returning(target.tester(), "WM", "https://elsewhere.example.com/");
        assertEquals(false, hears("0000", ordered).headers().containsKey("location"));
        hears("0000", target.tester().pay(target.acquirer(), ordered));
    }

    private static void foreignWindow(Target target) throws Exception {
        var before = target.rows();
        for (var url : List.of(
                "https://evil.example/pay",
                "https://kcp.co.kr.evil.example/",
                "https://evilkcp.co.kr/",
                "http://pay.kcp.co.kr/",
                "https://pay.kcp.co.kr@evil.example/",
                "javascript:alert(1)",
                "//evil.example",
                "")) {
            var body = "{\"Code\":\"0000\",\"Message\":\"ok\",\"approvalKey\":\"key\",\"PayUrl\":\"" + url + "\"}";
            target.acquirer().fault(Map.of("on", "register", "kind", "status", "status", "200", "body", body));
            hears("1002", returning(target.tester(), "WM", "https://shop.example.com/"));
        }
        assertEquals(before, target.rows());
    }

    private TextRows() {}
}
