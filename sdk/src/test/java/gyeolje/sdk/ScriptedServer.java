package gyeolje.sdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on a free port that does to its n-th connection what the n-th step says; the last step goes on for ever. */
final class ScriptedServer implements AutoCloseable {
    /** What happens once the request has been read. */
    interface Step {
        void answer(Socket socket) throws Exception;
    }

    record Request(String line, Map<String, String> headers, String body) {}

    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ServerSocket listener;
    private final List<Step> steps;

    ScriptedServer(Step... steps) {
        this(plain(), steps);
    }

    ScriptedServer(ServerSocket listener, Step... steps) {
        this.listener = listener;
        this.steps = List.of(steps);
        Thread.ofVirtual().start(this::serve);
    }

    static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Step json(int status, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return raw("HTTP/1.1 " + status + " X\r\nContent-Type: application/json;charset=utf-8\r\n" + more
                + "Content-Length: " + bytes.length + "\r\n\r\n" + body);
    }

    static Step raw(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    static Step raw(byte[] bytes) {
        return socket -> socket.getOutputStream().write(bytes);
    }

    /** RST instead of an answer. */
    static Step reset() {
        return socket -> socket.setSoLinger(true, 0);
    }

    /** Nothing, until the client goes. */
    static Step silent() {
        return socket -> {
            while (socket.getInputStream().read() >= 0) {
                Thread.onSpinWait();
            }
        };
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        for (int n = 0; ; n++) {
            try {
                Socket socket = listener.accept();
                Step step = steps.get(Math.min(n, steps.size() - 1));
                Thread.ofVirtual().start(() -> serve(socket, step));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket, Step step) {
        try (socket) {
            requests.add(read(socket.getInputStream()));
            step.answer(socket);
        } catch (Exception gone) {
            // The client hung up first, which is what several tests are about.
            return;
        }
    }

    private static Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("no request");
            }
            head.write(b);
        }
        List<String> lines = head.toString(StandardCharsets.ISO_8859_1).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            String[] parts = line.split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Request(lines.getFirst(), headers, new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
