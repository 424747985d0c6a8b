package gyeolje.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Buying on a PC, where the shop's own page brings the authentication. */
final class PcPurchaseTest {
    private final ShopScene scene;

    PcPurchaseTest() throws IOException {
        scene = ShopScene.open(Visitor.PC);
    }

    @AfterEach
    void close() throws IOException {
        scene.close();
    }

    @Test
    void one_click_orders_with_sensible_defaults_and_leads_to_the_window() {
        var number = scene.visitor.buy(1);

        var order = scene.gateway.calls("order").getFirst();
        assertEquals(number, order.field("orderNumber"));
        assertEquals("WP", order.field("userAgent"));
        assertEquals("18000", order.field("amount"));
        assertEquals("달항아리 찻잔", order.field("itemName"));
        assertEquals("Y", order.field("cashbillYn"));
        assertEquals(scene.visitor.shop() + "/return/" + number, order.field("returnUrl"));
        assertEquals(Visitor.PC, order.userAgent());
        assertTrue(scene.visitor.get("/orders/" + number + "/pay").html().contains("20261124120000KK0001"));
    }

    @Test
    void the_answer_of_pay_makes_the_receipt() {
        var receipt = scene.order(scene.buyAndAuthenticate(1));

        assertTrue(receipt.shows("receipt"));
        assertEquals("paid", receipt.state());
        assertEquals("20261124120000KK0001", receipt.text("receipt-transaction"));
        assertEquals("18,000원", receipt.text("receipt-amount"));
        assertEquals("카카오페이머니", receipt.text("receipt-method"));
        assertEquals("18,000원", receipt.text("receipt-cash-receipt"));
        assertEquals("2026. 11. 24. 12:00:05", receipt.text("receipt-date"));
    }

    @Test
    void a_card_payment_shows_the_card() {
        scene.gateway.type = "KAKAO_CARD";

        var receipt = scene.order(scene.buyAndAuthenticate(2));

        assertEquals("KB국민카드", receipt.text("receipt-card-name"));
        assertEquals("457973******1234", receipt.text("receipt-card-number"));
        assertEquals("30001234", receipt.text("receipt-approval-number"));
        assertEquals("3개월", receipt.text("receipt-instalments"));
    }

    @Test
    void a_difficult_name_survives_from_shelf_to_receipt_and_never_becomes_markup() {
        var receipt = scene.order(scene.buyAndAuthenticate(8));

        assertEquals("뷁·똠·펲·믜's <b>한정판</b> 머그 🍵", receipt.text("receipt-item"));
        assertFalse(receipt.html().contains("<b>"));
        assertFalse(scene.visitor.get("/").html().contains("<b>"));
        assertEquals(
                "뷁·똠·펲·믜's <b>한정판</b> 머그 🍵",
                scene.gateway.calls("order").getFirst().field("itemName"));
    }

    @Test
    void what_the_buyer_types_is_sent_and_shown_as_text() {
        var fields = Map.of(
                "goods",
                "3",
                "name",
                "\"><script>alert(1)</script>",
                "email",
                "a@b.kr",
                "mobile",
                "010-1234-5678",
                "cashReceipt",
                "N");

        scene.visitor.post("/orders", fields);

        var order = scene.gateway.calls("order").getFirst();
        assertEquals("\"><script>alert(1)</script>", order.field("userName"));
        assertEquals("01012345678", order.field("mobileNumber"));
        assertEquals("N", order.field("cashbillYn"));
        var number = order.field("orderNumber");
        for (var page : new String[] {"", "/pay", "/wire"})
            assertFalse(scene.visitor.get("/orders/" + number + page).html().contains("<script>alert"));
    }

    @Test
    void mistakes_in_the_checkout_are_named_and_nothing_is_ordered() {
        var page = scene.visitor.post("/orders", Map.of("goods", "1", "name", " ", "email", "no", "mobile", "12"));

        assertEquals(422, page.status());
        assertTrue(page.shows("error"));
        assertTrue(page.html().contains("이메일 주소가 올바르지 않아요."));
        assertTrue(scene.gateway.requests.isEmpty());
    }

    @Test
    void an_authentication_for_another_transaction_or_amount_is_never_paid() {
        var number = scene.visitor.buy(1);
        var foreign = Visitor.authentication(scene.gateway);
        foreign.put("ordr_idxx", "20261124120000KK9999");
        var cheaper = Visitor.authentication(scene.gateway);
        cheaper.put("ordr_chk", cheaper.get("ordr_idxx") + "|100");

        assertEquals(
                409,
                scene.visitor
                        .post("/orders/" + number + "/authenticated", foreign)
                        .status());
        assertEquals(
                409,
                scene.visitor
                        .post("/orders/" + number + "/authenticated", cheaper)
                        .status());
        assertTrue(scene.gateway.calls("pay").isEmpty());
        assertEquals("placed", scene.order(number).state());
    }

    @Test
    void posting_the_authentication_twice_pays_once() {
        var number = scene.buyAndAuthenticate(1);

        scene.visitor.post("/orders/" + number + "/authenticated", Visitor.authentication(scene.gateway));

        assertEquals(1, scene.gateway.calls("pay").size());
        assertEquals("paid", scene.order(number).state());
    }

    @Test
    void a_double_click_is_one_order_and_two_browsers_are_two() throws IOException {
        scene.visitor.get("/");
        var number = scene.visitor.buy(1);

        assertEquals(number, scene.visitor.buy(1));
        try (var other = new Visitor(scene.shop, Visitor.PC)) {
            other.buy(1);
        }
        assertEquals(2, scene.gateway.calls("order").size());
    }

    @Test
    void the_list_shows_this_browsers_orders_only() {
        scene.visitor.get("/");
        var number = scene.visitor.buy(1);

        assertTrue(scene.visitor.get("/orders").html().contains(number));
        try (var other = new Visitor(scene.shop, Visitor.PC)) {
            assertFalse(other.get("/orders").html().contains(number));
        }
    }
}
