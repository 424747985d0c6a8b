package gyeolje.store;

import static gyeolje.store.Samples.CANCELLATION;
import static gyeolje.store.Samples.DAY;
import static gyeolje.store.Samples.MONEY;
import static gyeolje.store.Samples.NOON;
import static gyeolje.store.Samples.SEOUL_NOON;
import static gyeolje.store.Samples.TESTER;
import static gyeolje.store.Samples.ordered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.CancelRequested;
import gyeolje.core.payment.Limits;
import gyeolje.store.Command.Claim;
import gyeolje.store.Command.Place;
import gyeolje.store.Keys.PaymentKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** That no order, pay or cancel looks through a table: what one costs does not depend on how many there are. */
final class HotStatementsTest extends StoreHarness {
    private final SqliteStage stage = new SqliteStage();

    @Override
    Stage newStage() {
        return new SqliteStage();
    }

    /** An order, its pay, its cancel, another order under the number, and what the resolver and the operators ask all the time. */
    private void live() {
        var seen = placed(ordered(1, "A-1"));
        var order = seen.payment().order();
        store.preview(TESTER, order.number(), order.fingerprint());
        store.taken(TESTER, DAY);
        store.place(ordered(1, "A-1"), new Limits(10_000, 10_000, 10_000), DAY);
        var paid = advanced(claimed(seen), new AcquirerApproved(MONEY));
        store.find(TESTER, order.transaction());
        var cancelling = advanced(paid, new CancelRequested(CANCELLATION, NOON.plusSeconds(10)));
        store.takeDue(NOON.plusSeconds(60), Duration.ofSeconds(20), 10, 10);
        store.postpone(cancelling, NOON.plusSeconds(90));
        advanced(cancelling, new AcquirerCancelled(SEOUL_NOON));
        store.place(ordered(2, "A-1"), new Limits(10_000, 10_000, 10_000), DAY);
        store.doubts();
    }

    /** Twenty-one of everything at a time, which is sixteen, four and one. */
    private static void liveInBatches(Database database, PaymentCodec codec) throws SQLException {
        var places = new ArrayList<Command<?>>();
        var claims = new ArrayList<Command<?>>();
        for (int i = 100; i < 121; i++) {
            var ordered = ordered(i, "B-" + i);
            var limits = new Limits(1_000_000, 1_000_000, 1_000_000);
            places.add(
                    new Place(ordered, limits, DAY, codec.row(ordered, 0, 0), JournalRow.placed(ordered.order(), 0)));
            claims.add(new Claim(PaymentKey.of(ordered.order()), Samples.payRequested(), limits, 0));
        }
        try (var session = database.openSession()) {
            for (var batch : List.of(places, claims)) {
                session.begin();
                var decision = new Decision(session.load(Needs.of(batch, false)));
                for (var command : batch) command.decide(decision);
                session.store(decision.changes());
                session.commit();
            }
        }
    }

    @Test
    void sqlite_answers_each_from_an_index() throws Exception {
        var sealer = new Sealer(Stage.KEY);
        var codec = new PaymentCodec(sealer);
        var file = SqliteFile.open(Path.of(stage.url().substring("sqlite:".length())), StoreSettings.Role.TOOL);
        var recording = new RecordingDatabase(SqliteDatabase.open(file, codec, 2), codec, stage);
        store = Store.open(recording, sealer, settings());
        live();
        store.close();
        liveInBatches(recording, codec);

        var scans = new ArrayList<String>();
        int explained = 0;
        try (var connection = stage.connect()) {
            for (var sql : recording.prepared()) {
                if (!sql.matches("(SELECT|INSERT|UPDATE|DELETE|WITH) .*")) continue;
                explained++;
                for (var step : plan(connection, sql)) if (isScan(step)) scans.add(step + ": " + sql);
            }
        }
        stage.close();
        assertEquals(List.of(), scans);
        assertTrue(explained > 35, () -> "statements: " + recording.prepared());
    }

    private static List<String> plan(Connection connection, String sql) throws SQLException {
        var steps = new ArrayList<String>();
        try (var statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
                var row = statement.executeQuery()) {
            while (row.next()) steps.add(row.getString("detail"));
        }
        return steps;
    }

    /** Of a table, that is; `k` is the one row of a question's own keys, and the open and the stuck have indexes of their own. */
    private static boolean isScan(String step) {
        return step.startsWith("SCAN")
                && !step.equals("SCAN k")
                && !step.matches("SCAN ((\\d+ )?CONSTANT ROWS?|\\d+-ROW VALUES CLAUSE)")
                && !step.matches(".* USING COVERING INDEX payment_(stuck|due)");
    }

    /** Small tables are looked through because that is quicker, so the planner is told not to; it then does only what it must. */
    @Test
    void postgresql_needs_no_look_through_a_table() throws SQLException {
        var url = PostgresServer.newStore();
        var before = scansForIndexes(url);
        var settings = StoreSettings.of(url + "&options=-c%20enable_seqscan=off", Stage.KEY, clock);
        store = Store.open(settings);
        live();
        store.close();
        assertEquals(before, scans(url));
        aLookThroughATableWouldHaveShown(url, before);
    }

    /** Making an index takes a look through its table, of which the server tells when that connection has ended. */
    private static Map<String, Long> scansForIndexes(String url) throws SQLException {
        long start = System.nanoTime();
        while (true) {
            var scans = scans(url);
            if (!scans.containsValue(0L)) return scans;
            assertTrue(
                    System.nanoTime() - start < 20_000_000_000L, () -> "the server counts no indexes made: " + scans);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static void aLookThroughATableWouldHaveShown(String url, Map<String, Long> before) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM payment WHERE amount = 7");
        }
        long start = System.nanoTime();
        while (before.equals(scans(url))) {
            assertTrue(System.nanoTime() - start < 20_000_000_000L, "the server counts no scans");
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** How often each of the large tables was looked through so far; a connection tells when it ends. */
    private static Map<String, Long> scans(String url) throws SQLException {
        var scans = new TreeMap<String, Long>();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT relname, seq_scan FROM pg_stat_user_tables"
                                + " WHERE schemaname = current_schema() AND relname IN ('payment', 'journal', 'order_claim', 'limit_use')")) {
            while (row.next()) scans.put(row.getString(1), row.getLong(2));
        }
        assertEquals(4, scans.size());
        return scans;
    }
}
