package gyeolje.shop;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, languages, limits and what the wire page gives away. */
final class FrontDoorTest {
    private final ShopScene scene;

    FrontDoorTest() throws IOException {
        scene = ShopScene.open(Visitor.PC);
    }

    @AfterEach
    void close() throws IOException {
        scene.close();
    }

    @Test
    void every_page_forbids_what_it_does_not_need() {
        var number = scene.buyAndAuthenticate(1);
        for (var path :
                new String[] {"/", "/goods/1", "/orders", "/orders/" + number, "/orders/" + number + "/wire", "/nowhere"
                }) {
            var headers = scene.visitor.get(path).headers();
            assertAll(
                    path,
                    () -> assertTrue(
                            headers.getOrDefault("content-security-policy", "").contains("script-src 'self';")),
                    () -> assertEquals("nosniff", headers.get("x-content-type-options")),
                    () -> assertEquals("same-origin", headers.get("referrer-policy")),
                    () -> assertEquals("no-store", headers.get("cache-control")));
        }
    }

    @Test
    void the_pc_window_page_allows_kcps_script_frame_and_form_and_nothing_inline() {
        var page = scene.visitor.get("/orders/" + scene.visitor.buy(1) + "/pay");

        var kcp = scene.gateway.address().toString();
        var policy = page.headers().getOrDefault("content-security-policy", "");
        assertTrue(policy.contains("script-src 'self' " + kcp + ";"));
        assertTrue(policy.contains("frame-src " + kcp + ";"));
        assertTrue(policy.contains("form-action 'self' " + kcp));
        assertFalse(policy.contains("unsafe"));
        assertFalse(page.html().matches("(?s).*(<script>|<style|style=|onclick=).*"));
    }

    @Test
    void the_language_switch_keeps_the_page_and_never_leaves_the_shop() {
        assertTrue(scene.visitor.get("/").html().contains("<html lang=\"ko\">"));

        assertEquals("/orders", scene.visitor.get("/language/en?to=%2Forders").location());
        assertTrue(scene.visitor.get("/orders").html().contains("<html lang=\"en\">"));

        assertEquals(
                "/", scene.visitor.get("/language/ko?to=%2F%2Fevil.example").location());
        assertEquals(
                "/",
                scene.visitor.get("/language/ko?to=https%3A%2F%2Fevil.example").location());
    }

    @Test
    void both_languages_know_the_same_texts() {
        assertEquals(Language.KOREAN.texts().keySet(), Language.ENGLISH.texts().keySet());
    }

    @Test
    void another_site_can_neither_order_nor_cancel() {
        var number = scene.buyAndAuthenticate(1);
        var elsewhere = Map.of("Sec-Fetch-Site", "cross-site");

        assertEquals(403, scene.visitor.post("/orders", "goods=1", elsewhere).status());
        assertEquals(
                403,
                scene.visitor
                        .post("/orders/" + number + "/cancel", "confirmed=yes", elsewhere)
                        .status());
        assertTrue(scene.gateway.calls("cancel").isEmpty());
    }

    @Test
    void the_wire_page_shows_the_calls_but_neither_the_key_nor_the_whole_authentication() {
        var number = scene.buyAndAuthenticate(1);
        scene.cancel(number);

        var html = scene.visitor.get("/orders/" + number + "/wire").html();

        assertTrue(html.contains("/ep/api/kakao/tester/order"));
        assertTrue(html.contains("/ep/api/kakao/tester/pay"));
        assertTrue(html.contains("/ep/api/kakao/tester/cancel"));
        assertTrue(html.contains("curl -sS -X POST"));
        assertTrue(html.contains("cancelDateTime"));
        assertFalse(html.contains(FakeGateway.KEY));
        assertFalse(html.contains("only-the-acquirer-can-open"));
    }

    @Test
    void the_wire_page_shows_the_fields_of_the_window_once_it_was_opened() {
        var number = scene.visitor.buy(1);
        scene.visitor.get("/orders/" + number + "/pay");
        scene.visitor.get("/orders/" + number + "/pay");

        var html = scene.visitor.get("/orders/" + number + "/wire").html();

        assertTrue(html.contains("good_name&#x3D;달항아리 찻잔"));
        assertTrue(html.contains("kakaopay_direct&#x3D;Y"));
        assertEquals(html.indexOf("kakaopay_direct"), html.lastIndexOf("kakaopay_direct"));
    }

    @Test
    void a_form_with_too_many_fields_is_refused_and_changes_nothing() {
        var number = scene.visitor.buy(1);
        var fields = new StringBuilder("res_cd=0000");
        for (var i = 0; i < 300; i++) fields.append("&f").append(i).append("=1");

        assertEquals(
                400,
                scene.visitor
                        .post("/return/" + number, fields.toString(), Map.of())
                        .status());
        assertEquals("placed", scene.order(number).state());
    }

    @Test
    void too_much_is_refused() {
        assertEquals(
                413,
                scene.visitor
                        .post("/orders", "goods=" + "1".repeat(100_000), Map.of())
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/orders/unknown", "/goods/99", "/assets/..%2fshop.css"})
    void what_is_not_there_says_so(String path) {
        var page = scene.visitor.get(path);

        assertEquals(404, page.status());
        assertTrue(page.shows("error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example/x", "a b", "\"><script>", "user@host", "host:123456", ""})
    void a_host_that_is_none_is_refused(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), scene.shop.port())) {
            var request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertTrue(String.valueOf(reader.readLine()).contains(" 400 "));
        }
    }

    @Test
    void drawings_are_served_and_not_sent_again_unchanged() {
        for (var goods : Goods.SHELF)
            assertEquals(
                    200,
                    scene.visitor
                            .get("/assets/goods-" + goods.number() + ".svg")
                            .status());
        assertEquals(
                "image/svg+xml", scene.visitor.get("/favicon.ico").headers().get("content-type"));
    }
}
