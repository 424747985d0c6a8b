package gyeolje.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A KCP that answers each path with one text, and hangs up after a request when there is none. */
final class StubKcp implements AutoCloseable {
    private final HttpServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    StubKcp(Map<String, Callable<String>> answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> play(exchange, answers));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** What KCP's transcript of that name answers. */
    static Callable<String> transcribed(String name) {
        return () -> Transcript.text(Transcript.of("kcp", name).answer().path("body"));
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void play(HttpExchange exchange, Map<String, Callable<String>> answers) throws IOException {
        var path = exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        heard.add(path);
        var answer = answers.get(path);
        if (answer == null) throw new IOException("hung up on " + path);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        var bytes = called(answer).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String called(Callable<String> answer) throws IOException {
        try {
            return answer.call();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
