package gyeolje.proof.crash;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gyeolje.proof.crash.Steps.Asked;
import gyeolje.proof.crash.Steps.Stage;
import gyeolje.proof.world.Books;
import gyeolje.proof.world.FaultyLine;
import gyeolje.proof.world.Lines;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A gateway is killed at each step of the corridor, once. */
abstract class StepsContract {
    @TempDir
    private Path folder = Path.of(".");

    abstract Place place(Path folder) throws Exception;

    private record Killed(Steps step, Asked asked) {}

    @Test
    void killedAtAnyStepItChargesOnceAndAnswersAsItDidOrWouldHave() throws Exception {
        try (var scene = Scene.set(folder, place(folder), settings -> settings.within("4s", "3s"))) {
            var killed = new ArrayList<Killed>();
            for (var step : Steps.all()) killed.add(new Killed(step, killAt(scene, step)));
            try (var gateway = scene.serve()) {
                var shop = scene.shop(gateway);
                Until.holds("every doubt is settled", () -> scene.place().open() == 0);
                var books = new Books();
                assertAll(killed.stream().map(one -> check(scene, shop, books, one)));
                assertEquals("0000", payAnew(scene, shop, books).code());
                books.agreeWith(scene.acquirer().ledger());
                scene.assertSound();
            }
        }
    }

    /** What the lines hold at that moment never arrives. */
    private static Asked killAt(Scene scene, Steps step) throws Exception {
        try (var gateway = scene.serve();
                var merchants = FaultyLine.to(gateway.port())) {
            var asked = step.play().until(new Stage(scene, scene.shop(gateway).at(merchants.port()), merchants));
            gateway.kill();
            merchants.cut();
            wellAgain(scene.lines());
            var heard = asked.answer().get(30, TimeUnit.SECONDS);
            assertFalse(
                    heard.filter(reply -> reply.code().equals("0000")).isPresent(),
                    () -> step.title() + ", and yet answered " + heard);
            return asked;
        }
    }

    private static void wellAgain(Lines lines) {
        for (var line : List.of(lines.register(), lines.approve(), lines.cancel(), lines.inquiry())) {
            line.cut();
            line.heal();
        }
    }

    private static Executable check(Scene scene, Shop shop, Books books, Killed killed) {
        var step = killed.step();
        var asked = killed.asked();
        return () -> {
            var reply = shop.send(asked.operation(), asked.request());
            assertEquals(step.answer(), reply.code(), step::title);
            if (asked.operation().equals("order")) {
                books.paid(reply.transaction(), shop.pay(scene.acquirer(), reply));
                return;
            }
            if (asked.operation().equals("pay")) books.paid(asked.transaction(), reply);
            else books.cancelled(asked.transaction(), reply);
            var money = scene.acquirer().ledger().of(asked.transaction()).stream()
                    .map(approval -> approval.stands() ? "stands" : "back")
                    .toList();
            assertEquals(step.money().equals("none") ? List.of() : List.of(step.money()), money, step::title);
        };
    }

    private static Reply payAnew(Scene scene, Shop shop, Books books) throws Exception {
        var ordered = shop.ordered();
        return books.paid(ordered.transaction(), shop.pay(scene.acquirer(), ordered));
    }
}
