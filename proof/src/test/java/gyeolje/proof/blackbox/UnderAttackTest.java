package gyeolje.proof.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.world.Place;
import gyeolje.proof.world.RawHttp;
import gyeolje.proof.world.Served;
import gyeolje.proof.world.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A merchant that behaves, measured in quiet and attacked rounds by turns: sockets that send a head octet by octet, idle connections, and guessed
 * signatures. The tests of every build attack with fewer; `-Dgyeolje.attack.idle=10000` is the whole attack, whose figures are printed.
 */
final class UnderAttackTest {
    private static final int SLOW = 500;
    private static final int IDLE = Integer.getInteger("gyeolje.attack.idle", 500);
    private static final int ROUNDS = Integer.getInteger("gyeolje.attack.rounds", 1);
    private static final int ORDERS = 300;
    private static final String HEAD =
            "POST /ep/api/kakao/tester/order HTTP/1.1\r\nHost: g\r\nContent-Type: application/json\r\n";

    @TempDir
    private Path folder = Path.of("");

    private final List<RawHttp> sockets = new ArrayList<>();

    @Test
    void a_good_merchant_is_served_while_others_attack() throws Exception {
        var cap = Map.of("GYEOLJE_HTTP_CONNECTIONS", Integer.toString(Math.min(IDLE + SLOW, 9_000)));
        try (var served = new Served(folder, Place.sqlite(folder), cap)) {
            var shop = served.tester();
            orders(shop, 2 * ORDERS);
            long[] quiet = {};
            long[] attacked = {};
            for (int round = 0; round < ROUNDS; round++) {
                quiet = joined(quiet, orders(shop, ORDERS));
                attacked = joined(attacked, underAttack(shop));
            }
            System.getLogger("attack")
                    .log(
                            System.Logger.Level.INFO,
                            "p50 and p99 in ms: quiet {0} {1}, attacked {2} {3}",
                            at(quiet, 0.5),
                            at(quiet, 0.99),
                            at(attacked, 0.5),
                            at(attacked, 0.99));
        }
    }

    private static long[] joined(long[] some, long[] more) {
        var all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static double at(long[] nanos, double quantile) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) (quantile * (sorted.length - 1))] / 1e6;
    }

    private long[] underAttack(Shop shop) throws Exception {
        for (int i = 0; i < SLOW; i++) sockets.add(new RawHttp(shop.port()).send(HEAD));
        for (int i = 0; i < IDLE; i++) sockets.add(new RawHttp(shop.port()));
        var over = new AtomicBoolean();
        var guessed = new AtomicInteger();
        var attackers = List.of(
                Thread.ofVirtual().start(() -> drip(over)), Thread.ofVirtual().start(() -> guess(shop, over, guessed)));
        try {
            return orders(shop, ORDERS);
        } finally {
            over.set(true);
            for (var attacker : attackers) attacker.join();
            for (var socket : sockets) socket.close();
            sockets.clear();
            assertTrue(guessed.get() > 0, "the flood flowed");
        }
    }

    private void drip(AtomicBoolean over) {
        while (!over.get()) {
            for (int i = 0; i < SLOW; i++) sockets.get(i).send("x");
            pause(500);
        }
    }

    private static void guess(Shop shop, AtomicBoolean over, AtomicInteger guessed) {
        var body = shop.order("GUESS-1").with("signature", "0".repeat(64)).bytes();
        try (var http = new RawHttp(shop.port())) {
            while (!over.get()) {
                http.send(HEAD + "Content-Length: " + body.length + "\r\n\r\n").send(body);
                if (!http.hear().code().equals("0000")) guessed.incrementAndGet();
                pause(10);
            }
        } catch (IOException e) {
            throw new AssertionError("the flood ended", e);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long each took, on a connection that is kept. */
    private static long[] orders(Shop shop, int count) throws IOException {
        var took = new long[count];
        try (var http = new RawHttp(shop.port())) {
            for (int i = 0; i < count; i++) {
                var body = shop.order(Shop.newNumber()).bytes();
                long start = System.nanoTime();
                http.send(HEAD + "Content-Length: " + body.length + "\r\n\r\n").send(body);
                assertEquals("0000", http.hear().code());
                took[i] = System.nanoTime() - start;
            }
        }
        return took;
    }
}
