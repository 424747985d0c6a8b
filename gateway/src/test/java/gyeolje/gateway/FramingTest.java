package gyeolje.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one request ends and the next begins, when somebody lies about it or takes their time. */
final class FramingTest {
    private static final String ORDER = Requests.path("tester", "order");
    private static final String START = "POST " + ORDER + " HTTP/1.1\r\n" + Requests.JSON;
    private static final AtomicInteger ORDERS = new AtomicInteger();

    @TempDir
    private static Path folder = Path.of("");

    private static Scene scene;

    @BeforeAll
    static void start() throws Exception {
        scene = new Scene(folder, "http://127.0.0.1:9", MissingNode.getInstance());
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    private static byte[] good() {
        return Requests.post(ORDER, Requests.order("tester", "F-" + ORDERS.incrementAndGet(), "1004"));
    }

    @AfterEach
    void the_next_good_request_succeeds() throws IOException {
        RawHttp.exchange(scene.gateway.port(), good()).envelope(200, "0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: g\r\nContent-Length: -2\r\n\r\n{}",
                "Host: g\r\nContent-Length: +2\r\n\r\n{}",
                "Host: g\r\nContent-Length: 2,2\r\n\r\n{}",
                "Host: g\r\nContent-Length: 0x2\r\n\r\n{}",
                "Host: g\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "Host: g\r\nTransfer-Encoding: chunked, identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Host: g\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Host: g\r\nTransfer-Encoding: xchunked\r\nContent-Length: 2\r\n\r\n{}",
                "Host: g\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Host: g\r\nX-Blank : a\r\nContent-Length: 2\r\n\r\n{}",
                "Host: g\r\nX-Nul: a\u0000b\r\nContent-Length: 2\r\n\r\n{}",
                "Host: g\r\nX-Lone: a\rb\r\nContent-Length: 2\r\n\r\n{}",
                "Host: g\r\nX-Folded: a\r\n b\r\nContent-Length: 2\r\n\r\n{}",
                "Host: g\r\nX-Folded: a\r\n\tb\r\n\r\n",
                "Host: g\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Host: g\nContent-Length: 2\r\n\r\n{}",
                "Content-Length: 2\r\n\r\n{}",
                "Host: g\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}"
            })
    void a_request_whose_end_is_not_certain_is_400_and_the_last_on_its_connection(String rest) throws IOException {
        try (var http = new RawHttp(scene.gateway.port())) {
            http.send(START + rest);
            http.send(good());
            assertTrue(http.receive().envelope(400, "6003").closes());
            assertTrue(http.isClosed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n", "zz\r\n{}\r\n0\r\n\r\n", "2\r\n{}XX0\r\n\r\n"})
    void chunks_that_are_none_are_400_and_end_the_connection(String chunks) throws IOException {
        try (var http = new RawHttp(scene.gateway.port())) {
            http.send(START + "Host: g\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
            http.send(good());
            assertTrue(http.receive().envelope(400, "6003").closes());
            assertTrue(http.isClosed());
        }
    }

    @Test
    void a_header_arrives_folded_in_any_pieces_and_is_400() throws IOException {
        var request = START + "Host: g\r\nX-Folded: a\r\n b\r\nContent-Length: 2\r\n\r\n{}";
        for (int cut = request.indexOf("X-"); cut < request.indexOf("b\r"); cut++) {
            try (var http = new RawHttp(scene.gateway.port())) {
                http.send(request.substring(0, cut));
                Thread.onSpinWait();
                http.send(request.substring(cut));
                assertTrue(http.receive().envelope(400, "6003").closes());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 1})
    void too_many_headers_or_too_long_ones_are_431(int fields) throws IOException {
        var headers = ("X-Many: " + "y".repeat(20_000 / fields) + "\r\n").repeat(fields);
        try (var http = new RawHttp(scene.gateway.port())) {
            http.send(START + headers + "Host: g\r\nContent-Length: 2\r\n\r\n{}");
            assertTrue(http.receive().envelope(431, "6003").closes());
            assertTrue(http.isClosed());
        }
    }

    @Test
    void a_little_more_than_a_hundred_small_headers_are_431() throws IOException {
        RawHttp.exchange(
                        scene.gateway.port(),
                        START + "Host: g\r\nContent-Length: 2\r\n" + "X-Many: y\r\n".repeat(98) + "\r\n{}")
                .envelope(431, "6003");
        RawHttp.exchange(
                        scene.gateway.port(),
                        START + "Host: g\r\nContent-Length: 2\r\n" + "X-Many: y\r\n".repeat(97) + "\r\n{}")
                .envelope(200, "6001");
    }

    @ParameterizedTest
    @CsvSource({
        "POST %s HTTP/9.9,              505",
        "POST %s HTTP/2.0,              505",
        "POST %s HTTP/1.2,              505",
        "POST %s ICAP/1.0,              505",
        "POST %s,                       400",
        "POST http://other.example%s HTTP/1.1, 400",
        "POST * HTTP/1.1,               400",
        "OPTIONS * HTTP/1.1,            405",
        "CONNECT other.example:443 HTTP/1.1, 405",
        "CONNECT %s HTTP/1.1,           405",
        "GET http://other.example%s HTTP/1.1, 405"
    })
    void another_protocol_or_a_target_that_is_no_path_is_refused(String line, int status) throws IOException {
        try (var http = new RawHttp(scene.gateway.port())) {
            http.send(line.formatted(ORDER) + "\r\n" + Requests.JSON + "Host: g\r\nContent-Length: 2\r\n\r\n{}");
            http.send(good());
            assertTrue(http.receive().envelope(status, "6003").closes());
            assertTrue(http.isClosed());
        }
    }

    @Test
    void requests_sent_at_once_are_answered_in_their_order() throws IOException {
        try (var http = new RawHttp(scene.gateway.port())) {
            for (int i = 0; i < 20; i++)
                http.send(Requests.post(ORDER, Requests.order("tester", "P-" + i, "10" + (10 + i))));
            for (int i = 0; i < 20; i++) {
                var reply = http.receive().envelope(200, "0000");
                assertEquals(
                        "10" + (10 + i),
                        Transcript.json(reply.body()).path("good_mny").asText());
            }
        }
    }

    @Test
    void a_client_that_asks_first_is_told_to_go_on() throws IOException {
        try (var http = new RawHttp(scene.gateway.port())) {
            http.send(START + "Host: g\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            assertEquals(100, http.receive().status());
            http.send("{}");
            http.receive().envelope(200, "6001");
            http.send(good());
            http.receive().envelope(200, "0000");
        }
    }

    @Test
    void a_client_that_asks_first_is_told_at_once_when_its_body_is_not_wanted() throws IOException {
        var ask = "Host: g\r\nExpect: 100-continue\r\nContent-Length: ";
        refusedUnread(START + ask + "70000\r\n\r\n", 413, "6003");
        refusedUnread("POST " + ORDER + " HTTP/1.1\r\n" + ask + "2\r\n\r\n", 415, "6003");
        refusedUnread(START.replace("tester", "nobody") + ask + "2\r\n\r\n", 200, "1001");
        refusedUnread(START + "Host: g\r\nExpect: a-miracle\r\nContent-Length: 2\r\n\r\n", 417, "6003");
    }

    /** What comes after the refusal is body to nobody and request to nobody. */
    private static void refusedUnread(String head, int status, String code) throws IOException {
        try (var http = new RawHttp(scene.gateway.port())) {
            http.send(head);
            assertTrue(http.receive().envelope(status, code).closes());
            http.send(good());
            assertTrue(http.isClosed());
        }
    }

    @Test
    void a_body_that_does_not_come_in_ten_seconds_is_408() throws IOException {
        var heads = new String[] {
            "Host: g\r\nContent-Length: 20\r\n\r\n",
            "Host: g\r\nContent-Length: 20\r\n\r\n{\"orderNu",
            "Host: g\r\nExpect: 100-continue\r\nContent-Length: 20\r\n\r\n",
            "Host: g\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
        };
        var slow = new ArrayList<RawHttp>();
        try {
            for (var head : heads) {
                var http = new RawHttp(scene.gateway.port());
                slow.add(http);
                http.send((START + head).getBytes(UTF_8));
            }
            assertEquals(100, slow.get(2).receive().status());
            for (var http : slow) {
                assertTrue(http.receive().envelope(408, "6003").closes());
                assertTrue(http.isClosed());
            }
        } finally {
            for (var http : slow) http.close();
        }
    }
}
