package gyeolje.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the client says of a network that fails: surely nothing happened, or nobody knows. */
class BadNetworkTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    @Test
    void aRefusedConnectionSentNothing() throws Exception {
        int closed;
        try (ServerSocket free = ScriptedServer.plain()) {
            closed = free.getLocalPort();
        }
        GyeoljeClient client = Scene.client("http://127.0.0.1:" + closed).build();
        assertThrows(NotSentException.class, () -> client.pay(Scene.authentication()));
    }

    @Test
    void anUnknownHostSentNothing() {
        GyeoljeClient client = Scene.client("http://gateway.invalid").build();
        assertThrows(NotSentException.class, () -> client.pay(Scene.authentication()));
    }

    @Test
    void aServerThatDoesNotSpeakTlsWasSentNothing() throws Exception {
        try (ServerSocket plain = ScriptedServer.plain()) {
            Thread.ofVirtual().start(new FutureTask<>(() -> {
                try (Socket socket = plain.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 400 X\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                return true;
            }));
            GyeoljeClient client =
                    Scene.client("https://127.0.0.1:" + plain.getLocalPort()).build();
            assertThrows(NotSentException.class, () -> client.pay(Scene.authentication()));
        }
    }

    @Test
    void aTlsHandshakeThatNeverEndsSentNothing() throws Exception {
        try (ServerSocket silent = ScriptedServer.plain()) {
            GyeoljeClient client = Scene.client("https://127.0.0.1:" + silent.getLocalPort())
                    .connectTimeoutMillis(300)
                    .build();
            assertThrows(NotSentException.class, () -> client.pay(Scene.authentication()));
        }
    }

    static Stream<Arguments> doubtfulAnswers() {
        Charset korean = Charset.forName("x-windows-949");
        String cut = HEAD + "Content-Length: 999\r\n\r\n" + Scene.PAID;
        String chunk = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
        return Stream.of(
                arguments("the connection is reset", ScriptedServer.reset()),
                arguments("the connection is closed", ScriptedServer.raw("")),
                arguments("nothing comes", ScriptedServer.silent()),
                arguments("the head is cut", ScriptedServer.raw("HTTP/1.1 200 O")),
                arguments("the body is cut", ScriptedServer.raw(cut)),
                arguments("the chunks are cut", ScriptedServer.raw(chunk + "10\r\n{\"responseCode\"")),
                arguments("the last chunk is missing", ScriptedServer.raw(chunk + "2\r\n{}\r\n")),
                arguments(
                        "JSON is cut at the end of the connection",
                        ScriptedServer.raw(HEAD + "\r\n{\"responseCode\":\"0000\"")),
                arguments("it drips in past the limit", (ScriptedServer.Step) BadNetworkTest::drip),
                arguments("the body has no end", (ScriptedServer.Step) BadNetworkTest::flood),
                arguments(
                        "the body is announced too large",
                        ScriptedServer.raw(HEAD + "Content-Length: 99999999\r\n\r\n{")),
                arguments("the head has no end", ScriptedServer.raw(HEAD + "X: y\r\n".repeat(10_000))),
                arguments(
                        "it is a redirect",
                        ScriptedServer.raw(
                                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")),
                arguments("it is not HTTP", ScriptedServer.raw("SSH-2.0-OpenSSH_9.2\r\n\r\n")),
                arguments(
                        "it has two lengths",
                        ScriptedServer.raw(HEAD + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}")),
                arguments(
                        "it is compressed",
                        ScriptedServer.raw(HEAD + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}")),
                arguments("it is a page", ScriptedServer.json(200, "<html>성공</html>")),
                arguments("it is a proxy's page", ScriptedServer.json(502, "<html>Bad Gateway</html>")),
                arguments("it is empty", ScriptedServer.json(200, "")),
                arguments("it is EUC-KR", ScriptedServer.raw(bytes(HEAD + "\r\n" + Scene.PAID, korean))),
                arguments("it has no code", ScriptedServer.json(200, "{\"code\":\"0000\",\"msg\":\"성공\"}")),
                arguments(
                        "it has two codes",
                        ScriptedServer.json(200, "{\"responseCode\":\"0000\",\"responseCode\":\"9001\"}")),
                arguments("it says success under an error status", ScriptedServer.json(500, Scene.PAID)),
                arguments(
                        "it is about another transaction",
                        ScriptedServer.json(200, Scene.PAID.replace("KK0001", "KK0002"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doubtfulAnswers")
    void afterTheRequestLeftADoubtfulAnswerMeansOutcomeUnknown(String what, ScriptedServer.Step step) throws Exception {
        try (ScriptedServer server = new ScriptedServer(step)) {
            GyeoljeClient client =
                    Scene.client(server.url()).answerTimeoutMillis(700).build();
            OutcomeUnknownException unknown =
                    assertThrows(OutcomeUnknownException.class, () -> client.pay(Scene.authentication()), what);
            assertEquals(1, server.requests.size());
            assertTrue(unknown.getMessage().contains(Scene.TRANSACTION));
            assertFalse(unknown.getMessage().contains("secret"));
            assertFalse(unknown.getMessage().contains(Scene.KEY));
        }
    }

    private static void drip(Socket socket) throws Exception {
        for (byte b : (HEAD + "Content-Length: " + 60_000 + "\r\n\r\n{").getBytes(StandardCharsets.US_ASCII)) {
            socket.getOutputStream().write(b);
        }
        while (!Thread.interrupted()) {
            socket.getOutputStream().write(' ');
            Thread.sleep(50);
        }
    }

    private static void flood(Socket socket) throws Exception {
        socket.getOutputStream().write((HEAD + "\r\n{").getBytes(StandardCharsets.US_ASCII));
        byte[] blanks = " ".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
        while (!Thread.interrupted()) {
            socket.getOutputStream().write(blanks);
        }
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    @Test
    void aRefusalWithoutAnEnvelopeIsNotAccepted() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.json(404, "<html>nginx</html>"))) {
            GyeoljeClient client = Scene.client(server.url()).build();
            NotAcceptedException refused =
                    assertThrows(NotAcceptedException.class, () -> client.pay(Scene.authentication()));
            assertEquals(404, refused.httpStatus());
        }
    }

    @Test
    void anAnswerInChunksAfterAnInterimOneIsUnderstood() throws Exception {
        String half = Scene.PAID.substring(0, 20);
        byte[] rest = Scene.PAID.substring(20).getBytes(StandardCharsets.UTF_8);
        String answer = "HTTP/1.1 100 Continue\r\n\r\n" + HEAD + "Transfer-Encoding: chunked\r\n\r\n14;x=y\r\n" + half
                + "\r\n" + Integer.toHexString(rest.length) + "\r\n" + Scene.PAID.substring(20) + "\r\n0\r\n\r\n";
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.raw(answer))) {
            assertTrue(Scene.client(server.url())
                    .build()
                    .pay(Scene.authentication())
                    .isSuccess());
        }
    }

    @Test
    void anInterruptedCallerIsLetGoAndStaysInterrupted() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.silent())) {
            GyeoljeClient client = Scene.client(server.url()).build();
            Thread caller = Thread.currentThread();
            Thread.ofVirtual().start(() -> {
                while (server.requests.isEmpty()) {
                    Thread.onSpinWait();
                }
                caller.interrupt();
            });
            assertThrows(OutcomeUnknownException.class, () -> client.pay(Scene.authentication()));
            assertTrue(Thread.interrupted());
        }
    }
}
