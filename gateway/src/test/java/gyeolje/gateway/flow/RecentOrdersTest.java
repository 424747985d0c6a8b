package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.value.MerchantId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a gateway remembers of its own orders never decides; the record does. */
final class RecentOrdersTest {
    private final Stage stage = new Stage().ordered();

    @Test
    void an_order_that_another_gateway_has_taken_payment_for_meanwhile_is_not_paid_again() {
        assertEquals("0000", stage.pay().code());
        stage.recent.recorded(Stage.order());
        assertEquals(
                "8002",
                stage.pays.pay(Stage.caller(), Stage.payFields("another")).code());
        assertEquals(1, stage.acquirer.heard().size());
    }

    @Test
    void an_identical_pay_hears_the_first_answer_although_the_order_is_remembered() {
        var first = stage.pay();
        stage.recent.recorded(Stage.order());
        assertEquals(first, stage.pay());
        assertEquals(1, stage.acquirer.heard().size());
    }

    @Test
    void an_order_is_remembered_for_one_pay_and_for_its_own_merchant_only() {
        stage.recent.recorded(Stage.order());
        var stranger = new MerchantId("stranger");
        assertEquals(Optional.empty(), stage.recent.take(stranger, Stage.ID));
        assertTrue(stage.recent.take(Stage.TESTER, Stage.ID).isPresent());
        assertEquals(Optional.empty(), stage.recent.take(Stage.TESTER, Stage.ID));
    }
}
