package gyeolje.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** HTTP/2 by hand (RFC 9113, RFC 7541): frames that no well-behaved client would send. */
final class RawHttp2 implements AutoCloseable {
    static final int ENHANCE_YOUR_CALM = 11;
    private static final int REFUSED_STREAM = 7;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int CONTINUATION = 9;
    private static final int END_HEADERS = 4;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;

    private static final int PRIORITY = 0x20;
    private static final int TABLE_OF_NONE = 0x20;
    private static final int FIRST_USUAL = 0x88;
    private static final List<String> USUAL = List.of("200", "204", "206", "304", "400", "404", "500");
    private static final int MOST_OCTETS = 16_384;
    /** No table of headers sent before, so that an unusual status is always spelt out. */
    private static final byte[] NOTHING_REMEMBERED = {0, 1, 0, 0, 0, 0};

    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;
    private boolean cutOff;

    private record Frame(int type, int flags, int stream, String payload) {
        /** Comes first, behind a weight and what is said of the table: one of the usual ones by its number, or three digits. */
        String status() {
            var block = payload.substring((flags & PRIORITY) == 0 ? 0 : 5);
            int usual = block.charAt(block.charAt(0) == TABLE_OF_NONE ? 1 : 0) - FIRST_USUAL;
            return usual >= 0 ? USUAL.get(usual) : block.replaceFirst("(?s)^.{1,3}?([0-9]{3}).*", "$1");
        }

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
        frame(SETTINGS, 0, 0, NOTHING_REMEMBERED);
    }

    /** A server that has gone away does not hear it; what it said before can still be read. */
    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        var frame = new ByteArrayOutputStream();
        var octets = new DataOutputStream(frame);
        octets.writeByte(payload.length >> 16);
        octets.writeShort(payload.length);
        octets.writeByte(type);
        octets.writeByte(flags);
        octets.writeInt(stream);
        octets.write(payload);
        try {
            if (isOpen()) out.write(frame.toByteArray());
        } catch (SocketException e) {
            cutOff = true;
        }
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
        var octets = block.toByteArray();
        for (int at = 0; at < octets.length; at += MOST_OCTETS) {
            int end = Math.min(octets.length, at + MOST_OCTETS);
            frame(
                    at == 0 ? HEADERS : CONTINUATION,
                    end == octets.length ? END_HEADERS : 0,
                    stream,
                    Arrays.copyOfRange(octets, at, end));
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
        frame(RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8});
    }

    boolean isOpen() {
        return !cutOff && !socket.isClosed();
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

    /** What comes for a stream until it ends: status and body, and how it ended if not well. */
    String heard(int stream) throws IOException {
        var heard = new StringBuilder();
        while (true) {
            var frame = next();
            if (frame.type() == GOAWAY) return heard + "the connection ends: " + frame.errorCode();
            if (frame.stream() != stream) continue;
            switch (frame.type()) {
                case HEADERS -> heard.append(frame.status());
                case DATA -> heard.append(' ').append(frame.payload());
                case RST_STREAM -> heard.append(" reset: ").append(frame.errorCode());
                default -> {}
            }
            boolean last = frame.type() == RST_STREAM
                    || ((frame.type() == HEADERS || frame.type() == DATA) && (frame.flags() & END_STREAM) != 0);
            if (last) return heard.toString();
        }
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
