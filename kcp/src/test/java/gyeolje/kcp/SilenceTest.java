package gyeolje.kcp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gyeolje.core.payment.Acquirer.Finding;
import gyeolje.core.payment.Acquirer.Registering;
import gyeolje.core.payment.Doubt.Trace;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the acquirer's end does after a request may have arrived is a doubt, within the deadline; it is never asked twice. */
final class SilenceTest {
    private static final byte[] OK = "HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1);
    private static final byte[] JSON = "Content-Type: application/json\r\n".getBytes(ISO_8859_1);

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("reset once the request is in", "NO_ANSWER", "CANCEL_UNANSWERED", (_, s) -> StubKcp.reset(s)),
                fault("closed without a word", "NO_ANSWER", "CANCEL_UNANSWERED", (_, s) -> s.close()),
                fault(
                        "no answer at all",
                        "NO_ANSWER",
                        "CANCEL_UNANSWERED",
                        (_, s) -> s.getInputStream().read()),
                fault("not HTTP", "NO_ANSWER", "CANCEL_UNANSWERED", (_, s) -> {
                    StubKcp.write(s, "\0\1\2 nonsense\r\n\r\n".getBytes(ISO_8859_1));
                    s.close();
                }),
                fault("cut off in the body", "NO_ANSWER", "CANCEL_UNANSWERED", (_, s) -> {
                    StubKcp.write(s, StubKcp.head(200, "application/json", 500), "{\"res_cd\":".getBytes(UTF_8));
                    s.close();
                }),
                fault("cut off in a body that ends with the connection", "UNREADABLE", "UNREADABLE", (_, s) -> {
                    StubKcp.write(s, OK, JSON, "\r\n{\"res_cd\":\"0000\",".getBytes(UTF_8));
                    s.close();
                }),
                fault("a byte now and then", "NO_ANSWER", "CANCEL_UNANSWERED", (_, s) -> {
                    StubKcp.write(s, StubKcp.head(200, "application/json", 100_000));
                    while (true) {
                        StubKcp.write(s, " ".getBytes(UTF_8));
                        Thread.sleep(20);
                    }
                }),
                fault(
                        "longer than anybody needs",
                        "UNREADABLE",
                        "UNREADABLE",
                        (_, s) -> StubKcp.write(s, StubKcp.head(200, "application/json", 70_000), new byte[70_000])),
                fault("without end", "UNREADABLE", "UNREADABLE", (_, s) -> {
                    StubKcp.write(s, OK, JSON, "Transfer-Encoding: chunked\r\n\r\n".getBytes(ISO_8859_1));
                    while (true) StubKcp.write(s, ("1000\r\n" + " ".repeat(4096) + "\r\n").getBytes(UTF_8));
                }),
                fault("endless headers", "NO_ANSWER", "CANCEL_UNANSWERED", (_, s) -> {
                    StubKcp.write(s, OK);
                    while (true) StubKcp.write(s, ("X-More: " + "x".repeat(1000) + "\r\n").getBytes(UTF_8));
                }),
                fault(
                        "sent elsewhere",
                        "UPSTREAM_FAULT",
                        "UPSTREAM_FAULT",
                        (heard, s) -> StubKcp.write(
                                s,
                                ("HTTP/1.1 302 Found\r\nLocation: " + heard.path() + "/\r\nContent-Length: 0\r\n\r\n")
                                        .getBytes(ISO_8859_1))),
                fault(
                        "a page about a fault",
                        "UPSTREAM_FAULT",
                        "UPSTREAM_FAULT",
                        StubKcp.answering(500, "text/html", "<html>Internal Server Error</html>".getBytes(UTF_8))),
                fault(
                        "a gateway's timeout",
                        "UPSTREAM_FAULT",
                        "UPSTREAM_FAULT",
                        StubKcp.answering(504, "application/json", "{\"res_cd\":\"0000\"}".getBytes(UTF_8))),
                fault("nothing in the body", "UNREADABLE", "UNREADABLE", StubKcp.answering("")));
    }

    private static Arguments fault(String name, String approval, String cancel, StubKcp.Play play) {
        return Arguments.of(name, approval, cancel, play);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void is_a_doubt_for_an_approval_and_for_a_cancel(String name, String approval, String cancel, StubKcp.Play play)
            throws IOException {
        try (var server = new StubKcp(play);
                var scene = Scene.impatient(server.port())) {
            assertEquals(approval + " ?", Told.of(scene.kcp().approve(Scene.order(), Scene.AUTHENTICATION)), name);
            assertEquals(cancel, Told.of(scene.kcp().cancel(Scene.order(), Scene.TNO, "고객 변심")), name);
            assertEquals(2, server.heard().size(), "each was asked exactly once");
            assertEquals(List.of("approve in_doubt", "cancel in_doubt"), scene.measured());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void finds_nothing_and_registers_nothing(String name, String approval, String cancel, StubKcp.Play play)
            throws IOException {
        try (var server = new StubKcp(play);
                var scene = Scene.impatient(server.port())) {
            var trace = new Trace.Known(Scene.TNO);
            assertInstanceOf(Finding.Unanswered.class, scene.kcp().inquire(Scene.order(), trace), name);
            assertInstanceOf(Registering.Unreachable.class, scene.kcp().register(Scene.order()), name);
        }
    }

    @Test
    void an_answer_that_comes_in_pieces_before_the_deadline_is_an_answer() throws IOException {
        var body = "{\"res_cd\":\"CC10\",\"res_msg\":\"잔액부족\"}".getBytes(UTF_8);
        try (var server = new StubKcp((_, socket) -> {
                    StubKcp.write(socket, StubKcp.head(200, "application/json", body.length));
                    for (byte one : body) StubKcp.write(socket, new byte[] {one});
                });
                var scene = Scene.at(server.port())) {
            assertEquals("declined CC10 잔액부족", Told.of(scene.kcp().approve(Scene.order(), Scene.AUTHENTICATION)));
        }
    }
}
