package gyeolje.proof.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.proof.world.GatewayProcess;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Until;
import gyeolje.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key is changed, and the command that does it is killed amid its work, while a gateway serves. */
abstract class KeyChangeContract {
    private static final int ROWS = 10_000;
    private static final int KILLS = 2;

    @TempDir
    private Path folder = Path.of(".");

    abstract Place place(Path folder) throws Exception;

    @Test
    void killedAmidAChangeOfTheMasterKeyItIsRunAgainAndNothingWasUnreadable() throws Exception {
        try (var scene = Scene.set(folder, place(folder))) {
            Filling.of(scene, ROWS, KeyChangeContract::order);
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

    /** An order whose buyer the old key has sealed. */
    private static void order(Store store, Order order) {
        store.place(new Ordered(order), Limits.UNLIMITED, LocalDate.of(2026, 4, 1));
    }
}
