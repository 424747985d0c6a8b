package gyeolje.proof.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.world.Acquirer.Calls;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.Books;
import gyeolje.proof.world.Fault;
import gyeolje.proof.world.Fault.Way;
import gyeolje.proof.world.FaultyLine;
import gyeolje.proof.world.FaultyLine.Strike;
import gyeolje.proof.world.GatewayProcess;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two gateways on one PostgreSQL. One falls asleep (SIGSTOP) in the middle of payments, for longer than anybody waits; the other
 * takes them over. Awake again, the first must say nothing else and must charge nobody.
 */
final class SleeperTest {
    @TempDir
    private Path folder = Path.of(".");

    /** A request to the sleeper that is under way, and what holds it. */
    private record Held(String operation, String transaction, Body request, Strike strike, Future<Reply> answer) {}

    @Test
    void whoeverSleepsThroughAPaymentNeitherContradictsNorChargesWhenAwakeAgain() throws Exception {
        try (var scene = Scene.set(folder, Place.postgres(), settings -> settings.within("4s", "3s"));
                var sleeper = scene.serve();
                var other = scene.serve();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = asleepInTheMiddle(scene, sleeper, threads);
            var awake = scene.shop(other);
            Until.holds("the other has settled everything", () -> scene.place().open() == 0);
            var calls = scene.acquirer().calls();
            var settled = new ArrayList<Reply>();
            for (var one : held) settled.add(awake.send(one.operation(), one.request()));
            assertEquals(
                    List.of("9001", "9001", "0000", "0000"),
                    settled.stream().map(Reply::code).toList());

            sleeper.resume();
            held.forEach(one -> one.strike().heal());
            var books = new Books();
            for (int i = 0; i < held.size(); i++) {
                var one = held.get(i);
                var said = one.answer().get(60, TimeUnit.SECONDS);
                assertTrue(
                        said.code().equals("9001")
                                || said.body().equals(settled.get(i).body()),
                        () -> "the sleeper says " + said);
                var again = awake.send(one.operation(), one.request());
                assertEquals(settled.get(i).body(), again.body());
                if (one.operation().equals("pay")) books.paid(one.transaction(), again);
                else books.cancelled(one.transaction(), again);
            }
            Until.holds(
                    "what the sleeper hears as it wakes is looked into",
                    () -> scene.place().open() == 0);
            assertEquals(
                    asks(calls, hears(scene, held.get(1))), scene.acquirer().calls());
            assertEquals(
                    "0000", scene.shop(sleeper).paid(scene.acquirer(), books).code());
            books.agreeWith(scene.acquirer().ledger());
            assertTrue(
                    scene.acquirer().ledger().of(held.getFirst().transaction()).isEmpty());
            assertEquals(0, scene.place().open());
            scene.assertSound();
        }
    }

    /** Whether the approval that was under way reached the sleeper before it looked at its clock. */
    private static boolean hears(Scene scene, Held approved) throws SQLException {
        try (var connection = scene.place().connect();
                var statement = connection.prepareStatement(
                        "SELECT 1 FROM journal WHERE transaction_id = ? AND event = 'AcquirerApproved'")) {
            statement.setString(1, approved.transaction());
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * The acquirer is asked nothing more, but to give back once more what the sleeper heard of after it had been given back; as it
     * refuses, when that was.
     */
    private static Calls asks(Calls before, boolean heard) {
        if (!heard) return before;
        return new Calls(before.register(), before.approve(), before.cancel() + 1, before.inquiry() + 1);
    }

    private static List<Held> asleepInTheMiddle(Scene scene, GatewayProcess sleeper, ExecutorService threads)
            throws Exception {
        var lines = scene.lines();
        var shop = scene.shop(sleeper);
        var claimed = pay(scene, shop, lines.approve(), Way.UP, threads);
        var approved = pay(scene, shop, lines.approve(), Way.DOWN, threads);
        var cancelling = cancel(scene, shop, Way.UP, threads);
        var cancelled = cancel(scene, shop, Way.DOWN, threads);
        sleeper.pause();
        claimed.strike().cut();
        cancelling.strike().cut();
        return List.of(claimed, approved, cancelling, cancelled);
    }

    private static Held pay(Scene scene, Shop shop, FaultyLine line, Way way, ExecutorService threads)
            throws Exception {
        var ordered = shop.ordered();
        var pay = shop.authentication(scene.acquirer(), ordered);
        var strike = line.fault(Fault.hold(way).after(ordered.transaction()));
        var answer = threads.submit(() -> shop.send("pay", pay));
        strike.await();
        strike.once();
        return new Held("pay", ordered.transaction(), pay, strike, answer);
    }

    private static Held cancel(Scene scene, Shop shop, Way way, ExecutorService threads) throws Exception {
        var paid = shop.paid(scene.acquirer()).transaction();
        var tno = scene.acquirer().ledger().of(paid).getFirst().tno();
        var cancel = shop.cancel(paid, "변심");
        var strike = scene.lines().cancel().fault(Fault.hold(way).after(tno));
        var answer = threads.submit(() -> shop.send("cancel", cancel));
        strike.await();
        strike.once();
        return new Held("cancel", paid, cancel, strike, answer);
    }
}
