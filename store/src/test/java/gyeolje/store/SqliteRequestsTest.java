package gyeolje.store;

import static gyeolje.store.Samples.TESTER;
import static gyeolje.store.Samples.ordered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore.Placing;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.StoreException;
import gyeolje.store.FaultyDatabase.When;
import gyeolje.store.Keys.RequestKey;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That an order is recognised when it comes again, wherever its request stands meanwhile. */
final class SqliteRequestsTest extends StoreHarness {
    private static final int RUN = 50;
    private static final int ORDERS = 5 * RUN + RUN / 2;

    private FaultyDatabase database;

    @Override
    Stage newStage() {
        return new SqliteStage();
    }

    @BeforeEach
    void openWithShortRuns() throws SQLException {
        shut(store);
        database = withShortRuns();
        store = opened(database);
    }

    private FaultyDatabase withShortRuns() throws SQLException {
        var file = SqliteFile.open(Path.of(settings().url().substring("sqlite:".length())), StoreSettings.Role.GATEWAY);
        var codec = new PaymentCodec(new Sealer(Stage.KEY));
        return new FaultyDatabase(SqliteDatabase.open(file, codec, 2, new SqliteRequests(RUN)));
    }

    private Store opened(FaultyDatabase it) throws SQLException {
        return keep(Store.open(it, new Sealer(Stage.KEY), settings()));
    }

    private static Ordered order(int number) {
        return ordered(TESTER, number, "A-" + number, 1_000, "request " + number);
    }

    /** The same request, as if drawn anew. */
    private static Ordered again(int number) {
        return ordered(TESTER, number + 1_000_000, "A-" + number, 1_000, "request " + number);
    }

    private void assertRecognised(int number) {
        var again = again(number);
        var expected = new Placing.Identical(new Stored(order(number), 0));
        assertEquals(expected, Samples.place(store, again), () -> "placing " + number);
        var order = again.order();
        assertEquals(expected, store.preview(TESTER, order.number(), order.fingerprint()), () -> "preview " + number);
    }

    private List<String> findings() {
        var findings = new ArrayList<String>();
        store.verify(findings::add);
        return findings;
    }

    @Test
    void each_order_is_recognised_at_once_and_after_any_number_of_others() throws Exception {
        for (int i = 0; i < ORDERS; i++) {
            placed(order(i));
            assertRecognised(i);
            assertRecognised(i / 2);
        }
        assertTrue(listed() >= ORDERS - 2 * RUN, () -> "listed " + listed());
        together(ORDERS, i -> placed(order(ORDERS + i)));
        for (int i = 0; i < 2 * ORDERS; i++) assertRecognised(i);
        assertEquals(List.of(), findings());
    }

    @Test
    void who_opens_the_file_later_recognises_what_was_not_listed() throws Exception {
        for (int i = 0; i < ORDERS; i++) {
            placed(order(i));
            if (i % (RUN - 3) != 0) continue;
            shut(store);
            store = opened(withShortRuns());
            for (int earlier = 0; earlier <= i; earlier++) assertRecognised(earlier);
        }
        assertEquals(List.of(), findings());
        assertTrue(listed() > RUN, () -> "listed " + listed());
    }

    @Test
    void whatever_fails_what_was_recorded_is_recognised() throws Exception {
        var faults = List.of(When.STORING, When.INSTEAD_OF_COMMIT, When.AFTER_COMMIT);
        int failed = 0;
        for (int i = 0; i < ORDERS; i++) {
            var fault = i % 7 == 0 ? faults.get(i / 7 % faults.size()) : When.NEVER;
            database.fail(fault);
            try {
                store.place(order(i), Limits.UNLIMITED, Samples.DAY);
            } catch (StoreException e) {
                failed++;
            }
            database.fail(When.NEVER);
            while (!store.isWritable()) LockSupport.parkNanos(1_000_000);
        }
        int recorded = 0;
        for (int i = 0; i < ORDERS; i++) {
            if (store.find(TESTER, Samples.transaction(i)).isEmpty()) continue;
            recorded++;
            assertRecognised(i);
        }
        assertEquals(ORDERS / 7 + 1, failed);
        assertTrue(recorded > ORDERS - failed && recorded < ORDERS, "recorded " + recorded);
        assertEquals(List.of(), findings());
    }

    @Test
    void verification_finds_a_payment_that_is_not_recognised_and_two_that_share_a_request() throws Exception {
        for (int i = 0; i < 3 * RUN; i++) placed(order(i));
        assertEquals(List.of(), findings());
        tamper("DELETE FROM request WHERE transaction_id = '" + Samples.transaction(1) + "'");
        tamper("UPDATE request SET transaction_id = 'x' WHERE transaction_id = '" + Samples.transaction(2) + "'");
        assertEquals(
                List.of(
                        "payment tester/" + Samples.transaction(1) + " is not recognised by its request",
                        "payment tester/" + Samples.transaction(2) + " is not recognised by its request"),
                findings());
    }

    @Test
    void a_file_that_cannot_be_read_again_takes_nothing_from_what_was_known() throws Exception {
        for (int i = 0; i < RUN / 2; i++) placed(order(i));
        var requests = new SqliteRequests(RUN);
        try (var connection = stage().connect()) {
            var statements = new Statements(connection);
            requests.open(statements);
            tamper("UPDATE payment SET fingerprint = 'none' WHERE transaction_id = '" + Samples.transaction(0) + "'");
            assertThrows(IllegalArgumentException.class, () -> requests.open(statements));
        }
        for (int i = 0; i < RUN / 2; i++) {
            var order = order(i).order();
            assertEquals(Optional.of(order.transaction()), requests.unlisted(RequestKey.of(order)));
        }
    }

    private long listed() {
        try (var connection = stage().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM request")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
