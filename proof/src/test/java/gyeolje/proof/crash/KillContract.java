package gyeolje.proof.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.crash.Crowd.Said;
import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.Books;
import gyeolje.proof.world.GatewayProcess;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Secrets;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that is killed at any moment keeps every promise that it made before. */
abstract class KillContract {
    private static final long SEED = 20_261_124;

    @TempDir
    private Path folder = Path.of(".");

    abstract Place place(Path folder) throws Exception;

    abstract int cycles();

    @Test
    void noAnswerIsLostAndNoMoneyGoesAstrayThoughTheGatewayIsKilledAgainAndAgain() throws Exception {
        var dice = new SplittableRandom(SEED);
        try (var scene = Scene.set(folder, place(folder))) {
            var said = new ArrayList<Said>();
            List<Said> latest = List.of();
            for (int cycle = 0; cycle < cycles(); cycle++) {
                try (var gateway = scene.serve()) {
                    var shop = scene.shop(gateway);
                    assertRepeated(shop, latest);
                    latest = untilKilled(gateway, new Crowd(shop, scene.acquirer(), dice.split()), dice);
                    said.addAll(latest);
                }
            }
            assertTrue(said.stream().filter(one -> one.answer().isEmpty()).count() > 0, "some were killed half-way");
            try (var gateway = scene.serve()) {
                assertRepeated(scene.shop(gateway), said);
                assertTheBooksAgree(scene, scene.shop(gateway), said);
                scene.assertSound();
            }
            Secrets.assertNoneIn("the log", scene.log());
        }
    }

    @Test
    void toldToStopItAnswersWhatItBeganAndKeepsIt() throws Exception {
        var dice = new SplittableRandom(SEED);
        try (var scene = Scene.set(folder, place(folder))) {
            List<Said> said;
            try (var gateway = scene.serve()) {
                var shop = scene.shop(gateway);
                var ordered = shop.ordered();
                var slow = Map.of("on", "approve", "kind", "delay-after", "ms", "1500", "order", ordered.transaction());
                scene.acquirer().fault(slow);
                var crowd = new Crowd(shop, scene.acquirer(), dice.split());
                crowd.begin();
                var pay = shop.authentication(scene.acquirer(), ordered);
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    var paid = threads.submit(() -> shop.send("pay", pay));
                    Until.holds(
                            "a payment is under way and others are answered",
                            () -> crowd.answered() > 20
                                    && !scene.acquirer()
                                            .ledger()
                                            .of(ordered.transaction())
                                            .isEmpty());
                    gateway.terminate();
                    assertEquals("0000", paid.get().code());
                }
                assertTrue(gateway.endsWithin(25), "stopped within 25 s");
                assertTrue(gateway.said("stopped"));
                said = crowd.end();
            }
            try (var gateway = scene.serve()) {
                assertRepeated(scene.shop(gateway), said);
            }
        }
    }

    /** Kills after so many answers and a little more, wherever that is. */
    private static List<Said> untilKilled(GatewayProcess gateway, Crowd crowd, SplittableRandom dice) throws Exception {
        int answers = dice.nextInt(5, 60);
        crowd.begin();
        Until.holds("the crowd is served", () -> crowd.answered() >= answers);
        LockSupport.parkNanos(dice.nextLong(20_000_000));
        gateway.kill();
        return crowd.end();
    }

    /** Whoever was answered hears the same bytes again. An order that went on to be paid has another answer since then. */
    private static void assertRepeated(Shop shop, List<Said> said) throws Exception {
        var paid = said.stream()
                .filter(one -> one.operation().equals("pay"))
                .map(Said::transaction)
                .collect(Collectors.toSet());
        var again = new ArrayList<Callable<Boolean>>();
        for (var one : said) {
            if (one.answer().isEmpty() || paid.contains(one.answer().get().text("ordr_idxx"))) continue;
            again.add(() -> {
                var now = shop.send(one.operation(), one.request());
                assertEquals(one.answer().get().body(), now.body(), () -> one.operation() + " after a restart");
                return true;
            });
        }
        AtOnce.run(again);
    }

    /** Asks again what was not answered, waits for every doubt to end, and compares with where the money is. */
    private static void assertTheBooksAgree(Scene scene, Shop shop, List<Said> said) throws Exception {
        var books = new Books();
        var pays = said.stream().filter(one -> one.operation().equals("pay")).toList();
        AtOnce.run(pays.stream()
                .map(one -> (Callable<Reply>) () -> shop.send("pay", one.request()))
                .toList());
        for (var one : said) {
            if (!one.operation().equals("cancel")) continue;
            Until.holds(
                    "the cancel is done",
                    () -> books.cancelled(one.transaction(), shop.send("cancel", one.request()))
                            .code()
                            .equals("0000"));
        }
        Until.holds("every doubt is settled", () -> scene.place().open() == 0);
        for (var one : pays) books.paid(one.transaction(), shop.send("pay", one.request()));
        var ledger = scene.acquirer().ledger();
        books.agreeWith(ledger);
        assertTrue(ledger.standing().size() > 10, "the crowd has bought");
    }
}
