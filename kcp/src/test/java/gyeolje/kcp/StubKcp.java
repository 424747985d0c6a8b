package gyeolje.kcp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server by hand on the bare socket, so that it can misbehave in every way. */
final class StubKcp implements AutoCloseable {
    /** One request as it came. */
    record Heard(String method, String path, Map<String, String> headers, String text) {}

    /** What the server does with a request; it may answer, stay silent or break the connection. */
    interface Play {
        void on(Heard heard, Socket socket) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final Play play;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    StubKcp(Play play) {
        this(plain(), play);
    }

    StubKcp(ServerSocket listener, Play play) {
        this.listener = listener;
        this.play = play;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    List<Heard> heard() {
        return heard;
    }

    int connections() {
        return connections.size();
    }

    /** Answers every request with this status and body. */
    static Play answering(int status, String contentType, byte[] body) {
        return (_, socket) -> write(socket, head(status, contentType, body.length), body);
    }

    static Play answering(String json) {
        return answering(200, "application/json; charset=utf-8", json.getBytes(UTF_8));
    }

    static byte[] head(int status, String contentType, long length) {
        return ("HTTP/1.1 " + status + " Whatever\r\nContent-Type: " + contentType + "\r\nContent-Length: " + length
                        + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    static void write(Socket socket, byte[]... parts) throws IOException {
        for (var part : parts) socket.getOutputStream().write(part);
        socket.getOutputStream().flush();
    }

    /** Breaks the connection so that the other side sees a reset and not an end. */
    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    static ServerSocket plain() {
        try {
            return new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                socket.setTcpNoDelay(true);
                connections.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                // closed; the loop ends
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            while (!socket.isClosed()) {
                var request = read(socket.getInputStream());
                heard.add(request);
                play.on(request, socket);
            }
        } catch (IOException | InterruptedException _) {
            // the other side is gone
        }
    }

    private static Heard read(InputStream in) throws IOException {
        var first = line(in).split(" ", -1);
        var headers = new TreeMap<String, String>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            if (colon < 0) throw new IOException("not HTTP");
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Heard(first[0], first[1], headers, new String(in.readNBytes(length), UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("end");
            if (c != '\r') text.append((char) c);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : connections) socket.close();
    }
}
