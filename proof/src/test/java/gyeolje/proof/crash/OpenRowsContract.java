package gyeolje.proof.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Attempt;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.value.Digests;
import gyeolje.proof.world.Acquirer;
import gyeolje.proof.world.Fault;
import gyeolje.proof.world.Fault.Kind;
import gyeolje.proof.world.Fault.Way;
import gyeolje.proof.world.GatewayProcess;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Until;
import gyeolje.store.Store;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway is killed while very many payments are open, and comes back. */
abstract class OpenRowsContract {
    private static final int ROWS = 100_000;
    private static final Duration READY_WITHIN = Duration.ofSeconds(10);

    @TempDir
    private Path folder = Path.of(".");

    abstract Place place(Path folder) throws Exception;

    @Test
    void killedWithAHundredThousandOpenPaymentsItIsReadyWithinTenSecondsAndSettlesThemByItself() throws Exception {
        try (var scene = Scene.set(folder, place(folder), settings -> settings.within("4s", "3s"))) {
            Filling.of(scene, ROWS, OpenRowsContract::leaveOpen);
            assertEquals(ROWS, scene.place().open());
            try (var first = scene.serve()) {
                first.kill();
            }
            long start = System.nanoTime();
            try (var gateway = scene.serve()) {
                var took = Duration.ofNanos(System.nanoTime() - start);
                assertTrue(took.compareTo(READY_WITHIN) <= 0, () -> "ready after " + took);
                scene.shop(gateway).paid(scene.acquirer());
                Until.holds("doubts are taken up", () -> takenUp(scene.place()) > 2_000);
                scene.shop(gateway).paid(scene.acquirer());
                aYoungDoubtDoesNotWait(scene, gateway);
                assertTrue(gateway.metrics().contains("gyeolje_payments_in_doubt"), "doubts can be seen");
            }
        }
    }

    /** An approval whose answer is lost now is undone while the others are still worked. */
    private static void aYoungDoubtDoesNotWait(Scene scene, GatewayProcess gateway) throws Exception {
        var shop = scene.shop(gateway);
        var ordered = shop.ordered();
        var pay = shop.authentication(scene.acquirer(), ordered);
        var line = scene.lines().approve();
        var strike = line.fault(Fault.of(Way.DOWN, Kind.RESET, 0).after(ordered.transaction()));
        assertEquals("9001", shop.send("pay", pay).code());
        strike.heal();
        Until.holds(
                "its money is back",
                () -> scene.acquirer().ledger().of(ordered.transaction()).stream()
                        .noneMatch(Acquirer.Approval::stands));
        assertTrue(scene.place().open() > ROWS / 2, "the backlog is not done yet");
    }

    /** A payment whose asker is lost, as a crash leaves it. */
    private static void leaveOpen(Store store, Order order) {
        var authentication = Digests.sha256(order.number().text());
        var attempt = new Attempt(authentication, LocalDate.of(2026, 4, 1), order.orderedAt(), 7);
        var requested = new PayRequested(attempt, order.orderedAt());
        store.place(new Ordered(order), Limits.UNLIMITED, attempt.day());
        store.claim(order.merchant(), order.transaction(), requested, Limits.UNLIMITED);
    }

    private static long takenUp(Place place) throws SQLException {
        try (var connection = place.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT COUNT(*) FROM payment WHERE state IN ('VOIDING', 'VOIDED', 'STUCK')")) {
            return row.next() ? row.getLong(1) : -1;
        }
    }
}
