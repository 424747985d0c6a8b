package gyeolje.proof.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import gyeolje.proof.world.Place;
import gyeolje.proof.world.RawHttp;
import gyeolje.proof.world.Served;
import gyeolje.proof.world.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Clients that take their time, many at once, while a good one is served (rows A23 to A26). The bounds are short to keep the tests so. */
@TestInstance(PER_CLASS)
abstract class PatienceContract {
    private static final int MOST = 300;
    private static final Map<String, String> BOUNDS = Map.of(
            "GYEOLJE_HTTP_READ_TIMEOUT", "2s",
            "GYEOLJE_HTTP_WRITE_TIMEOUT", "2s",
            "GYEOLJE_HTTP_IDLE_TIMEOUT", "30s",
            "GYEOLJE_HTTP_CONNECTIONS", Integer.toString(MOST));
    private static final String HEAD =
            "POST /ep/api/kakao/tester/order HTTP/1.1\r\nHost: g\r\nContent-Type: application/json\r\n";

    private Served served;
    private Shop shop;

    abstract Place place(Path folder) throws Exception;

    @BeforeAll
    void begin(@TempDir Path folder) throws Exception {
        served = new Served(folder, place(folder), BOUNDS);
        shop = served.tester();
    }

    @AfterAll
    void end() {
        served.close();
    }

    private List<RawHttp> open(int count, String beginning) throws IOException {
        var sockets = new ArrayList<RawHttp>();
        for (int i = 0; i < count; i++) sockets.add(new RawHttp(shop.port()).send(beginning));
        return sockets;
    }

    private static void close(List<RawHttp> sockets) throws IOException {
        for (var socket : sockets) socket.close();
    }

    /** Sends an octet after another for much longer than the bound, and orders in between. */
    private void drip(List<RawHttp> sockets, String octet) throws Exception {
        for (int i = 0; i < 15; i++) {
            for (var socket : sockets) socket.send(octet);
            shop.ordered();
            Thread.sleep(200);
        }
    }

    @Test
    void a23_headsThatNeverEndHear408() throws Exception {
        var slow = open(200, HEAD);
        drip(slow, "x");
        for (var socket : slow) {
            var heard = socket.hear();
            assertEquals("408 6003", heard.status() + " " + heard.code());
            assertTrue(socket.isClosed());
        }
        close(slow);
    }

    @Test
    void a24_bodiesThatNeverEndHear408() throws Exception {
        var slow = open(100, HEAD + "Content-Length: 5000\r\n\r\n{");
        slow.addAll(open(100, HEAD + "Transfer-Encoding: chunked\r\n\r\n1000\r\n{"));
        drip(slow, " ");
        for (var socket : slow) {
            var heard = socket.hear();
            assertEquals("408 6003", heard.status() + " " + heard.code());
            assertTrue(socket.isClosed());
        }
        close(slow);
    }

    @Test
    void a25_whoDoesNotTakeItsAnswersIsCutOff() throws Exception {
        var request = (HEAD + "Content-Length: 2\r\n\r\n{}").repeat(1000);
        try (var http = new RawHttp(shop.port(), 1024)) {
            var sending = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 1000; i++) http.send(request);
            });
            shop.ordered();
            assertTrue(sending.join(java.time.Duration.ofSeconds(60)), "it still sends, and nobody cuts it off");
            shop.ordered();
        }
    }

    @Test
    void a26_whoSaysNothingMakesRoomForWhoDoes() throws Exception {
        try (var good = new RawHttp(shop.port())) {
            order(good);
            var idle = open(MOST + 100, "");
            order(good);
            for (int i = 0; i < 20; i++) {
                try (var fresh = new RawHttp(shop.port())) {
                    order(fresh);
                }
            }
            for (var socket : idle) assertTrue(socket.isClosed());
            close(idle);
        }
    }

    private void order(RawHttp http) throws IOException {
        var body = shop.order(Shop.newNumber()).bytes();
        http.send(HEAD + "Content-Length: " + body.length + "\r\n\r\n").send(body);
        assertEquals("0000", http.hear().code());
    }
}
