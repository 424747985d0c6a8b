package gyeolje.proof.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.Books;
import gyeolje.proof.world.Fault;
import gyeolje.proof.world.Fault.Kind;
import gyeolje.proof.world.Fault.Way;
import gyeolje.proof.world.FaultyLine;
import gyeolje.proof.world.GatewayProcess;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Secrets;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While nothing can be written, nothing new reaches the acquirer and every merchant hears 9001; when writing works again the same
 * process takes payments again, and what was under way ends where the answers say.
 */
final class UnwritableStoreTest {
    @TempDir
    private Path folder = Path.of(".");

    /** What makes a gateway's store unwritable. */
    private interface Trouble {
        void begin(GatewayProcess gateway) throws Exception;

        void end() throws Exception;
    }

    /** Where no small disk can be mounted the system calls say that there is no space. */
    @Test
    void aDiskThatFailsOrIsFullOrTakesTooLong() throws Exception {
        AtOnce.run(List.<Callable<Boolean>>of(
                () -> survives(made("failing"), (process, own) -> Tracer.failingSyncs(process, own)),
                () -> survives(made("slow"), (process, own) -> Tracer.slowSyncs(process, own, 8)),
                () -> SmallDisk.mayBeMounted()
                        ? survivesOnASmallDisk(made("small"))
                        : survives(made("full"), (process, own) -> Tracer.withoutSpace(process, own))));
    }

    @Test
    void aDatabaseServerThatIsGoneOrSaysNothing() throws Exception {
        var gone = Place.postgres();
        var silent = Place.postgres();
        AtOnce.run(List.<Callable<Boolean>>of(
                () -> survives(made("gone"), gone, Fault.of(Way.UP, Kind.REFUSE, 0)),
                () -> survives(made("silent"), silent, Fault.of(Way.DOWN, Kind.BLACKHOLE, 0))));
    }

    private Path made(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    @FunctionalInterface
    private interface Tracing {
        Tracer of(long process, Path own) throws Exception;
    }

    private static boolean survives(Path own, Tracing tracing) throws Exception {
        var place = Place.sqlite(own);
        return survives(own, place, place, new Traced(own, tracing));
    }

    private static boolean survivesOnASmallDisk(Path own) throws Exception {
        try (var disk = SmallDisk.mounted(Files.createDirectory(own.resolve("disk")))) {
            var place = Place.sqlite(own.resolve("disk"));
            return survives(own, place, place, new Trouble() {
                @Override
                public void begin(GatewayProcess gateway) throws Exception {
                    disk.fill();
                }

                @Override
                public void end() throws Exception {
                    disk.makeRoom();
                }
            });
        }
    }

    private static boolean survives(Path own, Place.Postgres place, Fault fault) throws Exception {
        try (var line = FaultyLine.to(place.port())) {
            return survives(own, place, place.through(line), new Trouble() {
                @Override
                public void begin(GatewayProcess gateway) {
                    line.fault(fault);
                }

                @Override
                public void end() {
                    line.heal();
                    line.cut();
                }
            });
        }
    }

    /** Trouble that a tracer makes. */
    private static final class Traced implements Trouble {
        private final Path own;
        private final Tracing tracing;
        private final List<Tracer> tracers = new ArrayList<>();

        Traced(Path own, Tracing tracing) {
            this.own = own;
            this.tracing = tracing;
        }

        @Override
        public void begin(GatewayProcess gateway) throws Exception {
            tracers.add(tracing.of(gateway.pid(), own));
        }

        @Override
        public void end() {
            tracers.forEach(Tracer::close);
        }
    }

    private static boolean survives(Path own, Place place, Place asTheGatewaySeesIt, Trouble trouble) throws Exception {
        try (var scene = Scene.set(
                        own, place, settings -> settings.in(asTheGatewaySeesIt).within("4s", "3s"));
                var gateway = scene.serve()) {
            survives(scene, gateway, trouble);
            scene.assertSound();
            Secrets.assertNoneIn("the log", scene.log());
            return true;
        }
    }

    private static void survives(Scene scene, GatewayProcess gateway, Trouble trouble) throws Exception {
        var shop = scene.shop(gateway);
        var acquirer = scene.acquirer();
        var books = new Books();
        var paid = shop.paid(acquirer, books).transaction();
        var cancel = shop.cancel(paid, "변심");
        var ordered = shop.ordered();
        var pay = shop.authentication(acquirer, ordered);
        var underWay = shop.ordered();
        var payUnderWay = shop.authentication(acquirer, underWay);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = scene.lines().approve().fault(Fault.hold(Way.DOWN).after(underWay.transaction()));
            var heard = threads.submit(() -> shop.send("pay", payUnderWay));
            held.await();
            trouble.begin(gateway);
            held.heal();
            var calls = acquirer.calls();
            var refused = AtOnce.run(List.<Callable<Reply>>of(
                    () -> shop.send("order", shop.order(Shop.newNumber())),
                    () -> shop.send("pay", pay),
                    () -> shop.send("cancel", cancel)));
            for (var reply : refused) assertEquals("503 9001", reply.status() + " " + reply.code());
            assertEquals(calls, acquirer.calls(), "nothing new reached the acquirer");
            assertEquals("9001", heard.get(60, TimeUnit.SECONDS).code());
            trouble.end();
        }
        Until.holds(
                "payments are taken again",
                () -> shop.send("order", shop.order(Shop.newNumber())).code().equals("0000"));
        shop.paid(acquirer, books);
        Until.holds("every doubt is settled", () -> scene.place().open() == 0);
        assertSettled(scene, shop, books, ordered, pay);
        assertSettled(scene, shop, books, underWay, payUnderWay);
        Until.holds(
                "the cancel works",
                () -> books.cancelled(paid, shop.send("cancel", cancel)).code().equals("0000"));
        books.agreeWith(acquirer.ledger());
    }

    /** It was unknown whether this was recorded; now the answer is one, and stays. */
    private static void assertSettled(Scene scene, Shop shop, Books books, Reply ordered, Body pay) throws Exception {
        var first = books.paid(ordered.transaction(), shop.send("pay", pay));
        assertTrue(Set.of("0000", "9001").contains(first.code()), first::toString);
        assertEquals(first.body(), shop.send("pay", pay).body());
        assertTrue(scene.acquirer().ledger().of(ordered.transaction()).size() <= 1);
    }
}
