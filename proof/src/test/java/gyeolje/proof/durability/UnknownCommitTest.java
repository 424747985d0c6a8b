package gyeolje.proof.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.world.Acquirer;
import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.Books;
import gyeolje.proof.world.Fault;
import gyeolje.proof.world.Fault.Kind;
import gyeolje.proof.world.Fault.Way;
import gyeolje.proof.world.FaultyLine;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The connection to PostgreSQL breaks at a commit: before the server has seen it, or after it was done and before that was heard. The
 * gateway cannot tell the two apart, and must not try to.
 */
final class UnknownCommitTest {
    /** As many as there are connections in the pool, and some. */
    private static final int MOST_REFUSALS = 20;

    @TempDir
    private Path folder = Path.of(".");

    /** A gateway whose line to its database a test decides about, and what its merchant heard. */
    private record Stage(Scene scene, Shop shop, FaultyLine database, Books books) {
        Acquirer acquirer() {
            return scene.acquirer();
        }

        Reply ask(String operation, Body request) throws Exception {
            return shop.send(operation, request);
        }

        /** Whoever meets a lost connection in the pool is refused (503) and knows nothing by it. */
        Reply answered(String operation, Body request) throws Exception {
            for (int attempt = 1; ; attempt++) {
                var reply = ask(operation, request);
                if (reply.status() != 503 || attempt == MOST_REFUSALS) return reply;
            }
        }

        /** Breaks the connection at the next commit, that way. */
        Reply atCommit(Way way, String operation, Body request) throws Exception {
            var strike = database.fault(Fault.of(way, Kind.RESET, 0).after("COMMIT"));
            var reply = ask(operation, request);
            strike.await();
            strike.heal();
            return reply;
        }

        /** As above, at the commit that records what the acquirer has answered on this line. */
        Reply atOutcome(FaultyLine line, String named, Runnable trouble, String operation, Body request)
                throws Exception {
            return duringCall(line, Way.DOWN, named, trouble, operation, request);
        }

        /** While a call to the acquirer is on its way there, or its answer is on the way back. */
        Reply duringCall(FaultyLine line, Way way, String named, Runnable trouble, String operation, Body request)
                throws Exception {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var held = line.fault(Fault.hold(way).after(named));
                var heard = threads.submit(() -> answered(operation, request));
                held.await();
                trouble.run();
                held.heal();
                return heard.get(60, TimeUnit.SECONDS);
            }
        }

        /** On every connection of the pool. */
        void writableAgain() throws Exception {
            Until.holds(
                    "orders are taken again",
                    () -> AtOnce.times(MOST_REFUSALS, this::order).stream()
                            .allMatch(reply -> reply.code().equals("0000")));
        }

        private Reply order() throws Exception {
            return ask("order", shop.order(Shop.newNumber()));
        }
    }

    @Test
    void aCommitThatWasLostOrWhoseAnswerWasIsTakenNeitherForDoneNorForUndone() throws Exception {
        var place = Place.postgres();
        try (var database = FaultyLine.to(place.port());
                var scene = Scene.set(
                        folder,
                        place,
                        settings -> settings.in(place.through(database)).within("4s", "3s"));
                var gateway = scene.serve()) {
            var stage = new Stage(scene, scene.shop(gateway), database, new Books());
            withoutConnections(stage, place);
            for (var way : Way.values()) {
                order(stage, way);
                claim(stage, way);
                outcome(stage, () -> loseNextCommit(database, way));
                outcome(stage, () -> loseConnections(place));
                cancel(stage, way);
            }
            Until.holds("every doubt is settled", () -> place.open() == 0);
            stage.books().agreeWith(stage.acquirer().ledger());
            scene.assertSound();
        }
    }

    private static void order(Stage stage, Way way) throws Exception {
        var order = stage.shop().order(Shop.newNumber());
        assertEquals("9001", stage.atCommit(way, "order", order).code());
        stage.writableAgain();
        var ordered = stage.answered("order", order);
        assertEquals("0000", ordered.code());
        stage.books().paid(ordered.transaction(), stage.shop().pay(stage.acquirer(), ordered));
    }

    /** No intent that is surely durable, no call. */
    private static void claim(Stage stage, Way way) throws Exception {
        var ordered = stage.shop().ordered();
        var pay = stage.shop().authentication(stage.acquirer(), ordered);
        var calls = stage.acquirer().calls().approve();
        assertEquals("9001", stage.atCommit(way, "pay", pay).code());
        assertEquals(calls, stage.acquirer().calls().approve());
        stage.writableAgain();
        var again = stage.books().paid(ordered.transaction(), stage.answered("pay", pay));
        assertEquals(way == Way.UP ? "0000" : "9001", again.code());
    }

    /** All connections end before the intent, and then between the intent and the acquirer's hearing of it. */
    private static void withoutConnections(Stage stage, Place.Postgres place) throws Exception {
        var ordered = stage.shop().ordered();
        var pay = stage.shop().authentication(stage.acquirer(), ordered);
        var calls = stage.acquirer().calls().approve();
        loseConnections(place);
        assertEquals("9001", stage.ask("pay", pay).code(), "no intent, no call");
        assertEquals(calls, stage.acquirer().calls().approve());
        stage.writableAgain();

        var line = stage.scene().lines().approve();
        var paid = stage.duringCall(line, Way.UP, ordered.transaction(), () -> loseConnections(place), "pay", pay);
        assertEquals("0000", stage.books().paid(ordered.transaction(), paid).code());
        stage.writableAgain();
        assertEquals(paid.body(), stage.answered("pay", pay).body());
        assertEquals(calls + 1, stage.acquirer().calls().approve());

        var cancel = stage.shop().cancel(ordered.transaction(), "변심");
        var tno = stage.acquirer().ledger().of(ordered.transaction()).getFirst().tno();
        var cancelled = stage.duringCall(
                stage.scene().lines().cancel(), Way.UP, tno, () -> loseConnections(place), "cancel", cancel);
        assertEquals(
                "0000",
                stage.books().cancelled(ordered.transaction(), cancelled).code());
        stage.writableAgain();
    }

    /** It is read again until it is known. */
    private static void outcome(Stage stage, Runnable trouble) throws Exception {
        var ordered = stage.shop().ordered();
        var pay = stage.shop().authentication(stage.acquirer(), ordered);
        var line = stage.scene().lines().approve();
        var paid = stage.atOutcome(line, ordered.transaction(), trouble, "pay", pay);
        assertEquals("0000", stage.books().paid(ordered.transaction(), paid).code());
        stage.database().heal();
        stage.writableAgain();
        assertEquals(paid.body(), stage.answered("pay", pay).body());

        var cancel = stage.shop().cancel(ordered.transaction(), "변심");
        var tno = stage.acquirer().ledger().of(ordered.transaction()).getFirst().tno();
        var cancelled = stage.atOutcome(stage.scene().lines().cancel(), tno, trouble, "cancel", cancel);
        assertEquals(
                "0000",
                stage.books().cancelled(ordered.transaction(), cancelled).code());
        stage.database().heal();
        stage.writableAgain();
        assertEquals(cancelled.body(), stage.answered("cancel", cancel).body());
    }

    private static void cancel(Stage stage, Way way) throws Exception {
        var paid = stage.shop().paid(stage.acquirer(), stage.books()).transaction();
        var cancel = stage.shop().cancel(paid, "변심");
        var calls = stage.acquirer().calls().cancel();
        assertEquals("9001", stage.atCommit(way, "cancel", cancel).code());
        assertEquals(calls, stage.acquirer().calls().cancel());
        stage.writableAgain();
        Until.holds("the cancel works", () -> {
            var code =
                    stage.books().cancelled(paid, stage.ask("cancel", cancel)).code();
            assertTrue(Set.of("0000", "9001").contains(code), code);
            return code.equals("0000");
        });
    }

    private static void loseNextCommit(FaultyLine database, Way way) {
        var strike = database.fault(Fault.of(way, Kind.RESET, 0).after("COMMIT"));
        Thread.ofVirtual().start(() -> {
            try {
                strike.await();
                strike.heal();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void loseConnections(Place.Postgres place) {
        try {
            place.loseConnections();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
