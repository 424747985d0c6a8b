package gyeolje.store;

import static gyeolje.store.Samples.TESTER;
import static gyeolje.store.Samples.ordered;
import static gyeolje.store.Samples.payRequested;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Lifecycle;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore.Advancing;
import gyeolje.core.payment.PaymentStore.Claiming;
import gyeolje.core.payment.PaymentStore.Placing;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store for each test and the steps that many tests take. */
abstract class StoreHarness {
    static final Duration LEASE = Duration.ofSeconds(20);

    private final List<Store> opened = new ArrayList<>();
    final MovableClock clock = new MovableClock();
    Store store;

    private final Stage stage = newStage();

    /** A new, empty database for each test. */
    abstract Stage newStage();

    Stage stage() {
        return stage;
    }

    StoreSettings settings() {
        return StoreSettings.of(stage.url(), Stage.KEY, clock);
    }

    Store open(StoreSettings settings) {
        return keep(Store.open(settings));
    }

    /** Closes it after the test. */
    Store keep(Store another) {
        opened.add(another);
        return another;
    }

    /** Closes it before the test is over. */
    void shut(Store one) {
        opened.remove(one);
        one.close();
    }

    @BeforeEach
    void openStore() {
        store = open(settings());
    }

    /** Does to the database what the store never would. */
    void tamper(String... statements) {
        try (var connection = stage.connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How a question is answered where reading everything and sorting it is no choice. */
    String plan(String question) {
        boolean sqlite = stage.url().startsWith("sqlite:");
        try (var connection = stage.connect();
                var statement = connection.createStatement()) {
            if (!sqlite)
                for (var way : List.of("seqscan", "bitmapscan", "sort"))
                    statement.execute("SET enable_" + way + " = off");
            var asked = question.replace("?", "1");
            var plan = new StringBuilder();
            try (var row = statement.executeQuery((sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + asked)) {
                while (row.next()) plan.append(row.getString(sqlite ? 4 : 1)).append('\n');
            }
            return plan.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void closeStores() throws IOException {
        opened.forEach(Store::close);
        stage.close();
    }

    Stored placed(Ordered ordered) {
        assertEquals(new Placing.Placed(), Samples.place(store, ordered));
        return new Stored(ordered, 0);
    }

    Stored claimed(Ordered ordered) {
        return claimed(placed(ordered));
    }

    Stored claimed(Stored seen) {
        var claiming = claim(store, seen, Limits.UNLIMITED);
        return assertInstanceOf(Claiming.Claimed.class, claiming).now();
    }

    static Claiming claim(Store store, Stored seen, Limits limits) {
        var order = seen.payment().order();
        return store.claim(order.merchant(), order.transaction(), payRequested(), limits);
    }

    /** Tries to, as the acquirer has approved. */
    static Advancing pay(Store store, Stored claimed) {
        var paid = new Payment.Paid(claimed.payment().order(), Samples.attempt(Samples.DAY), Samples.MONEY);
        return store.advance(claimed, new AcquirerApproved(Samples.MONEY), paid);
    }

    /** Advances to whatever the lifecycle says. */
    Stored advanced(Stored seen, Event event) {
        var next = assertInstanceOf(Verdict.Next.class, Lifecycle.decide(seen.payment(), event));
        var advancing = store.advance(seen, event, next.payment());
        return assertInstanceOf(Advancing.Advanced.class, advancing).now();
    }

    Stored current(Stored stored) {
        return store.find(TESTER, stored.payment().order().transaction()).orElseThrow();
    }

    static <T> List<T> together(int times, IntFunction<T> task) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<T>>();
            for (int i = 0; i < times; i++) {
                int number = i;
                tasks.add(() -> task.apply(number));
            }
            var results = new ArrayList<T>();
            for (Future<T> future : threads.invokeAll(tasks)) results.add(future.get());
            return results;
        }
    }
}
