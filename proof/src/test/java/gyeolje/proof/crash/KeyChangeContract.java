package gyeolje.proof.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Buyer;
import gyeolje.core.payment.CashReceipt;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Registration;
import gyeolje.core.payment.Window;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.Sha256;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.Won;
import gyeolje.gateway.Adapters;
import gyeolje.gateway.flow.Time;
import gyeolje.gateway.flow.TransactionIds;
import gyeolje.gateway.settings.SettingsFile;
import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.GatewayProcess;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import gyeolje.proof.world.World;
import gyeolje.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key is changed, and the command that does it is killed amid its work, while a gateway serves. */
abstract class KeyChangeContract {
    private static final int ROWS = 10_000;
    private static final int WRITERS = 200;
    private static final int KILLS = 2;

    @TempDir
    private Path folder = Path.of(".");

    abstract Place place(Path folder) throws Exception;

    @Test
    void killedAmidAChangeOfTheMasterKeyItIsRunAgainAndNothingWasUnreadable() throws Exception {
        try (var scene = Scene.set(folder, place(folder))) {
            order(scene);
            var old = buyers(scene.place());
            var both = configured(scene, "both.yaml", "new.key, second-master-key-file: master.key");
            var alone = configured(scene, "new.yaml", "new.key");
            assertDone(
                    scene, "keys", "make", "--file", folder.resolve("new.key").toString());
            try (var gateway = GatewayProcess.serve(folder, both)) {
                var crowd = new Crowd(scene.shop(gateway), scene.acquirer(), new SplittableRandom(ROWS));
                crowd.begin();
                for (int kill = 0; kill < KILLS; kill++) {
                    killAmid(scene, both, old);
                    assertDone(scene, "verify", "--config", both.toString());
                }
                assertDone(scene, "keys", "re-encrypt", "--config", both.toString());
                assertTrue(crowd.isServed(), "all the time");
                for (var said : crowd.end())
                    assertEquals("0000", said.answer().orElseThrow().code(), said.operation());
            }
            assertDone(scene, "verify", "--config", alone.toString());
            assertEquals(
                    1,
                    scene.run("verify", "--config", scene.configuration().toString())
                            .code());
        }
    }

    private Path configured(Scene scene, String name, String keys) throws Exception {
        var text = Files.readString(scene.configuration());
        return Files.writeString(
                folder.resolve(name), text.replace("master-key-file: master.key", "master-key-file: " + keys));
    }

    private static void assertDone(Scene scene, String... command) throws Exception {
        var done = scene.run(command);
        assertEquals(0, done.code(), () -> String.join(" ", command) + ": " + done.out() + done.err());
    }

    /** It is stopped first, so that it surely has not ended. */
    private void killAmid(Scene scene, Path both, List<String> old) throws Exception {
        int done = sealedAnew(scene.place(), old);
        try (var changing = GatewayProcess.begin(folder, "keys", "re-encrypt", "--config", both.toString())) {
            Until.holds("it is at work", () -> sealedAnew(scene.place(), old) > done);
            changing.pause();
            int amid = sealedAnew(scene.place(), old);
            changing.kill();
            assertTrue(amid > done && amid < ROWS, () -> "stopped after " + amid + " of " + ROWS);
        }
    }

    private static int sealedAnew(Place place, List<String> old) throws SQLException {
        var now = buyers(place);
        int anew = 0;
        for (int i = 0; i < ROWS; i++) if (!now.get(i).equals(old.get(i))) anew++;
        return anew;
    }

    /** Of the oldest orders, as they stand in the store. */
    private static List<String> buyers(Place place) throws SQLException {
        var sealed = new ArrayList<String>();
        try (var connection = place.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT buyer_sealed FROM payment ORDER BY transaction_id LIMIT " + ROWS)) {
            while (rows.next()) sealed.add(rows.getString(1));
        }
        return sealed;
    }

    /** Orders whose buyers the old key has sealed. */
    private static void order(Scene scene) throws Exception {
        var ids = new TransactionIds(Time.system());
        var left = new AtomicInteger(ROWS);
        var settings = SettingsFile.read(scene.configuration(), Map.of());
        try (var store = Store.open(Adapters.store(settings, Time.system()))) {
            AtOnce.times(WRITERS, () -> {
                for (int row = left.getAndDecrement(); row > 0; row = left.getAndDecrement())
                    store.place(new Ordered(order(ids, row)), Limits.UNLIMITED, LocalDate.of(2026, 4, 1));
                return true;
            });
        }
    }

    private static Order order(TransactionIds ids, int row) {
        return new Order(
                new MerchantId(World.TESTER),
                ids.get(),
                new OrderNumber("OLD-%06d".formatted(row)),
                new Won(1004),
                Window.PC,
                "텀블러",
                new Buyer(Shop.BUYER, Shop.MAIL, Shop.PHONE),
                "https://shop.example.com/return",
                "",
                CashReceipt.BY_KAKAOPAY,
                "",
                new SiteCode("T0000"),
                new Registration.NotNeeded(),
                Fingerprint.of(Shop.MADE_AT, new Sha256(Shop.sign("order", Integer.toString(row)))),
                Instant.now());
    }
}
