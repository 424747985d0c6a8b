package gyeolje.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.MissingNode;
import gyeolje.gateway.flow.Listening;
import gyeolje.gateway.settings.SettingsException;
import io.vertx.core.impl.ContextImpl;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The merchants' port when the gateway ends TLS itself (row A29). */
final class TlsTest {
    private static final String HTTP = "tls: {certificate: tls.pem, key: tls-key.pem}, read-timeout: 2s";
    private static final AtomicInteger ORDERS = new AtomicInteger();

    @TempDir
    private static Path folder = Path.of("");

    private static TlsPair rsa;
    private static TlsPair ec;
    private static TlsClient client;
    private static Scene scene;

    @BeforeAll
    static void start() throws Exception {
        rsa = TlsPair.make(folder, "first", 400, "RSA", "-keysize", "2048");
        ec = TlsPair.make(folder, "second", 400, "EC", "-groupname", "secp256r1");
        client = new TlsClient(rsa.x509(), ec.x509());
        rsa.writeTo(folder);
        scene = new Scene(folder, "http://127.0.0.1:9", MissingNode.getInstance(), HTTP);
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    private static byte[] good() {
        return Requests.post(
                Requests.path("tester", "order"), Requests.order("tester", "T-" + ORDERS.incrementAndGet(), "1004"));
    }

    private static String heard(SSLSocket socket, byte[] request) throws Exception {
        socket.getOutputStream().write(request);
        var heard = new ByteArrayOutputStream();
        while (!heard.toString(UTF_8).endsWith("}")) {
            int octet = socket.getInputStream().read();
            if (octet < 0) break;
            heard.write(octet);
        }
        return heard.toString(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void both_versions_are_spoken(String version) throws Exception {
        try (var socket = client.connect(scene.gateway.port(), version)) {
            assertEquals(version, socket.getSession().getProtocol());
            var heard = heard(socket, good());
            assertTrue(heard.startsWith("HTTP/1.1 200 ") && heard.contains("\"0000\""), heard);
        }
    }

    /** The client's first message, as RFC 5246 lays it out, without any extension. */
    private static byte[] hello(int version, int... ciphers) {
        var body = ByteBuffer.allocate(2 + 32 + 1 + 2 + 2 * ciphers.length + 2);
        body.putShort((short) version).put(new byte[32]).put((byte) 0).putShort((short) (2 * ciphers.length));
        for (int cipher : ciphers) body.putShort((short) cipher);
        body.put((byte) 1).put((byte) 0);
        int length = body.capacity();
        var record = ByteBuffer.allocate(9 + length).put((byte) 22).putShort((short) 0x0301);
        record.putShort((short) (4 + length)).put((byte) 1).put((byte) 0).putShort((short) length);
        return record.put(body.array()).array();
    }

    /** ECDHE-RSA-AES128-SHA, ECDHE-RSA-AES128-GCM; RC4-SHA; DES-CBC3-SHA; AES128-SHA, AES128-GCM; NULL-SHA. */
    @ParameterizedTest
    @CsvSource({
        "0300, c013 c02f",
        "0301, c013 c02f",
        "0302, c013 c02f",
        "0303, 0005",
        "0303, 000a",
        "0303, 002f 009c",
        "0303, 0002",
        "0303, c013"
    })
    void old_versions_and_weak_ciphers_end_in_an_alert(String version, String ciphers) throws Exception {
        var suites = java.util.Arrays.stream(ciphers.split(" ", -1))
                .mapToInt(suite -> Integer.parseInt(suite, 16))
                .toArray();
        var answer = TlsClient.answered(scene.gateway.port(), hello(Integer.parseInt(version, 16), suites));
        assertTrue(answer.length == 0 || answer[0] == 21, "no handshake goes on");
        assertTrue(answer.length < 20);
    }

    @Test
    void plain_http_hears_nothing_and_no_redirection() throws Exception {
        var answer = new String(TlsClient.answered(scene.gateway.port(), good()), UTF_8);
        assertFalse(answer.contains("HTTP"), answer);
    }

    @Test
    void who_does_not_finish_the_handshake_is_cut_off() throws Exception {
        assertEquals(0, TlsClient.answered(scene.gateway.port(), new byte[] {22}).length);
    }

    private static HttpResponse<String> over2(HttpClient http, String path, String type, String body) throws Exception {
        return http.sendAsync(request(path, type, body), BodyHandlers.ofString())
                .get();
    }

    private static HttpRequest request(String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + scene.gateway.port() + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    @Test
    void http2_hears_the_same_answers() throws Exception {
        var json = "application/json";
        var order = Requests.path("tester", "order");
        try (var http = HttpClient.newBuilder()
                .sslContext(client.context())
                .version(HttpClient.Version.HTTP_2)
                .build()) {
            var good = over2(
                    http, order, json, Requests.order("tester", "H2-0", "1004").toString());
            assertEquals(HttpClient.Version.HTTP_2, good.version());
            assertEquals(
                    "nosniff",
                    good.headers().firstValue("x-content-type-options").orElse(""));
            assertTrue(good.body().contains("\"0000\""), good.body());
            assertEquals(404, over2(http, "/nowhere", json, "{}").statusCode());
            assertEquals(415, over2(http, order, "text/plain", "{}").statusCode());
            assertEquals(400, over2(http, order, json, "{").statusCode());
            assertEquals(413, over2(http, order, json, " ".repeat(300_000)).statusCode());
            assertTrue(over2(http, Requests.path("nobody", "order"), json, "{}")
                    .body()
                    .contains("\"1001\""));
            var many = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (int i = 1; i <= 100; i++)
                many.add(http.sendAsync(
                        request(
                                order,
                                json,
                                Requests.order("tester", "H2-" + i, "10" + (100 + i))
                                        .toString()),
                        BodyHandlers.ofString()));
            for (int i = 1; i <= 100; i++)
                assertTrue(many.get(i - 1).get().body().contains("\"good_mny\":\"10" + (100 + i) + "\""));
        }
    }

    @Test
    void streams_that_are_opened_and_reset_over_and_over_end_the_connection() throws Exception {
        try (var http2 = new RawHttp2(client.http2(scene.gateway.port()))) {
            for (int i = 0; i < 2000 && http2.isOpen(); i++) {
                http2.request(2 * i + 1, Requests.path("tester", "order"), List.of());
                http2.reset(2 * i + 1);
            }
            assertTrue(http2.endsWith(RawHttp2.ENHANCE_YOUR_CALM));
        }
    }

    @Test
    void a_stream_that_is_reset_while_its_merchant_is_looked_up_is_nobodys_error() throws Exception {
        try (var log = Listening.to(ContextImpl.class);
                var http2 = new RawHttp2(client.http2(scene.gateway.port()))) {
            for (int i = 0; i < 150; i++) {
                http2.request(2 * i + 1, Requests.path("nobody-" + i, "order"), List.of());
                http2.reset(2 * i + 1);
            }
            http2.refused();
            assertEquals(List.of(), log.heard("ERROR"));
        }
    }

    @Test
    void more_streams_at_once_than_allowed_are_refused() throws Exception {
        try (var http2 = new RawHttp2(client.http2(scene.gateway.port()))) {
            for (int i = 0; i < 200; i++) http2.request(2 * i + 1, Requests.path("tester", "order"), List.of());
            assertTrue(http2.refused() >= 200 - 128, "streams refused: " + http2.refused());
        }
    }

    @Test
    void headers_too_large_are_431_on_http2_as_well_and_the_connection_stays() throws Exception {
        try (var http2 = new RawHttp2(client.http2(scene.gateway.port()))) {
            var path = Requests.path("tester", "order");
            http2.request(1, path, List.of("y".repeat(10_000), "y".repeat(10_000)));
            isEnvelope431(http2.heard(1));
            http2.request(3, path, Collections.nCopies(6, "y".repeat(10_000)));
            isEnvelope431(http2.heard(3));
            http2.request(5, path, Collections.nCopies(101, "y"));
            isEnvelope431(http2.heard(5));
            http2.request(7, "/" + "y".repeat(17_000), List.of());
            isEnvelope431(http2.heard(7));
            http2.request(9, "/nowhere", List.of("y".repeat(4_000), "y".repeat(4_000)));
            assertTrue(http2.heard(9).startsWith("404 {"), "the next request");
        }
    }

    private static void isEnvelope431(String heard) {
        assertTrue(heard.startsWith("431 {\"responseCode\":\"6003\",\"responseMsg\":"), heard);
        assertTrue(heard.endsWith("\"}"), heard);
    }

    /** Their compression binds all requests of a connection, so that they have to be read whole or not at all. */
    @Test
    void headers_beyond_four_times_what_may_be_are_431_without_a_body_or_end_the_connection() throws Exception {
        try (var http2 = new RawHttp2(client.http2(scene.gateway.port()))) {
            var path = Requests.path("tester", "order");
            http2.request(1, path, Collections.nCopies(7, "y".repeat(10_000)));
            assertEquals("431", http2.heard(1));
            http2.request(3, path, Collections.nCopies(9, "y".repeat(10_000)));
            assertEquals("the connection ends: 1", http2.heard(3));
        }
    }

    @Test
    void a_new_pair_is_shown_without_a_restart_and_a_bad_one_is_not() throws Exception {
        try (var old = client.connect(scene.gateway.port())) {
            assertEquals(rsa.x509(), TlsClient.shown(old));
            assertTrue(heard(old, good()).contains("\"0000\""));
            ec.writeTo(folder);
            isShownSoon(ec);
            assertTrue(heard(old, good()).contains("\"0000\""), "who is connected stays");
        }
        Files.writeString(folder.resolve("tls.pem"), rsa.certificate());
        Thread.sleep(3000);
        isShownSoon(ec);
        Files.writeString(folder.resolve("tls.pem"), "no certificate");
        Thread.sleep(3000);
        isShownSoon(ec);
        rsa.writeTo(folder);
        isShownSoon(rsa);
    }

    private static void isShownSoon(TlsPair pair) throws Exception {
        for (int i = 0; i < 200; i++) {
            try (var socket = client.connect(scene.gateway.port())) {
                if (TlsClient.shown(socket).equals(pair.x509())) return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the pair is not shown within 20 s");
    }

    @Test
    void a_pair_that_no_client_would_accept_stops_the_start(@TempDir Path other) throws Exception {
        var expired = TlsPair.make(other, "expired", 10, "EC", "-groupname", "secp256r1");
        refuses(other, "expired at 2026-03-11", expired.certificate(), expired.key());
        refuses(
                other,
                "not the key of",
                TlsPair.make(other, "another", 400, "EC").certificate(),
                ec.key());
        refuses(other, "http.tls", rsa.certificate(), ec.key());
        refuses(other, "http.tls", "nothing", ec.key());
        refuses(other, "http.tls", ec.certificate(), "nothing");
    }

    private static void refuses(Path other, String why, String certificate, String key) throws Exception {
        new TlsPair(certificate, key, ec.x509()).writeTo(other);
        var refused = assertThrows(
                SettingsException.class,
                () -> new Scene(other, "http://127.0.0.1:9", MissingNode.getInstance(), HTTP).close());
        var message = String.valueOf(refused.getMessage());
        assertTrue(message.contains(why), message);
        assertFalse(message.contains("\n"));
    }
}
