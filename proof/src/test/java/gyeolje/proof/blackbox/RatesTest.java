package gyeolje.proof.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.GatewayProcess;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rates that an operator has set hold for each merchant and route apart. */
final class RatesTest {
    private static final int AT_ONCE = 60;
    private static final int BURST = 3;
    private static final Map<String, String> RATES = Map.of(
            "GYEOLJE_HTTP_RATE_ORDER", "1",
            "GYEOLJE_HTTP_RATE_PAY", "1",
            "GYEOLJE_HTTP_RATE_CANCEL", "1",
            "GYEOLJE_HTTP_RATE_BURST", BURST + "s");
    private static final String OTHERS_KEY = "a-key-of-another-0123456789";

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void a145_whoSendsTooMuchHears429AndWhenToComeAgainAndNobodyElseNoticesIt() throws Exception {
        try (var scene = Scene.set(folder, Place.sqlite(folder))) {
            scene.addMerchant("another", OTHERS_KEY);
            try (var gateway = GatewayProcess.serve(folder, scene.configuration(), RATES)) {
                var shop = scene.shop(gateway);
                var ordered = shop.ordered();
                long start = System.nanoTime();
                var heard = AtOnce.times(AT_ONCE, () -> shop.send("order", shop.order(Shop.newNumber())));
                var took = Duration.ofNanos(System.nanoTime() - start);

                var paid = shop.pay(scene.acquirer(), ordered);
                assertEquals("0000", paid.code(), "pays have a rate of their own");
                var another = new Shop("another", OTHERS_KEY, gateway.port());
                var others = another.paid(scene.acquirer()).transaction();
                assertEquals(
                        "0000",
                        another.send("cancel", another.cancel(others, "변심")).code());

                long served =
                        heard.stream().filter(one -> one.code().equals("0000")).count();
                assertTrue(served <= BURST + took.toSeconds() + 1, () -> served + " orders in " + took);
                heard.stream().filter(one -> one.status() != 200).forEach(RatesTest::assertRefused);
                assertTrue(heard.stream()
                        .allMatch(one -> one.status() == 429 || one.code().equals("0000")));
                assertTrue(gateway.metrics()
                        .contains("gyeolje_throttled_total{reason=\"rate\"} " + (double) (AT_ONCE - served)));
                Until.holds(
                        "there is room again",
                        () -> shop.send("order", shop.order(Shop.newNumber()))
                                .code()
                                .equals("0000"));
                assertEquals(1, scene.acquirer().ledger().standing().size());
            }
        }
    }

    private static void assertRefused(Reply reply) {
        assertEquals("429 9001", reply.status() + " " + reply.code());
        assertTrue(reply.headers().getOrDefault("retry-after", "").matches("[1-9][0-9]*"), reply::toString);
    }
}
