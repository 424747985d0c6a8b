package gyeolje.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Limits;
import gyeolje.core.payment.PaymentStore.Advancing;
import gyeolje.core.payment.PaymentStore.Claiming;
import gyeolje.core.payment.PaymentStore.Placing;
import gyeolje.core.payment.StoreException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** The contracts on PostgreSQL, and what several gateways on one database promise. */
final class PostgresStoreTest {
    @Nested
    final class Payments extends PaymentContract {
        @Override
        Stage newStage() {
            return new PostgresStage();
        }
    }

    @Nested
    final class Handing extends HandingContract {
        @Override
        Stage newStage() {
            return new PostgresStage();
        }
    }

    @Nested
    final class Crowds extends CrowdContract {
        @Override
        Stage newStage() {
            return new PostgresStage();
        }
    }

    @Nested
    final class OfTheBook extends BookContract {
        @Override
        Stage newStage() {
            return new PostgresStage();
        }
    }

    @Nested
    final class OfResealing extends ResealingContract {
        @Override
        Stage newStage() {
            return new PostgresStage();
        }
    }

    @Nested
    final class Opening extends OpeningContract {
        @Override
        Stage newStage() {
            return new PostgresStage();
        }
    }

    @Nested
    final class OfMerchants extends MerchantContract {
        @Override
        Stage newStage() {
            return new PostgresStage();
        }
    }

    @Nested
    final class Verifying extends VerificationContract {
        @Override
        Stage newStage() {
            return new PostgresStage();
        }

        @Override
        String[] withoutGuards(String tampering) {
            return new String[] {"DROP TRIGGER journal_stands ON journal", tampering};
        }
    }

    @Nested
    final class LostConnections extends StoreHarness {
        @Override
        Stage newStage() {
            return new PostgresStage();
        }

        /** As after a failover: the pool believes of all its connections that they are alive. */
        @Test
        void a_read_that_meets_some_is_answered_over_another() throws Exception {
            var placed = placed(Samples.ordered(1, "A-1"));
            var sealer = new Sealer(Stage.KEY);
            var database = new DyingReaders(PostgresDatabase.open(settings(), new PaymentCodec(sealer)));
            store = keep(Store.open(database, sealer, settings()));
            database.left.set(5);
            assertEquals(placed, current(placed));
            database.left.set(5);
            assertEquals(Optional.empty(), store.merchants().find(Samples.TESTER));
            assertEquals(0, database.left.get());
        }

        /** A network that swallows everything takes as long with each connection of the pool. */
        @Test
        void a_read_that_waited_in_vain_does_not_wait_again() throws Exception {
            var placed = placed(Samples.ordered(1, "A-1"));
            var sealer = new Sealer(Stage.KEY);
            var database = new DyingReaders(PostgresDatabase.open(settings(), new PaymentCodec(sealer)));
            store = keep(Store.open(database, sealer, settings()));
            database.silence = Database.ASKED_AGAIN_WITHIN;
            database.left.set(5);
            assertThrows(StoreException.class, () -> current(placed));
            assertEquals(4, database.left.get());
        }
    }

    /** Its next readers lose their connections before they are asked. */
    private static final class DyingReaders extends PassingDatabase {
        final AtomicInteger left = new AtomicInteger();
        volatile Duration silence = Duration.ZERO;

        DyingReaders(Database database) {
            super(database);
        }

        @Override
        public Reader reader() throws SQLException {
            var reader = super.reader();
            if (left.get() > 0) {
                left.decrementAndGet();
                LockSupport.parkNanos(silence.toNanos());
                terminate(reader.statements().connection());
            }
            return reader;
        }

        private void terminate(Connection connection) throws SQLException {
            int backend = connection.unwrap(PGConnection.class).getBackendPID();
            try (var other = super.snapshot();
                    var statement = other.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(" + backend + ", 10000)");
            }
        }
    }

    @Nested
    final class SeveralGateways extends StoreHarness {
        @Override
        Stage newStage() {
            return new PostgresStage();
        }

        @Test
        void of_two_gateways_that_claim_one_order_number_one_gets_it() throws Exception {
            var stores = List.of(store, open(settings()));
            var seen = together(100, number -> placed(Samples.ordered(number, "A-" + number % 10)));
            var outcomes =
                    together(100, number -> claim(stores.get(number / 10 % 2), seen.get(number), Limits.UNLIMITED));
            assertEquals(
                    10,
                    outcomes.stream().filter(Claiming.Claimed.class::isInstance).count());
            assertEquals(
                    90,
                    outcomes.stream()
                            .filter(Claiming.OrderLive.class::isInstance)
                            .count());
            assertEquals(new Limits.Taken(10_000, 10_000, 10_000), store.taken(Samples.TESTER, Samples.DAY));
        }

        @Test
        void two_gateways_never_pass_a_limit_by_one_won() throws Exception {
            var stores = List.of(store, open(settings()));
            var limits = new Limits(10_500, Limits.NONE, Limits.NONE);
            var outcomes = together(100, number -> {
                var seen = placed(Samples.ordered(number, "A-" + number));
                return claim(stores.get(number % 2), seen, limits);
            });
            assertEquals(
                    10,
                    outcomes.stream().filter(Claiming.Claimed.class::isInstance).count());
            assertEquals(new Limits.Taken(10_000, 10_000, 10_000), store.taken(Samples.TESTER, Samples.DAY));
        }

        @Test
        void of_two_gateways_that_move_one_payment_one_does() throws Exception {
            var stores = List.of(store, open(settings()));
            var seen = together(50, number -> placed(Samples.ordered(number, "A-" + number)));
            var outcomes =
                    together(100, number -> claim(stores.get(number % 2), seen.get(number / 2), Limits.UNLIMITED));
            assertEquals(
                    50,
                    outcomes.stream().filter(Claiming.Claimed.class::isInstance).count());
            assertEquals(
                    50,
                    outcomes.stream()
                            .filter(Claiming.Overtaken.class::isInstance)
                            .count());
        }

        @Test
        void of_two_gateways_that_end_one_payment_one_does_and_the_other_hears_how() throws Exception {
            var stores = List.of(store, open(settings()));
            var seen = together(50, number -> claimed(Samples.ordered(number, "A-" + number)));
            var outcomes = together(100, number -> pay(stores.get(number % 2), seen.get(number / 2)));
            for (int i = 0; i < 100; i += 2) {
                var current = current(seen.get(i / 2));
                assertEquals(2, current.version());
                assertEquals(
                        Set.of(new Advancing.Advanced(current), new Advancing.Overtaken(current)),
                        Set.of(outcomes.get(i), outcomes.get(i + 1)));
            }
        }

        @Test
        void identical_orders_at_two_gateways_are_one_order() throws Exception {
            var stores = List.of(store, open(settings()));
            var outcomes = together(
                    100,
                    number -> Samples.place(
                            stores.get(number % 2),
                            Samples.ordered(Samples.TESTER, number, "A-" + number / 20, 1_000, "same " + number / 20)));
            assertEquals(
                    5,
                    outcomes.stream().filter(Placing.Placed.class::isInstance).count());
            assertEquals(
                    95,
                    outcomes.stream()
                            .filter(Placing.Identical.class::isInstance)
                            .count());
        }

        @Test
        void what_is_due_goes_to_one_of_two_gateways() throws Exception {
            var stores = List.of(store, open(settings()));
            together(50, number -> claimed(Samples.ordered(number, "A-" + number)));
            var taken = together(
                    10,
                    number -> stores.get(number % 2)
                            .takeDue(Samples.NOON.plusSeconds(60), LEASE, 0, 50)
                            .all());
            assertEquals(50, taken.stream().mapToInt(List::size).sum());
            assertEquals(
                    50,
                    taken.stream()
                            .flatMap(List::stream)
                            .map(it -> it.payment().order())
                            .distinct()
                            .count());
        }

        @Test
        void two_gateways_may_start_at_once_on_an_empty_database() throws Exception {
            var empty = PostgresServer.newPlace();
            var settings = StoreSettings.of(empty, Stage.KEY, InstantSource.fixed(Samples.NOON));
            var stores = together(3, _ -> Store.open(settings));
            stores.forEach(Store::close);
            assertEquals(3, stores.size());
        }

        @Test
        void no_buyer_and_no_key_can_be_read_from_the_tables() {
            placed(Samples.ordered(1, "A-1"));
            store.merchants().add(MerchantContract.merchant(), "operator");
            var dump = dump("payment") + dump("journal") + dump("merchant_key") + dump("merchant_journal");
            assertTrue(dump.contains("A-1"));
            for (var secret : List.of("홍길동의비밀이름", "secret.buyer", "01098765432", "the-first-key"))
                assertFalse(dump.contains(secret));
        }

        private String dump(String table) {
            try (var connection = DriverManager.getConnection(settings().url());
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT string_agg(it::text, ' ') FROM " + table + " it")) {
                row.next();
                return row.getString(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
