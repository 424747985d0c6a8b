package gyeolje.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered below the level of the protocol (merchant API, section 2), asked over bare sockets. */
final class BelowTheProtocolTest {
    private static final String ORDER = Requests.path("tester", "order");
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

    private static RawHttp.Reply answer(byte[] request) throws IOException {
        return RawHttp.exchange(scene.gateway.port(), request);
    }

    private static byte[] goodBody() {
        return Requests.order("tester", "B-" + ORDERS.incrementAndGet(), "1004")
                .toString()
                .getBytes(UTF_8);
    }

    private static byte[] padded(byte[] json, int size) {
        var body = new byte[size];
        java.util.Arrays.fill(body, (byte) ' ');
        System.arraycopy(json, 0, body, 0, json.length);
        return body;
    }

    @AfterEach
    void the_next_good_request_succeeds() throws IOException {
        answer(Requests.post(ORDER, Requests.JSON, goodBody())).envelope(200, "0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/favicon.ico",
                "/metrics",
                "/health/ready",
                "/ep/api/kakao/tester/refund",
                "/ep/api/kakao/tester/order/",
                "/ep/api/kakao//order",
                "//ep/api/kakao/tester/order",
                "/ep/api/kakao/other/../tester/order",
                "/ep/api/kakao/%2e%2e/order",
                "/ep/api/kakao/tester%2Forder",
                "/ep/api/kakao/tester/order;jsessionid=1",
                "/EP/API/KAKAO/tester/order",
                "/ep/api/kakao/%00/order",
                "/ep/api/kakao/%0d%0aX:y/order"
            })
    void an_unknown_path_is_404(String path) throws IOException {
        answer(Requests.post(path, Requests.JSON, goodBody())).envelope(404, "6003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "post", "PROPFIND"})
    void another_method_is_405_and_says_which_is_allowed(String method) throws IOException {
        var reply = RawHttp.exchange(
                scene.gateway.port(), method + " " + ORDER + " HTTP/1.1\r\nHost: gateway\r\nX-Echo: canary\r\n\r\n");
        reply.envelope(405, "6003");
        assertEquals("POST", reply.headers().get("allow"));
        assertEquals(false, reply.body().contains("canary"));
    }

    @Test
    void a_head_request_gets_the_headers_only() throws IOException {
        try (var http = new RawHttp(scene.gateway.port())) {
            http.send("HEAD " + ORDER + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n");
            var heard = http.everything();
            assertTrue(heard.startsWith("HTTP/1.1 405 "), heard);
            assertTrue(heard.endsWith("\r\n\r\n"), heard);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: text/plain\r\n",
                "Content-Type: text/json\r\n",
                "Content-Type: application/xml\r\n",
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "Content-Type: multipart/form-data; boundary=x\r\n",
                "Content-Type: application/jsonp\r\n",
                "Content-Type: application/problem+json\r\n",
                "Content-Type: application/json; charset=euc-kr\r\n",
                "Content-Type: application/json; charset=utf-16\r\n",
                "Content-Type: application/json, text/plain\r\n",
                "Content-Type: application/json\r\nContent-Type: text/plain\r\n",
                "Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
                "Content-Type: application/json\r\nContent-Encoding: br\r\n",
                "Content-Type: application/json\r\nContent-Encoding: identity\r\nContent-Encoding: gzip\r\n"
            })
    void another_media_type_or_a_content_encoding_is_415(String headers) throws IOException {
        answer(Requests.post(ORDER, headers, goodBody())).envelope(415, "6003");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json\r\n",
                "content-type:application/json\r\n",
                "Content-Type: application/json;charset=utf-8\r\n",
                "Content-Type: APPLICATION/JSON; Charset=\"UTF-8\"\r\n",
                "Content-Type: application/json ; charset = utf8\r\n",
                "Content-Type: application/json;\r\n",
                "Content-Type: application/json\r\nContent-Encoding: identity\r\n",
                "Content-Type: application/json\r\nX-HTTP-Method-Override: DELETE\r\n"
            })
    void json_in_utf8_may_be_announced_in_several_ways(String headers) throws IOException {
        answer(Requests.post(ORDER, headers, goodBody())).envelope(200, "0000");
    }

    @Test
    void a_query_says_nothing() throws IOException {
        answer(Requests.post(ORDER + "?amount=1&merchantId=other", Requests.JSON, goodBody()))
                .envelope(200, "0000");
    }

    @ParameterizedTest
    @CsvSource({"order, 65536", "cancel, 65536", "pay, 262144"})
    void a_body_may_be_as_large_as_its_bound_and_no_byte_larger(String operation, int most) throws IOException {
        var path = Requests.path("tester", operation);
        answer(Requests.post(path, Requests.JSON, padded("{}".getBytes(UTF_8), most)))
                .envelope(200, "6001");
        answer(Requests.post(path, Requests.JSON, padded("{}".getBytes(UTF_8), most + 1)))
                .envelope(413, "6003");
        answer(chunked(path, padded("{}".getBytes(UTF_8), most))).envelope(200, "6001");
        answer(chunked(path, padded("{}".getBytes(UTF_8), most + 1))).envelope(413, "6003");
    }

    @Test
    void a_body_far_too_large_is_refused_while_it_still_comes() throws IOException {
        answer(Requests.post(ORDER, Requests.JSON, padded(goodBody(), 4 << 20))).envelope(413, "6003");
        answer(chunked(ORDER, padded(goodBody(), 4 << 20))).envelope(413, "6003");
    }

    @Test
    void a_body_is_refused_by_its_announcement_alone() throws IOException {
        try (var http = new RawHttp(scene.gateway.port())) {
            http.send("POST " + ORDER + " HTTP/1.1\r\nHost: g\r\n" + Requests.JSON
                    + "Content-Length: 10000000000\r\n\r\n{");
            var reply = http.receive().envelope(413, "6003");
            assertTrue(reply.closes());
            assertTrue(http.isClosed());
        }
    }

    private static byte[] chunked(String path, byte[] body) {
        var request = new java.io.ByteArrayOutputStream();
        request.writeBytes(
                ("POST " + path + " HTTP/1.1\r\nHost: g\r\n" + Requests.JSON + "Transfer-Encoding: chunked\r\n\r\n")
                        .getBytes(UTF_8));
        for (int from = 0; from < body.length; from += 10_000) {
            int length = Math.min(10_000, body.length - from);
            request.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(UTF_8));
            request.write(body, from, length);
            request.writeBytes("\r\n".getBytes(UTF_8));
        }
        request.writeBytes("0\r\n\r\n".getBytes(UTF_8));
        return request.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{} {}",
                "{\"amount\":\"1004\",\"\\u0061mount\":\"1\"}",
                "\uFEFF{}",
                "{\"a\":[[[["
            })
    void a_body_that_is_no_json_object_is_400(String body) throws IOException {
        answer(Requests.post(ORDER, Requests.JSON, body.getBytes(UTF_8))).envelope(400, "6003");
    }

    @Test
    void a_body_in_another_encoding_is_400() throws IOException {
        var order = Requests.order("tester", "B-0", "1004").toString();
        for (var charset : new String[] {"UTF-16", "UTF-32", "x-windows-949"})
            answer(Requests.post(ORDER, Requests.JSON, order.getBytes(Charset.forName(charset))))
                    .envelope(400, "6003");
    }

    @Test
    void as_many_tiny_keys_as_fit_are_400() throws IOException {
        var keys = new StringBuilder("{\"0\":\"\"");
        for (int i = 1; keys.length() < 250_000; i++)
            keys.append(",\"").append(i).append("\":\"\"");
        answer(Requests.post(
                        Requests.path("tester", "pay"),
                        Requests.JSON,
                        keys.append('}').toString().getBytes(UTF_8)))
                .envelope(400, "6003");
    }

    @Test
    void korean_is_answered_in_utf8() throws IOException {
        var reply = answer(Requests.post(ORDER, Requests.JSON, "{}".getBytes(UTF_8)))
                .envelope(200, "6001");
        assertEquals(
                "orderNumber은 필수입니다.",
                Transcript.json(reply.body()).path("responseMsg").asText());
        assertEquals("no-store", reply.headers().get("cache-control"));
    }
}
