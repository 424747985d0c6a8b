package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gyeolje.core.payment.Acquirer.Registering;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.StoreException;
import gyeolje.gateway.flow.MemoryStore.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an order leads to (merchant API, sections 5 to 7). */
final class OrderFlowTest {
    private static final String NOW = "20260401120000";

    private final Stage stage = new Stage();

    private Answer order(String number, String amount, String timestamp, String window) {
        return stage.orders.order(Stage.caller(), Stage.orderFields(number, amount, timestamp, window));
    }

    private static String id(Answer answer) {
        return answer.body().getOrDefault("ordr_idxx", "none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WM", "WP"})
    void the_same_order_again_is_the_same_attempt(String window) {
        var first = order("O-1", "1004", NOW, window);
        assertEquals("0000", first.code());
        assertEquals(first, order("O-1", "1004", NOW, window));
        assertEquals(window.equals("WM") ? List.of("register " + Stage.ID) : List.of(), stage.acquirer.heard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"WM", "WP"})
    void another_order_of_the_same_number_is_a_new_attempt(String window) {
        var first = order("O-1", "1004", NOW, window);
        var second = order("O-1", "1004", "20260401120001", window);
        var third = order("O-1", "2000", NOW, window);
        assertNotEquals(id(first), id(second));
        assertNotEquals(id(second), id(third));
        assertEquals("2000", third.body().get("good_mny"));
    }

    @Test
    void a_live_payment_closes_its_order_number() {
        stage.paid();
        assertEquals("8002", order("ORDER-1", "1004", NOW, "WP").code());
        assertEquals("8002", order("ORDER-1", "1004", NOW, "WM").code());
        assertEquals(List.of(), stage.acquirer.heard());
        assertEquals("0000", stage.cancel().code());
        assertEquals("0000", order("ORDER-1", "1004", NOW, "WP").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"WM", "WP"})
    void an_id_that_is_taken_is_drawn_again(String window) {
        stage.ordered();
        var answer = order("O-2", "1004", NOW, window);
        assertEquals("20260401120000KK0002", id(answer));
        assertEquals("0000", answer.code());
    }

    @Test
    void only_so_many_ids_are_drawn() {
        stage.ordered();
        stage.ids.clear();
        for (int i = 0; i < 5; i++) stage.ids.add(Stage.ID);
        assertEquals("9001", order("O-2", "1004", NOW, "WP").code());
    }

    @Test
    void an_order_that_the_acquirer_does_not_register_is_1002_and_leaves_nothing() {
        stage.acquirer.registering = () -> new Registering.Refused("S001", "no");
        assertEquals("1002", order("O-1", "1004", NOW, "WM").code());
        stage.acquirer.registering = () -> new Registering.Unreachable("silence");
        assertEquals("1002", order("O-1", "1004", NOW, "WM").code());
        assertEquals(List.of(), stage.store.journal());
    }

    @Test
    void an_order_that_cannot_be_recorded_is_not_answered_as_placed() {
        stage.store.next(Fault.APPLIED);
        assertThrows(StoreException.class, () -> order("O-1", "1004", NOW, "WP"));
        assertEquals(Stage.ID.text(), id(order("O-1", "1004", NOW, "WP")));
    }

    @ParameterizedTest
    @CsvSource({"0, 5001", "99, 5001", "100, 0000", "2000000, 0000", "2000001, 5002", "999999999999, 5002"})
    void amounts_have_bounds(String amount, String code) {
        assertEquals(code, order("O-1", amount, NOW, "WP").code());
    }

    @ParameterizedTest
    @CsvSource({"2007, none, none, 5003", "none, 2007, none, 5004", "none, none, 2007, 5005", "2008, 2008, 2008, 0000"})
    void limits_refuse_early_and_reserve_nothing(String day, String month, String guarantee, String code) {
        stage.paid();
        stage.ids.remove();
        var caller = Stage.caller(new Limits(won(day), won(month), won(guarantee)));
        for (int i = 0; i < 3; i++)
            assertEquals(
                    code,
                    stage.orders
                            .order(caller, Stage.orderFields("O-" + i, "1004", NOW, "WM"))
                            .code());
        assertEquals(code.equals("0000") ? 3 : 0, stage.acquirer.heard().size());
    }

    private static long won(String text) {
        return text.equals("none") ? Limits.NONE : Long.parseLong(text);
    }

    @Test
    void a_bad_signature_is_2001_before_anything_else_is_said() {
        stage.paid();
        var fields = Stage.orderFields("ORDER-1", "1004", NOW, "WP");
        var texts = new java.util.HashMap<>(fields.texts());
        texts.put("amount", "1");
        assertEquals(
                "2001",
                stage.orders
                        .order(Stage.caller(), new gyeolje.core.request.Fields(texts, java.util.Set.of()))
                        .code());
    }
}
