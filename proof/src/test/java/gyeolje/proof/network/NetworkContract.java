package gyeolje.proof.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.world.Acquirer;
import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.Books;
import gyeolje.proof.world.Fault.Kind;
import gyeolje.proof.world.FaultyLine;
import gyeolje.proof.world.Lines;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every script on the line of every operation: the merchant hears the truth or "unknown", the acquirer approves at most once, no
 * doubt is left once the line is well again, and the next good payment succeeds at once.
 */
abstract class NetworkContract {
    @TempDir
    private Path folder = Path.of(".");

    abstract Place place(Path folder) throws Exception;

    abstract List<Scripts> scripts();

    @Test
    void whateverALineToTheAcquirerDoesMoneyEndsWhereTheAnswerSays() throws Exception {
        AtOnce.run(List.of(
                on("register", this::register),
                on("approve", this::approve),
                on("cancel", this::cancel),
                on("inquiry", this::inquire)));
    }

    /** One gateway, its lines, and what merchants heard. */
    private record Scene(World world, Lines lines, Books books, List<Callable<Boolean>> afterwards) {
        Shop shop() {
            return world.tester();
        }

        Acquirer acquirer() {
            return world.acquirer();
        }

        Reply pay(Reply ordered, Body pay) throws Exception {
            return books.paid(ordered.transaction(), shop().send("pay", pay));
        }

        void assertNextIsPaid(Scripts script) throws Exception {
            var ordered = shop().send("order", shop().order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, "WM"));
            var pay = shop().authentication(acquirer(), ordered);
            assertEquals("0000", pay(ordered, pay).code(), () -> "the next payment after " + script);
        }
    }

    @FunctionalInterface
    private interface Trying {
        void under(Scene scene, Scripts script) throws Exception;
    }

    private Callable<Integer> on(String operation, Trying trying) throws Exception {
        var own = Files.createDirectory(folder.resolve(operation));
        var place = place(own);
        return () -> play(own, place, trying);
    }

    private int play(Path own, Place place, Trying trying) throws Exception {
        var opened = new ArrayList<Lines>();
        try (var world = World.hasty(own, place, settings -> {
            opened.add(Lines.to(settings.ports().approve()));
            return settings.through(opened.getFirst().ports()).within(Scripts.DEADLINE_SECONDS + "s", "4s");
        })) {
            var scene = new Scene(world, opened.getFirst(), new Books(), new ArrayList<>());
            for (var script : scripts()) {
                trying.under(scene, script);
                scene.assertNextIsPaid(script);
            }
            world.settle();
            for (var check : scene.afterwards()) check.call();
            scene.books().agreeWith(scene.acquirer().ledger());
            return scripts().size();
        } finally {
            opened.forEach(Lines::close);
        }
    }

    private void register(Scene scene, Scripts script) throws Exception {
        var order = scene.shop().order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, "WM");
        var heard = under(scene.lines().register(), script, () -> scene.shop().send("order", order));
        assertHeard(script, "1002", heard);
        var again = scene.shop().send("order", order);
        assertEquals("0000", again.code(), () -> "again after " + script);
        var pay = scene.shop().authentication(scene.acquirer(), again);
        assertEquals("0000", scene.pay(again, pay).code(), script::toString);
    }

    private void approve(Scene scene, Scripts script) throws Exception {
        var number = Shop.newNumber();
        var ordered = scene.shop().ordered(number, Shop.MADE_AT);
        var pay = scene.shop().authentication(scene.acquirer(), ordered);
        var heard = under(scene.lines().approve(), script, () -> scene.pay(ordered, pay));
        assertHeard(script, "9001", heard);
        scene.afterwards().add(() -> {
            var money = scene.acquirer().ledger().of(ordered.transaction());
            assertTrue(script.mayAct(!money.isEmpty()), () -> script + ": " + money);
            assertEquals(heard.body(), scene.pay(ordered, pay).body(), script::toString);
            if (heard.code().equals("0000")) return true;
            var again = scene.shop().ordered(number, "20260401120001");
            var paid = scene.pay(again, scene.shop().authentication(scene.acquirer(), again));
            assertEquals("0000", paid.code(), () -> "another attempt after " + script);
            return true;
        });
    }

    private void cancel(Scene scene, Scripts script) throws Exception {
        var ordered = scene.shop().ordered();
        assertEquals(
                "0000",
                scene.pay(ordered, scene.shop().authentication(scene.acquirer(), ordered))
                        .code());
        var cancel = scene.shop().cancel(ordered.transaction(), "변심");
        var heard = under(scene.lines().cancel(), script, () -> scene.shop().send("cancel", cancel));
        assertHeard(script, "9001", heard);
        scene.afterwards().add(() -> {
            var again =
                    scene.books().cancelled(ordered.transaction(), scene.shop().send("cancel", cancel));
            assertEquals("0000", again.code(), script::toString);
            if (heard.code().equals("0000")) assertEquals(heard.body(), again.body(), script::toString);
            return true;
        });
    }

    /** The answer to an approval is lost, and then the question what became of it meets the script, at least once. */
    private void inquire(Scene scene, Scripts script) throws Exception {
        var ordered = scene.shop().ordered();
        var pay = scene.shop().authentication(scene.acquirer(), ordered);
        var strike = scene.lines().inquiry().fault(script.fault());
        scene.acquirer().fault(Map.of("on", "approve", "kind", "drop-after", "order", ordered.transaction()));
        assertEquals("9001", scene.pay(ordered, pay).code(), script::toString);
        strike.await();
        strike.heal();
        scene.afterwards().add(() -> {
            var money = scene.acquirer().ledger().of(ordered.transaction());
            assertEquals(1, money.size(), script::toString);
            assertTrue(!money.getFirst().stands(), script::toString);
            assertEquals("9001", scene.pay(ordered, pay).code(), script::toString);
            return true;
        });
    }

    private static Reply under(FaultyLine line, Scripts script, Callable<Reply> call) throws Exception {
        if (script.fault().kind() == Kind.REFUSE) line.hangUp();
        var strike = line.fault(script.fault());
        var heard = call.call();
        strike.await();
        strike.heal();
        return heard;
    }

    private static void assertHeard(Scripts script, String unknown, Reply heard) {
        assertTrue(List.of("0000", unknown).contains(heard.code()), () -> script + ": " + heard);
        assertTrue(script.mayAnswer(heard.code().equals("0000")), () -> script + ": " + heard);
    }
}
