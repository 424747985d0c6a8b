package gyeolje.proof.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gyeolje.proof.world.Place;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Shop;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A killed process loses nothing that it has written, synced or not; only the order of system calls shows that what is promised is on
 * the disk. The order of a merchant is answered after its row is synced, the approval is asked for after the claim is, the answer to a
 * pay goes out after the outcome is, and so for the cancel.
 */
final class SyncBeforeAnswerTest {
    private static final String CALLS = "--trace=fsync,fdatasync,pwrite64,pwritev,write,writev,sendto,sendmsg";
    private static final int PAYMENTS = 5;

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void everyPromiseOfAGatewayOnSqliteLeavesAfterItsSync() throws Exception {
        var calls = callsOf(Place.sqlite(folder), List.of());
        order("gyeolje\\.db-wal>", true).assertKept(calls);
        var unsynced = calls.stream().filter(call -> !call.contains("sync")).toList();
        assertThrows(
                AssertionError.class, () -> order("gyeolje\\.db-wal>", true).assertKept(unsynced));
    }

    @Test
    void everyPromiseOfAGatewayOnPostgresLeavesAfterTheServersSync() throws Exception {
        var place = Place.postgres();
        var calls = callsOf(place, serversOf(place));
        order("/pg_wal/[0-9A-F]{24}>", false).assertKept(calls);
        var unsynced = calls.stream().filter(call -> !call.contains("sync")).toList();
        assertThrows(
                AssertionError.class,
                () -> order("/pg_wal/[0-9A-F]{24}>", false).assertKept(unsynced));
    }

    private static SyncOrder order(String logAhead, boolean alone) {
        var ofOne = List.of(
                "\\\"ordr_idxx\\\"",
                "POST /gw/enc/v1/payment",
                "\\\"responseCode\\\":\\\"0000\\\"",
                "POST /gw/mod/v1/cancel",
                "\\\"responseCode\\\":\\\"0000\\\"");
        var promises = new ArrayList<String>();
        for (int i = 0; i < PAYMENTS; i++) promises.addAll(ofOne);
        return new SyncOrder(Pattern.compile(logAhead), promises, alone);
    }

    /** What the gateway, and others with it, called while payments were made one after the other. */
    private List<String> callsOf(Place place, List<Long> others) throws Exception {
        try (var scene = Scene.set(folder, place);
                var gateway = scene.serve()) {
            var shop = scene.shop(gateway);
            buyAndReturn(scene, shop);
            var traced = new ArrayList<>(others);
            traced.add(gateway.pid());
            traced.addAll(backendsOf(place));
            try (var tracer = Tracer.on(traced, folder, CALLS)) {
                for (int i = 0; i < PAYMENTS; i++) buyAndReturn(scene, shop);
                return tracer.end();
            }
        }
    }

    private static void buyAndReturn(Scene scene, Shop shop) throws Exception {
        var paid = shop.paid(scene.acquirer()).transaction();
        assertEquals("0000", shop.send("cancel", shop.cancel(paid, "변심")).code());
    }

    /** Those that write ahead beside the gateway's own backends. */
    private static List<Long> serversOf(Place place) throws SQLException {
        return processes(place, "backend_type = 'walwriter'");
    }

    private static List<Long> backendsOf(Place place) throws SQLException {
        return switch (place) {
            case Place.Sqlite _ -> List.of();
            case Place.Postgres _ -> processes(place, "application_name = 'gyeolje' AND datname = current_database()");
        };
    }

    private static List<Long> processes(Place place, String which) throws SQLException {
        var ids = new ArrayList<Long>();
        try (var connection = place.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pid FROM pg_stat_activity WHERE " + which)) {
            while (row.next()) ids.add(row.getLong(1));
        }
        return ids;
    }
}
