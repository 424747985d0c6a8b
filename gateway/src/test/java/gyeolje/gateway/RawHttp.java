package gyeolje.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** HTTP by hand, for requests that no well-behaved client would send. */
final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();

    RawHttp(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /** From one of this machine's own addresses. */
    RawHttp(int port, String from) throws IOException {
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** Header names in lower case. */
    record Reply(int status, Map<String, String> headers, String body) {
        String code() throws IOException {
            return Transcript.json(body).path("responseCode").asText();
        }

        boolean closes() {
            return headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        }

        /** Every answer has the protocol's two fields in UTF-8, whatever its status (merchant API, section 2). */
        Reply envelope(int status, String code) throws IOException {
            assertEquals(status + " " + code, this.status + " " + code(), body);
            assertEquals("application/json;charset=utf-8", headers.get("content-type"));
            assertEquals(
                    false, Transcript.json(body).path("responseMsg").asText().isEmpty());
            return this;
        }
    }

    static Reply exchange(int port, byte[] request) throws IOException {
        try (var http = new RawHttp(port)) {
            http.send(request);
            return http.receive();
        }
    }

    static Reply exchange(int port, String request) throws IOException {
        return exchange(port, request.getBytes(UTF_8));
    }

    /** A server that has heard enough may stop listening, so a broken pipe is no failure: its answer counts. */
    void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            assertEquals("java.net.SocketException", e.getClass().getName());
        }
    }

    void send(String text) {
        send(text.getBytes(UTF_8));
    }

    Reply receive() throws IOException {
        var in = socket.getInputStream();
        var status = line(in);
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Reply(Integer.parseInt(status.substring(9, 12)), headers, new String(body, UTF_8));
    }

    /** All that the server says before it hangs up. */
    String everything() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    /** Whether the server says nothing more and hangs up. */
    boolean isClosed() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketException e) {
            return true;
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) throw new EOFException("the server hung up after: " + line.toString(ISO_8859_1));
            if (octet != '\r') line.write(octet);
        }
        return line.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
