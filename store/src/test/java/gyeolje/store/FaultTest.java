package gyeolje.store;

import static gyeolje.store.Samples.TESTER;
import static gyeolje.store.Samples.ordered;
import static gyeolje.store.Samples.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Limits;
import gyeolje.core.payment.PaymentStore.Claiming;
import gyeolje.core.payment.PaymentStore.Placing;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.StoreException;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.OrderNumber;
import gyeolje.store.FaultyDatabase.When;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers hear while the database fails, and that it passes by itself. */
final class FaultTest extends StoreHarness {
    private Optional<FaultyDatabase> faulty = Optional.empty();

    @Override
    Stage newStage() {
        return new SqliteStage();
    }

    @BeforeEach
    void openOnFaultyDatabase() throws SQLException {
        var sealer = new Sealer(Stage.KEY);
        var file = SqliteFile.open(Path.of(settings().url().substring("sqlite:".length())), StoreSettings.Role.TOOL);
        var database = new FaultyDatabase(SqliteDatabase.open(file, new PaymentCodec(sealer), 2));
        faulty = Optional.of(database);
        store = keep(Store.open(database, sealer, settings()));
    }

    private void fail(When when) {
        faulty.orElseThrow().fail(when);
    }

    private void awaitRecovery() {
        while (!store.isWritable()) LockSupport.parkNanos(5_000_000);
    }

    @ParameterizedTest
    @CsvSource({"STORING, true, false", "INSTEAD_OF_COMMIT, false, false", "AFTER_COMMIT, false, true"})
    void a_failed_write_says_whether_it_may_have_happened(When when, boolean refused, boolean written) {
        fail(when);
        var failure = assertThrows(StoreException.class, () -> Samples.place(store, ordered(1, "A-1")));
        assertEquals(refused, failure.isRefused());
        fail(When.NEVER);
        awaitRecovery();
        assertEquals(written, store.find(TESTER, transaction(1)).isPresent());
    }

    @Test
    void while_the_database_is_away_writes_are_refused_and_reads_go_on() {
        placed(ordered(1, "A-1"));
        fail(When.INSTEAD_OF_COMMIT);
        assertThrows(StoreException.class, () -> Samples.place(store, ordered(2, "A-2")));
        fail(When.OPENING);
        for (int i = 0; i < 10; i++) {
            var failure = assertThrows(StoreException.class, () -> Samples.place(store, ordered(3, "A-3")));
            assertTrue(failure.isRefused());
        }
        assertFalse(store.isWritable());
        assertTrue(store.trouble().isPresent());
        assertTrue(store.find(TESTER, transaction(1)).isPresent());
        fail(When.NEVER);
        awaitRecovery();
        placed(ordered(3, "A-3"));
    }

    @Test
    void an_unknown_write_that_happened_is_found_by_trying_again() {
        var seen = placed(ordered(1, "A-1"));
        fail(When.AFTER_COMMIT);
        assertThrows(StoreException.class, () -> claim(store, seen, Limits.UNLIMITED));
        fail(When.NEVER);
        awaitRecovery();
        assertEquals(new Claiming.Overtaken(current(seen)), claim(store, seen, Limits.UNLIMITED));
        assertEquals(
                new Placing.OrderLive(),
                store.preview(TESTER, new OrderNumber("A-1"), Fingerprint.of("20260401120000", Digests.sha256("x"))));
    }

    /** Of those that are claimed at once. */
    private void onlyNumberSevenIsRefused(List<Stored> seen) throws Exception {
        var claimed = together(seen.size(), number -> {
            try {
                return claim(store, seen.get(number), Limits.UNLIMITED) instanceof Claiming.Claimed;
            } catch (StoreException e) {
                assertTrue(e.isRefused());
                return false;
            }
        });
        for (int i = 0; i < seen.size(); i++) assertEquals(i != 7, claimed.get(i));
        assertTrue(store.isWritable());
    }

    @Test
    void one_write_that_cannot_be_made_leaves_its_neighbours_alone() throws Exception {
        var seen = together(40, number -> placed(ordered(number, "A-" + number)));
        tamper("INSERT INTO journal VALUES ('tester', '" + transaction(7) + "', 1, 0, 'planted', '{}')");
        onlyNumberSevenIsRefused(seen);
    }

    @Test
    void an_order_that_nobody_can_read_is_not_paid_and_leaves_its_neighbours_alone() throws Exception {
        var seen = together(40, number -> placed(ordered(number, "A-" + number)));
        tamper("UPDATE payment SET buyer_sealed = 'x' WHERE order_number = 'A-7'");
        onlyNumberSevenIsRefused(seen);
        assertEquals(new Limits.Taken(39_000, 39_000, 39_000), store.taken(TESTER, Samples.DAY));
    }

    @Test
    void a_row_that_nobody_can_read_hinders_only_itself() {
        var first = claimed(ordered(1, "A-1"));
        claimed(ordered(2, "A-2"));
        tamper("UPDATE payment SET state = 'LOST' WHERE order_number = 'A-1'");
        assertThrows(StoreException.class, () -> current(first));
        assertEquals(
                1,
                store.takeDue(Samples.NOON.plusSeconds(60), LEASE, 0, 10).all().size());
        assertEquals(
                0,
                store.takeDue(Samples.NOON.plusSeconds(60), LEASE, 0, 1).all().size());
    }
}
