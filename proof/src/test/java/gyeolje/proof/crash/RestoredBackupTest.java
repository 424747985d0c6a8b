package gyeolje.proof.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.world.Body;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is restored as it was some payments ago; the acquirer has forgotten nothing. */
final class RestoredBackupTest {
    @TempDir
    private Path folder = Path.of(".");

    /** A payment, the request that paid it and what was answered. */
    private record Paid(String transaction, Body pay, Reply answer) {
        static Paid of(Scene scene, Shop shop, Reply ordered) throws Exception {
            var pay = shop.authentication(scene.acquirer(), ordered);
            var answer = shop.send("pay", pay);
            assertEquals("0000", answer.code());
            return new Paid(ordered.transaction(), pay, answer);
        }
    }

    /**
     * What the day held: paid before the backup; paid before and cancelled after; ordered before and paid after; ordered and paid
     * after.
     */
    private record Day(Paid kept, Paid cancelled, Paid onlyOrdered, Paid forgotten) {}

    @Test
    void whatHappenedSinceTheBackupIsFoundByReconciliationAndNobodyIsChargedTwice() throws Exception {
        var place = Place.sqlite(folder);
        try (var scene = Scene.set(folder, place)) {
            var day = day(scene, place);
            restore();

            var found = reconcile(scene);
            assertFound(found, "cancelled-there", day.cancelled());
            assertFound(found, "not-paid-here", day.onlyOrdered());
            assertFound(found, "missing-here", day.forgotten());
            assertTrue(!found.contains(day.kept().transaction()), found);

            try (var gateway = scene.serve()) {
                var shop = scene.shop(gateway);
                assertEquals(
                        day.kept().answer().body(),
                        shop.send("pay", day.kept().pay()).body());
                assertEquals("8001", shop.send("pay", day.forgotten().pay()).code());
                assertEquals("9001", shop.send("pay", day.onlyOrdered().pay()).code());
                var cancel = shop.cancel(day.cancelled().transaction(), "변심");
                assertEquals("0000", shop.send("cancel", cancel).code());
                Until.holds("every doubt is settled", () -> place.open() == 0);
            }
            assertMoney(scene, day);
        }
    }

    private Day day(Scene scene, Place place) throws Exception {
        try (var gateway = scene.serve()) {
            var shop = scene.shop(gateway);
            var kept = Paid.of(scene, shop, shop.ordered());
            var cancelled = Paid.of(scene, shop, shop.ordered());
            var ordered = shop.ordered();
            backUp(place);
            var cancel = shop.cancel(cancelled.transaction(), "변심");
            assertEquals("0000", shop.send("cancel", cancel).code());
            var onlyOrdered = Paid.of(scene, shop, ordered);
            var forgotten = Paid.of(scene, shop, shop.ordered());
            gateway.terminate();
            assertTrue(gateway.endsWithin(60));
            return new Day(kept, cancelled, onlyOrdered, forgotten);
        }
    }

    private void backUp(Place place) throws SQLException {
        try (var connection = place.connect();
                var statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + folder.resolve("copy.db") + "'");
        }
    }

    private void restore() throws Exception {
        Files.deleteIfExists(folder.resolve("gyeolje.db-wal"));
        Files.deleteIfExists(folder.resolve("gyeolje.db-shm"));
        Files.move(folder.resolve("copy.db"), folder.resolve("gyeolje.db"), StandardCopyOption.REPLACE_EXISTING);
    }

    private String reconcile(Scene scene) throws Exception {
        var today = LocalDate.now(ZoneId.of("Asia/Seoul")).format(DateTimeFormatter.BASIC_ISO_DATE);
        var trades =
                Files.writeString(folder.resolve("trades.csv"), scene.acquirer().trades(today));
        var ended = scene.run(
                "reconcile",
                "--config",
                scene.configuration().toString(),
                "--trades",
                trades.toString(),
                "--date",
                today,
                "--format",
                "csv");
        assertEquals(1, ended.code(), ended::err);
        return ended.out();
    }

    private static void assertFound(String found, String finding, Paid payment) {
        var lines = Arrays.stream(found.split("\n", -1))
                .filter(line -> line.contains(payment.transaction()))
                .toList();
        assertEquals(1, lines.size(), found);
        assertTrue(lines.getFirst().contains(finding), found);
    }

    /** Each was approved once; what we took for unpaid is given back, and what we do not know stands until a person has decided. */
    private static void assertMoney(Scene scene, Day day) throws Exception {
        var ledger = scene.acquirer().ledger();
        assertEquals(4, ledger.approvals().size());
        assertTrue(ledger.of(day.kept().transaction()).getFirst().stands());
        assertTrue(!ledger.of(day.cancelled().transaction()).getFirst().stands());
        assertTrue(!ledger.of(day.onlyOrdered().transaction()).getFirst().stands());
        assertTrue(ledger.of(day.forgotten().transaction()).getFirst().stands());
    }
}
