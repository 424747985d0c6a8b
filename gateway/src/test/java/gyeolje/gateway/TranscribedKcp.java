package gyeolje.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A KCP that expects certain requests in order and plays the answers that belong to them. */
final class TranscribedKcp implements AutoCloseable {
    private final HttpServer server;
    private final Deque<Transcript> expected = new ArrayDeque<>();
    private final List<String> surprises = new ArrayList<>();

    TranscribedKcp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::play);
        server.start();
    }

    synchronized void expect(List<String> transcripts) {
        for (var name : transcripts) expected.add(Transcript.of("kcp", name));
    }

    /** What went differently than transcribed; empty when nothing did. */
    synchronized List<String> differences() {
        var all = new ArrayList<>(surprises);
        expected.forEach(missing -> all.add("KCP never heard " + missing.name()));
        return all;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized void play(HttpExchange exchange) throws IOException {
        var heard = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var next = expected.poll();
        if (next == null) {
            surprises.add("KCP heard more than transcribed: " + exchange.getRequestURI());
            answer(exchange, 500, "{}");
            return;
        }
        compare(next, exchange.getRequestURI().getPath(), heard);
        answer(exchange, next.answer().path("status").asInt(), body(next));
    }

    private void compare(Transcript transcript, String path, String heard) throws IOException {
        var request = transcript.request();
        if (!path.equals(request.path("path").asText())) surprises.add(transcript.name() + " came to " + path);
        JsonNode body = Transcript.json(heard);
        if (!body.equals(request.path("body")))
            surprises.add(transcript.name() + " was\n" + body + "\nbut is transcribed as\n" + request.path("body"));
    }

    /** The window's address is on the host that registers, wherever that runs today. */
    private String body(Transcript transcript) {
        return Transcript.text(transcript.answer().path("body"));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
