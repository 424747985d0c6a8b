package gyeolje.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** HTTP/2 by hand (RFC 9113, RFC 7541): frames that no well-behaved client would send. */
final class RawHttp2 implements AutoCloseable {
    static final int ENHANCE_YOUR_CALM = 11;
    private static final int REFUSED_STREAM = 7;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int END_HEADERS = 4;
    private static final int ACK = 1;

    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;

    private record Frame(int type, int flags, int stream, String payload) {
        int errorCode() {
            int at = type == GOAWAY ? 4 : 0;
            return payload.charAt(at + 2) << 8 | payload.charAt(at + 3);
        }
    }

    RawHttp2(Socket socket) throws IOException {
        this.socket = socket;
        this.out = new DataOutputStream(socket.getOutputStream());
        this.in = new DataInputStream(socket.getInputStream());
        out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
        frame(SETTINGS, 0, 0, new byte[0]);
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        var frame = new ByteArrayOutputStream();
        var octets = new DataOutputStream(frame);
        octets.writeByte(payload.length >> 16);
        octets.writeShort(payload.length);
        octets.writeByte(type);
        octets.writeByte(flags);
        octets.writeInt(stream);
        octets.write(payload);
        out.write(frame.toByteArray());
    }

    /** Begins a POST whose body does not come, with more headers of these values. */
    void request(int stream, String path, List<String> more) throws IOException {
        var block = new ByteArrayOutputStream();
        block.write(0x83);
        block.write(0x87);
        literal(block, 4, path);
        literal(block, 1, "g");
        named(block, "content-type", "application/json");
        for (var value : more) named(block, "x-long", value);
        try {
            var octets = block.toByteArray();
            if (octets.length <= 16_384) {
                frame(HEADERS, END_HEADERS, stream, octets);
                return;
            }
            frame(HEADERS, 0, stream, java.util.Arrays.copyOf(octets, 16_384));
            frame(9, END_HEADERS, stream, java.util.Arrays.copyOfRange(octets, 16_384, octets.length));
        } catch (java.net.SocketException e) {
            socket.shutdownInput();
        }
    }

    private static void literal(ByteArrayOutputStream block, int index, String value) {
        block.write(index);
        text(block, value);
    }

    private static void named(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        text(block, name);
        text(block, value);
    }

    /** A length of seven bits, and what does not fit into them in groups of seven. */
    private static void text(ByteArrayOutputStream block, String text) {
        int length = text.length();
        if (length < 127) block.write(length);
        else {
            block.write(127);
            int rest = length - 127;
            for (; rest >= 128; rest >>= 7) block.write(128 | (rest & 127));
            block.write(rest);
        }
        block.writeBytes(text.getBytes(US_ASCII));
    }

    void reset(int stream) throws IOException {
        if (isOpen()) frame(RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8});
    }

    boolean isOpen() {
        return !socket.isInputShutdown() && !socket.isClosed();
    }

    private Frame next() throws IOException {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        return new Frame(type, flags, stream, new String(in.readNBytes(length), ISO_8859_1));
    }

    /** Whether the server goes away with this error. */
    boolean endsWith(int error) throws IOException {
        while (true) {
            var frame = next();
            if (frame.type() == GOAWAY) return frame.errorCode() == error;
        }
    }

    /** How many streams were refused of those that were opened so far. */
    long refused() throws IOException {
        return untilPong().stream()
                .filter(frame -> frame.type() == RST_STREAM && frame.errorCode() == REFUSED_STREAM)
                .count();
    }

    /** Whether a stream or all of it ended, or was answered with 431, whose status is a literal of three digits. */
    boolean isRefused(int stream) throws IOException {
        return untilPong().stream().anyMatch(frame -> switch (frame.type()) {
            case GOAWAY -> true;
            case RST_STREAM -> frame.stream() == stream;
            case HEADERS -> frame.stream() == stream && frame.payload().contains("431");
            default -> false;
        });
    }

    private List<Frame> untilPong() throws IOException {
        frame(PING, 0, 0, new byte[8]);
        var frames = new ArrayList<Frame>();
        do frames.add(next());
        while (frames.getLast().type() != GOAWAY
                && !(frames.getLast().type() == PING && frames.getLast().flags() == ACK));
        return frames;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
