package gyeolje.proof.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** One request written by hand, for everything that a client library would tidy up or refuse to send. */
public final class RawCall {
    private static final int PATIENCE_MILLIS = 60_000;

    private final String path;
    private final List<String> headers = new ArrayList<>(List.of("Host: gateway", "Connection: close"));
    private byte[] body = {};
    private long declared = -1;
    private String from = "127.0.0.1";

    private RawCall(String path) {
        this.path = path;
    }

    /** A request as a merchant's server would begin it. */
    public static RawCall json(String path) {
        return new RawCall(path).header("Content-Type: application/json; charset=utf-8");
    }

    /** From one of this machine's own addresses. */
    public RawCall from(String address) {
        this.from = address;
        return this;
    }

    /** A header line to the letter; none when it is empty. */
    public RawCall header(String line) {
        if (!line.isEmpty()) headers.add(line);
        return this;
    }

    public RawCall body(Body sent) {
        return body(sent.bytes());
    }

    public RawCall body(String sent) {
        return body(sent.getBytes(UTF_8));
    }

    public RawCall body(byte[] sent) {
        this.body = sent.clone();
        return this;
    }

    /** Says that so many bytes follow, however many do. */
    public RawCall declaring(long length) {
        this.declared = length;
        return this;
    }

    public Reply to(int port) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            send(socket);
            return receive(socket.getInputStream());
        }
    }

    /** A server that has heard enough may stop listening; its answer is what counts. */
    private void send(Socket socket) throws IOException {
        var head = new StringBuilder("POST ").append(path).append(" HTTP/1.1\r\n");
        for (var header : headers) head.append(header).append("\r\n");
        head.append("Content-Length: ")
                .append(declared < 0 ? body.length : declared)
                .append("\r\n\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(UTF_8));
        bytes.writeBytes(body);
        try {
            socket.getOutputStream().write(bytes.toByteArray());
        } catch (SocketException e) {
            if (socket.isInputShutdown()) throw e;
        }
    }

    private static Reply receive(InputStream in) throws IOException {
        var status = line(in);
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (headers.put(name, line.substring(colon + 1).strip()) != null)
                throw new AssertionError("answered with two headers " + name);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "-1"));
        return Reply.of(Integer.parseInt(status.substring(9, 12)), headers, in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) throw new EOFException("the server hung up after: " + line.toString(ISO_8859_1));
            if (octet != '\r') line.write(octet);
        }
        return line.toString(ISO_8859_1);
    }
}
