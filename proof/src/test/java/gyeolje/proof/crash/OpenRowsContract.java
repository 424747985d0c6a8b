package gyeolje.proof.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Attempt;
import gyeolje.core.payment.Buyer;
import gyeolje.core.payment.CashReceipt;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Payment.Paying;
import gyeolje.core.payment.PaymentStore.Stored;
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
import gyeolje.proof.world.Acquirer;
import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.Fault;
import gyeolje.proof.world.Fault.Kind;
import gyeolje.proof.world.Fault.Way;
import gyeolje.proof.world.GatewayProcess;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import gyeolje.proof.world.World;
import gyeolje.store.Store;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway is killed while very many payments are open, and comes back. */
abstract class OpenRowsContract {
    private static final int ROWS = 100_000;
    private static final int WRITERS = 500;
    private static final Duration READY_WITHIN = Duration.ofSeconds(10);

    @TempDir
    private Path folder = Path.of(".");

    abstract Place place(Path folder) throws Exception;

    @Test
    void killedWithAHundredThousandOpenPaymentsItIsReadyWithinTenSecondsAndSettlesThemByItself() throws Exception {
        try (var scene = Scene.set(folder, place(folder), settings -> settings.within("4s", "3s"))) {
            leaveOpen(scene);
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

    /** Payments whose asker is lost, as a crash leaves them. */
    private static void leaveOpen(Scene scene) throws Exception {
        var settings = SettingsFile.read(scene.configuration(), Map.of());
        var ids = new TransactionIds(Time.system());
        var left = new AtomicInteger(ROWS);
        try (var store = Store.open(Adapters.store(settings, Time.system()))) {
            AtOnce.times(WRITERS, () -> {
                for (int row = left.getAndDecrement(); row > 0; row = left.getAndDecrement())
                    leaveOpen(store, ids, row);
                return true;
            });
        }
    }

    private static void leaveOpen(Store store, TransactionIds ids, int row) {
        var now = Instant.now();
        var authentication = new Sha256(Shop.sign("order", Integer.toString(row)));
        var order = new Order(
                new MerchantId(World.TESTER),
                ids.get(),
                new OrderNumber("OPEN-%06d".formatted(row)),
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
                Fingerprint.of(Shop.MADE_AT, authentication),
                now);
        var attempt = new Attempt(authentication, LocalDate.of(2026, 4, 1), now, row);
        var requested = new PayRequested(attempt, now);
        store.place(new Ordered(order), Limits.UNLIMITED, attempt.day());
        store.claim(
                new Stored(new Ordered(order), 0),
                requested,
                new Paying(order, attempt, requested.resolveAfter()),
                Limits.UNLIMITED);
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
