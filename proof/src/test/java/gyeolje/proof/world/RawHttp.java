package gyeolje.proof.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;

/** A connection on which a test decides every octet. */
public final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    public RawHttp(int port) throws IOException {
        this(port, 0);
    }

    /** With a window of so many octets, or the system's own where that is 0. */
    public RawHttp(int port, int window) throws IOException {
        this(new Socket(), port, window);
    }

    /** Over a socket of the test's own kind, not yet connected. */
    public RawHttp(Socket socket, int port, int window) throws IOException {
        this.socket = socket;
        if (window > 0) socket.setReceiveBufferSize(window);
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** A server that has heard enough may hang up, so a broken pipe is no failure: what it said counts. */
    public RawHttp send(byte[] octets) {
        try {
            socket.getOutputStream().write(octets);
        } catch (java.net.SocketException e) {
            return this;
        } catch (IOException e) {
            throw new AssertionError("cannot send", e);
        }
        return this;
    }

    /** Each character is one octet. */
    public RawHttp send(String octets) {
        return send(octets.getBytes(ISO_8859_1));
    }

    /** The next answer; that it is in the protocol's envelope is checked. */
    public Reply hear() throws IOException {
        var in = socket.getInputStream();
        var status = line(in);
        if (!status.matches("HTTP/1\\.[01] [0-9]{3} .*")) throw new AssertionError("no status line: " + status);
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            var other = headers.put(name, line.substring(colon + 1).strip());
            if (other != null) throw new AssertionError("a header twice: " + line);
        }
        int code = Integer.parseInt(status.substring(9, 12));
        if (code == 100) return hear();
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return Reply.of(code, headers, body);
    }

    /** Whether the server says nothing more and hangs up. */
    public boolean isClosed() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketException e) {
            return true;
        }
    }

    /** Everything the server says until it hangs up, octet by octet. */
    public String rest() throws IOException {
        var heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
        } catch (java.net.SocketException e) {
            return heard.toString(ISO_8859_1);
        }
        return heard.toString(ISO_8859_1);
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
