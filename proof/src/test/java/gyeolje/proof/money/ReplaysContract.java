package gyeolje.proof.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Limits;
import gyeolje.core.value.MerchantId;
import gyeolje.proof.world.Acquirer;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Settings;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import gyeolje.proof.world.World;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same request hears the same bytes for ever, and the ways on after a decline, a cancel and a closed account. */
abstract class ReplaysContract {
    @TempDir
    private Path folder = Path.of(".");

    abstract Place place(Path folder) throws Exception;

    @Test
    void orderPayAndCancelAreRepeatedByteForByteAlsoAfterARestart() throws Exception {
        try (var world = World.patient(folder, place(folder))) {
            var acquirer = world.acquirer();
            var order = world.tester().order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, "WM");
            var open = world.tester().order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, "WM");
            var opened = world.tester().send("order", open);
            var ordered = world.tester().send("order", order);
            assertEquals(ordered.body(), world.tester().send("order", order).body());
            var card = Map.of("method", "KAKAO_CARD", "quota", "3");
            var pay = Body.of(acquirer.authenticate(ordered.transaction(), Shop.AMOUNT, card));
            var paid = world.tester().send("pay", pay);
            assertEquals("KAKAO_CARD 3", paid.text("type") + " " + paid.text("quota"));
            var cancel = world.tester().cancel(ordered.transaction(), "변심");
            var cancelled = world.tester().send("cancel", cancel);
            assertEquals("0000", cancelled.code());
            var calls = acquirer.calls();

            for (int again = 0; again < 2; again++) {
                assertEquals(opened.body(), world.tester().send("order", open).body());
                assertEquals(ordered.body(), world.tester().send("order", order).body());
                assertEquals(paid.body(), world.tester().send("pay", pay).body());
                assertEquals(
                        cancelled.body(), world.tester().send("cancel", cancel).body());
                world.restartGateway();
            }
            assertEquals(calls, acquirer.calls());
        }
    }

    @Test
    void aDeclineIsRepeatedAndANewAttemptMayBePaid() throws Exception {
        try (var world = World.patient(folder, place(folder))) {
            var shop = world.tester();
            var acquirer = world.acquirer();
            var number = Shop.newNumber();
            var first = shop.ordered(number, Shop.MADE_AT);
            var refused = Body.of(acquirer.authenticate(first.transaction(), Shop.AMOUNT, Map.of("outcome", "CC61")));
            var declined = shop.send("pay", refused);
            assertEquals("CC61", declined.code());
            assertEquals(declined.body(), shop.send("pay", refused).body());

            var second = shop.ordered(number, "20260401120001");
            assertNotEquals(first.transaction(), second.transaction());
            var paid = shop.pay(acquirer, second);
            assertEquals("0000 " + number, paid.code() + " " + paid.text("orderNumber"));
            assertEquals(declined.body(), shop.send("pay", refused).body());
        }
    }

    @Test
    void anOrderNumberIsFreeAgainOnceItsPaymentIsCancelled() throws Exception {
        try (var world = World.patient(folder, place(folder))) {
            var shop = world.tester();
            var acquirer = world.acquirer();
            var number = Shop.newNumber();
            var first = shop.ordered(number, Shop.MADE_AT);
            assertEquals("0000", shop.pay(acquirer, first).code());
            assertEquals(
                    "0000",
                    shop.send("cancel", shop.cancel(first.transaction(), "변심")).code());
            var second = shop.ordered(number, "20260401120001");
            assertEquals("0000", shop.pay(acquirer, second).code());
            assertTrue(!acquirer.ledger().of(first.transaction()).getFirst().stands());
            assertTrue(acquirer.ledger().of(second.transaction()).getFirst().stands());
        }
    }

    @Test
    void aMerchantWhoIsDisabledSellsNothingMoreAndStillGivesBack() throws Exception {
        try (var world = World.patient(folder, place(folder))) {
            var acquirer = world.acquirer();
            var leaving = world.merchant("leaving", Limits.UNLIMITED);
            var paid = leaving.paid(acquirer).transaction();
            var ordered = leaving.ordered();
            world.gateway().merchants().disable(new MerchantId("leaving"), "test");
            Until.holds(
                    "the gateway follows",
                    () -> leaving.send("order", leaving.order(Shop.newNumber()))
                            .code()
                            .equals("1001"));
            assertEquals("1001", leaving.pay(acquirer, ordered).code());
            assertEquals(
                    "0000", leaving.send("cancel", leaving.cancel(paid, "변심")).code());
        }
    }

    @Test
    void whereTheAcquirerCannotBeAskedByOrderALostApprovalIsNeverPaidAndAPersonIsTold() throws Exception {
        try (var world = World.hasty(folder, place(folder), Settings::unableToAskByOrder)) {
            var shop = world.tester();
            var acquirer = world.acquirer();
            var number = Shop.newNumber();
            var ordered = shop.ordered(number, Shop.MADE_AT);
            loseTheAnswer(acquirer, ordered.transaction());
            var pay = shop.authentication(acquirer, ordered);
            assertEquals("9001", shop.send("pay", pay).code());
            Until.holds("the alarm", () -> world.metrics().contains("gyeolje_payments_stuck 1"));
            assertEquals("9001", shop.send("pay", pay).code());
            assertEquals(
                    "1005",
                    shop.send("cancel", shop.cancel(ordered.transaction(), "변심"))
                            .code());
            var again = shop.order(number, Shop.AMOUNT, "20260401120001", "WP");
            assertEquals("8002", shop.send("order", again).code());
        }
    }

    private static void loseTheAnswer(Acquirer acquirer, String transaction) throws Exception {
        acquirer.fault(Map.of("on", "approve", "kind", "drop-after", "order", transaction));
    }
}
