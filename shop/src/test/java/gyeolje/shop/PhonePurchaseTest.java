package gyeolje.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buying on a phone, where KCP's page posts the authentication in windows-949 from another site. */
final class PhonePurchaseTest {
    private final ShopScene scene;

    PhonePurchaseTest() throws IOException {
        scene = ShopScene.open(Visitor.PHONE);
    }

    @AfterEach
    void close() throws IOException {
        scene.close();
    }

    private Visitor.Page comeBack(String number, Map<String, String> fields) {
        var fromKcp = Map.of("Origin", "https://testsmpay.kcp.co.kr", "Sec-Fetch-Site", "cross-site");
        try (var withoutCookies = new Visitor(scene.shop, Visitor.PHONE)) {
            return withoutCookies.post("/return/" + number, Visitor.encoded(fields, Form.KOREAN), fromKcp);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0), WM",
        "Mozilla/5.0 (iPad; CPU OS 18_0), WM",
        "Mozilla/5.0 (Linux; Android 15), WM",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X), WP",
        "curl/8.9, WP"
    })
    void the_browser_decides_which_window_opens(String userAgent, String window) {
        try (var visitor = new Visitor(scene.shop, userAgent)) {
            visitor.buy(1);
        }
        assertEquals(window, scene.gateway.calls("order").getLast().field("userAgent"));
    }

    @Test
    void the_window_page_carries_the_euc_kr_form_and_may_post_to_kcp_alone() {
        var page = scene.visitor.get("/orders/" + scene.visitor.buy(1) + "/pay");

        assertTrue(page.html()
                .contains("accept-charset=\"euc-kr\" action=\"" + scene.gateway.address() + "/pay/mobileGW.kcp\""));
        assertTrue(page.html().contains("name=\"approval_key\" value=\"vr1pvK2bD4lq\""));
        assertTrue(page.headers()
                .getOrDefault("content-security-policy", "")
                .endsWith("form-action 'self' " + scene.gateway.address()));
    }

    @Test
    void the_return_is_decoded_paid_and_led_to_the_receipt() {
        var number = scene.visitor.buy(8);

        var answer = comeBack(number, Visitor.authentication(scene.gateway));

        assertEquals(303, answer.status());
        assertEquals("/orders/" + number, answer.location());
        assertFalse(answer.headers().containsKey("set-cookie"));
        assertEquals("paid", scene.order(number).state());
        assertTrue(scene.visitor.get("/orders/" + number + "/wire").html().contains("res_msg&#x3D;정상처리"));
    }

    @ParameterizedTest
    @CsvSource({"3001, 결제를 취소하셨어요", "'', 결제창이 닫혔어요", "7777, 결제창이 닫혔어요", "3000, 인증하지 못했어요"})
    void leaving_the_window_takes_no_money_and_says_so(String code, String title) {
        var number = scene.visitor.buy(1);

        comeBack(number, Map.of("res_cd", code, "res_msg", "사용자 취소", "ordr_idxx", "20261124120000KK0001"));

        var page = scene.order(number);
        assertEquals("abandoned", page.state());
        assertTrue(page.shows("error"));
        assertTrue(page.html().contains(title));
        assertTrue(page.html().contains("사용자 취소"));
        assertTrue(scene.gateway.calls("pay").isEmpty());
    }

    @Test
    void who_cancelled_may_open_the_window_again_and_pay() {
        var number = scene.visitor.buy(1);
        comeBack(number, Map.of("res_cd", "3001", "res_msg", "사용자 취소"));

        assertEquals(200, scene.visitor.get("/orders/" + number + "/pay").status());
        comeBack(number, Visitor.authentication(scene.gateway));

        assertEquals("paid", scene.order(number).state());
    }

    @Test
    void a_return_for_an_order_that_nobody_placed_is_a_page_that_says_so() {
        var page = comeBack("261124-ABCDEFGHJKLM", Map.of("res_cd", "0000"));

        assertEquals(404, page.status());
        assertTrue(page.shows("error"));
    }

    @Test
    void a_return_by_get_shows_how_the_order_stands() {
        var number = scene.visitor.buy(1);

        assertEquals("/orders/" + number, scene.visitor.get("/return/" + number).location());
    }
}
