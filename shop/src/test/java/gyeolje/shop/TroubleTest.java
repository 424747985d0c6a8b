package gyeolje.shop;

import static gyeolje.shop.FakeGateway.Trouble.DECLINED;
import static gyeolje.shop.FakeGateway.Trouble.DONE_BUT_LOST;
import static gyeolje.shop.FakeGateway.Trouble.OVERLOADED;
import static gyeolje.shop.FakeGateway.Trouble.UNCONFIRMED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the gateway declines, falls silent or is not there: nothing is shown as paid that is not. */
final class TroubleTest {
    private final ShopScene scene;

    TroubleTest() throws IOException {
        scene = ShopScene.open(Visitor.PC);
    }

    @AfterEach
    void close() throws IOException {
        scene.close();
    }

    @Test
    void a_decline_is_shown_with_the_acquirers_words() {
        scene.gateway.troubles.add(DECLINED);

        var page = scene.order(scene.buyAndAuthenticate(1));

        assertEquals("declined", page.state());
        assertTrue(page.shows("error"));
        assertFalse(page.shows("receipt"));
        assertTrue(page.html().contains("한도초과 &lt;거절&gt;"));
    }

    @Test
    void a_lost_answer_is_neither_paid_nor_failed_and_the_same_request_ends_the_doubt() {
        scene.gateway.troubles.add(DONE_BUT_LOST);
        var number = scene.buyAndAuthenticate(1);

        var page = scene.order(number);
        assertEquals("unknown", page.state());
        assertTrue(page.shows("error"));
        assertFalse(page.shows("receipt"));
        assertFalse(page.shows("buy-again"));

        assertEquals("paid", scene.settle(number).state());
        var calls = scene.gateway.calls("pay");
        assertEquals(calls.get(0).body(), calls.get(1).body());
    }

    @Test
    void an_overload_says_nothing_about_a_payment_that_was_already_in_doubt() {
        scene.gateway.troubles.add(DONE_BUT_LOST);
        scene.gateway.troubles.add(OVERLOADED);
        var number = scene.buyAndAuthenticate(1);

        assertEquals("unknown", scene.settle(number).state());
        assertEquals("paid", scene.settle(number).state());
    }

    @Test
    void code_9001_is_not_paid_and_may_be_asked_about_again() {
        scene.gateway.troubles.add(UNCONFIRMED);
        var number = scene.buyAndAuthenticate(1);

        var page = scene.order(number);
        assertEquals("unconfirmed", page.state());
        assertTrue(page.shows("error"));
        assertFalse(page.shows("receipt"));
        assertTrue(page.shows("settle"));
    }

    @Test
    void a_gateway_that_is_down_takes_no_order() {
        scene.gateway.close();

        var page = scene.order(scene.visitor.buy(1));

        assertEquals("notPlaced", page.state());
        assertTrue(page.shows("error"));
        assertTrue(page.html().contains("지금은 주문을 받을 수 없어요"));
    }

    @Test
    void a_gateway_that_went_down_before_pay_took_no_money() {
        var number = scene.visitor.buy(1);
        var authentication = Visitor.authentication(scene.gateway);
        scene.gateway.close();

        scene.visitor.post("/orders/" + number + "/authenticated", authentication);

        var page = scene.order(number);
        assertEquals("notSent", page.state());
        assertTrue(page.shows("error"));
        assertTrue(page.shows("settle"));
    }

    @Test
    void a_cancel_gives_the_money_back_once() {
        var number = scene.buyAndAuthenticate(1);

        var page = scene.cancel(number);
        scene.cancel(number);

        assertEquals("cancelled", page.state());
        assertEquals("2026. 11. 24. 13:00:00", page.text("receipt-cancelled-date"));
        assertFalse(page.shows("cancel"));
        assertEquals(1, scene.gateway.calls("cancel").size());
        assertEquals(
                "20261124120000KK0001", scene.gateway.calls("cancel").getFirst().field("transactionId"));
    }

    @Test
    void a_cancel_without_the_browsers_confirmation_is_asked_about_on_a_page() {
        var number = scene.buyAndAuthenticate(1);

        var answer = scene.visitor.post("/orders/" + number + "/cancel", Map.of("confirmed", ""));

        assertEquals("/orders/" + number + "/cancel", answer.location());
        assertTrue(scene.visitor.get(answer.location()).shows("cancel-confirm"));
        assertTrue(scene.gateway.calls("cancel").isEmpty());
    }

    @Test
    void a_lost_answer_to_a_cancel_is_asked_about_with_the_same_request() {
        var number = scene.buyAndAuthenticate(1);
        scene.gateway.troubles.add(DONE_BUT_LOST);

        var doubtful = scene.cancel(number);
        assertEquals("cancelling", doubtful.state());
        assertTrue(doubtful.shows("error"));

        assertEquals("cancelled", scene.cancel(number).state());
        var calls = scene.gateway.calls("cancel");
        assertEquals(calls.get(0).body(), calls.get(1).body());
    }

    @Test
    void a_refused_cancel_leaves_the_payment_and_says_why() {
        var number = scene.buyAndAuthenticate(1);
        scene.gateway.troubles.add(DECLINED);

        var page = scene.cancel(number);

        assertEquals("paid", page.state());
        assertTrue(page.shows("error"));
        assertTrue(page.shows("cancel"));
    }

    @Test
    void doubt_ends_by_itself_when_the_gateway_answers_again() throws IOException {
        try (var patient = ShopScene.open(Visitor.PC, ShopScene.ASKS_AGAIN)) {
            patient.gateway.troubles.add(DONE_BUT_LOST);
            patient.gateway.troubles.add(DONE_BUT_LOST);

            var number = patient.buyAndAuthenticate(1);

            ShopScene.await(() -> patient.order(number).state().equals("paid"));
        }
    }
}
