package gyeolje.proof.blackbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import gyeolje.proof.blackbox.TransportTable.Row;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.RawHttp;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Served;
import gyeolje.proof.world.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be wrong with a request before it is one, sent octet by octet to a gateway in its own process (rows A1 to A30, A64). */
@TestInstance(PER_CLASS)
abstract class TransportContract {
    private static final List<String> ROUTES = List.of(
            "/ep/api/kakao/tester/order",
            "/ep/api/kakao/tester/pay",
            "/ep/api/kakao/tester/cancel",
            "/v2/api/payment/tester/cancel2");
    private static final int MOST = 64 * 1024;
    private static final int MOST_OF_PAY = 256 * 1024;
    private static final Map<String, String> HASTE = Map.of(
            "GYEOLJE_HTTP_READ_TIMEOUT", "2s", "GYEOLJE_HTTP_WRITE_TIMEOUT", "2s", "GYEOLJE_HTTP_CONNECTIONS", "300");

    private Served served;
    private Shop shop;
    private Path log;

    abstract Place place(Path folder) throws Exception;

    @BeforeAll
    void begin(@TempDir Path folder) throws Exception {
        served = new Served(folder, place(folder), HASTE);
        shop = served.tester();
        log = folder.resolve("gateway.log");
    }

    @AfterAll
    void end() {
        served.close();
    }

    private RawHttp connect() throws Exception {
        return new RawHttp(shop.port());
    }

    private byte[] good(String number, String amount) {
        return post("/ep/api/kakao/tester/order", shop.order(number, amount, Shop.MADE_AT, "WP"));
    }

    private static byte[] post(String path, Body body) {
        return (head(path, "Content-Length: " + body.bytes().length) + new String(body.bytes(), ISO_8859_1))
                .getBytes(ISO_8859_1);
    }

    private static String head(String path, String length) {
        return "POST " + path + " HTTP/1.1\r\nHost: g\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n";
    }

    @TestFactory
    Stream<DynamicTest> theTable() {
        var tests = new ArrayList<DynamicTest>();
        for (var row : TransportTable.rows()) {
            for (var path : row.isForEachRoute() ? ROUTES : ROUTES.subList(0, 1)) {
                var route = path.substring(path.lastIndexOf('/'));
                tests.add(dynamicTest(row.title(route), () -> untouched(() -> check(row, path))));
            }
        }
        return tests.stream();
    }

    /** Nothing goes upstream, nothing is written, and the next good request succeeds. */
    private void untouched(Attempt attempt) throws Exception {
        var calls = served.acquirer().calls();
        var rows = served.place().dump();
        attempt.run();
        assertEquals(calls, served.acquirer().calls());
        assertEquals(rows, served.place().dump());
        shop.ordered();
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private void check(Row row, String path) throws Exception {
        try (var http = connect()) {
            http.send(row.octets(path));
            http.send(row.closes() ? good(Shop.newNumber(), Shop.AMOUNT) : new byte[0]);
            var heard = http.hear();
            assertAll(
                    () -> assertEquals(row.answer(), heard.status() + " " + heard.code()),
                    () -> hasTheHeaders(heard),
                    () -> assertEquals(
                            row.allows() ? "POST" : "", heard.headers().getOrDefault("allow", "")));
            if (row.closes()) {
                assertTrue("close".equals(heard.headers().get("connection")));
                assertTrue(http.isClosed(), "nothing behind it is read");
            }
        }
    }

    private static void hasTheHeaders(Reply heard) {
        assertFalse(heard.headers().containsKey("x-canary"));
        assertFalse(heard.headers().containsKey("access-control-allow-origin"));
        assertFalse(heard.body().contains("canary"));
    }

    @Test
    void a1_headAsksForHeadersAlone() throws Exception {
        untouched(() -> {
            try (var http = connect()) {
                http.send("HEAD " + ROUTES.getFirst() + " HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n");
                var heard = http.rest();
                assertTrue(heard.startsWith("HTTP/1.1 405 ") && heard.endsWith("\r\n\r\n"), heard);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a12_oneOctetMore() {
        return ROUTES.stream()
                .map(path -> dynamicTest(
                        path, () -> untouched(() -> isBounded(path, path.endsWith("pay") ? MOST_OF_PAY : MOST))));
    }

    private void isBounded(String path, int most) throws Exception {
        var body = "{}" + " ".repeat(most - 2);
        for (var length : List.of("Content-Length: " + most, "Transfer-Encoding: chunked")) {
            boolean chunked = length.startsWith("T");
            try (var http = connect()) {
                http.send(head(path, length) + (chunked ? inChunks(body) : body));
                assertEquals("6001", http.hear().code());
            }
            try (var http = connect()) {
                http.send(head(path, length.replace("" + most, "" + (most + 1)))
                        + (chunked ? inChunks(body + " ") : body + " "));
                assertEquals(413, http.hear().status());
                assertTrue(http.isClosed());
            }
        }
    }

    private static String inChunks(String body) {
        var chunks = new StringBuilder();
        for (int at = 0; at < body.length(); at += 10_000) {
            var chunk = body.substring(at, Math.min(body.length(), at + 10_000));
            chunks.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return chunks.append("0\r\n\r\n").toString();
    }

    @Test
    void a19_and_a20_whoAsksFirstAndSendsNoBodyHears408() throws Exception {
        untouched(() -> {
            try (var http = connect()) {
                http.send(head(ROUTES.getFirst(), "Expect: 100-continue\r\nContent-Length: 5000"));
                assertEquals(408, http.hear().status());
                http.send(good(Shop.newNumber(), Shop.AMOUNT));
                assertTrue(http.isClosed());
            }
        });
    }

    /** What looks like a request is the body that was announced, to the octet. */
    @Test
    void a20_aRequestInPlaceOfABodyIsTheBody() throws Exception {
        untouched(() -> {
            var smuggled = good(Shop.newNumber(), Shop.AMOUNT);
            try (var http = connect()) {
                http.send(head(ROUTES.getFirst(), "Expect: 100-continue\r\nContent-Length: " + smuggled.length));
                http.send(smuggled);
                assertEquals(400, http.hear().status());
                http.send("GET / HTTP/1.1\r\nHost: g\r\n\r\n");
                assertEquals(404, http.hear().status());
            }
        });
    }

    @Test
    void a27_aThousandRequestsAtOnceAreAnsweredInTheirOrder() throws Exception {
        var other = served.merchant("pipeliner");
        var sent = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < 1000; i++) {
            var whose = i % 2 == 0 ? shop : other;
            sent.writeBytes(post(
                    "/ep/api/kakao/" + whose.id() + "/order",
                    whose.order(Shop.newNumber(), Integer.toString(1000 + i), Shop.MADE_AT, "WP")));
        }
        try (var http = connect()) {
            var sending = Thread.ofVirtual().start(() -> http.send(sent.toByteArray()));
            for (int i = 0; i < 1000; i++) {
                var reply = http.hear();
                assertEquals("0000 " + (1000 + i), reply.code() + " " + reply.text("good_mny"));
            }
            sending.join();
        }
    }

    @Test
    void a30_whatTheQuerySaysIsNothing() throws Exception {
        try (var http = connect()) {
            var body = shop.order(Shop.newNumber(), "1004", Shop.MADE_AT, "WP");
            var reply = http.send(post("/ep/api/kakao/tester/order?amount=1&merchantId=other&amount=2", body))
                    .hear();
            assertEquals("0000 1004", reply.code() + " " + reply.text("good_mny"));
        }
    }

    @Test
    void a64_whoGuessesSignaturesIsThrottledAndTheMerchantIsNot() throws Exception {
        var order = shop.order(Shop.newNumber()).with("signature", "0".repeat(64));
        var calls = served.acquirer().calls();
        int heard2001 = 0;
        try (var http = connect()) {
            for (int i = 0; i < 1000; i++) {
                var heard = http.send(post(ROUTES.getFirst(), order)).hear();
                if (heard.status() == 200) {
                    assertEquals("2001", heard.code());
                    heard2001++;
                } else {
                    assertEquals("429 9001", heard.status() + " " + heard.code());
                    assertTrue(heard.headers().getOrDefault("retry-after", "").matches("[1-9][0-9]*"));
                }
                if (i % 100 == 0) shop.ordered();
            }
        }
        assertTrue(heard2001 >= 100 && heard2001 < 500, "guesses answered: " + heard2001);
        assertEquals(calls, served.acquirer().calls());
        assertTrue(served.metrics().contains("gyeolje_throttled_total{reason=\"signature\"} " + (1000.0 - heard2001)));
        var alarms = Files.readString(log)
                .lines()
                .filter(line -> line.contains("many bad signatures"))
                .toList();
        assertTrue(!alarms.isEmpty() && alarms.size() < 5, alarms::toString);
        assertTrue(alarms.getFirst().contains("tester") && alarms.getFirst().contains("127.0.0.1"));
    }
}
