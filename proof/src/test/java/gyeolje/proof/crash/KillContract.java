package gyeolje.proof.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.crash.Crowd.Said;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Until;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that is killed at any moment keeps every promise that it made before. */
abstract class KillContract {
    private static final long SEED = 20_261_124;
    private static final int PROGRESS = 20;

    @TempDir
    private Path folder = Path.of(".");

    private final AtomicInteger killed = new AtomicInteger();

    abstract Place place(Path folder) throws Exception;

    /** How often a gateway is killed, all of them together. */
    abstract int kills();

    /** How many gateways are killed and started beside each other, each with a database and an acquirer of its own. */
    abstract int gateways();

    @Test
    void noAnswerIsLostAndNoMoneyGoesAstrayThoughTheGatewayIsKilledAgainAndAgain() throws Exception {
        var dice = new SplittableRandom(SEED);
        var left = new AtomicInteger(kills());
        var all = new ArrayList<Callable<Lives>>();
        for (int i = 0; i < gateways(); i++) {
            var mine = dice.split();
            var home = Files.createDirectory(folder.resolve("gateway" + i));
            all.add(() -> liveAndDie(home, mine, left));
        }
        // these wait for processes and class initializers: platform threads, of which there are enough
        try (var threads = Executors.newFixedThreadPool(gateways())) {
            var lived = new ArrayList<Lives>();
            for (var each : threads.invokeAll(all)) lived.add(each.get());
            assertKilledAmidEverything(lived);
        }
        assertEquals(kills(), killed.get());
    }

    private Lives liveAndDie(Path home, SplittableRandom dice, AtomicInteger left) throws Exception {
        try (var scene = Scene.set(home, place(home))) {
            var lives = new Lives(scene, dice);
            while (left.getAndDecrement() > 0) {
                lives.one();
                int kills = killed.incrementAndGet();
                if (kills % PROGRESS == 0) say(kills + " of " + kills() + " kills");
            }
            lives.last();
            return lives;
        }
    }

    private void assertKilledAmidEverything(List<Lives> all) {
        long cutShort = all.stream().mapToLong(Lives::cutShort).sum();
        say(cutShort + " requests were cut short; every answer was repeated, every book agrees");
        assertTrue(cutShort >= kills(), "a kill cuts somebody short, as a rule more than one");
        for (var operation : List.of("order", "pay", "cancel")) {
            long answered =
                    all.stream().mapToLong(lives -> lives.answered(operation)).sum();
            say(answered + " answers to " + operation);
            assertTrue(answered > kills(), () -> "too few: " + operation);
        }
    }

    private void say(String line) {
        System.out.println(getClass().getSimpleName() + ": " + line);
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
                Told.assertRepeated(scene.shop(gateway), said);
            }
        }
    }
}
