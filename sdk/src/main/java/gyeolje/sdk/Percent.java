package gyeolje.sdk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding: of a path segment, and the undoing of a form's. */
final class Percent {
    private Percent() {}

    /** A path segment in which only unreserved characters stand as they are. */
    static String encode(String segment) {
        StringBuilder out = new StringBuilder();
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(hexDigit(c >> 4)).append(hexDigit(c & 0xf));
            }
        }
        return out.toString();
    }

    /** The bytes of a form's name or value; an escape that is none stands for itself. */
    static byte[] formDecode(byte[] body, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            if (body[i] == '%' && i + 2 < to && value(body[i + 1]) >= 0 && value(body[i + 2]) >= 0) {
                out.write(value(body[i + 1]) << 4 | value(body[i + 2]));
                i += 2;
            } else {
                out.write(body[i] == '+' ? ' ' : body[i]);
            }
        }
        return out.toByteArray();
    }

    private static int value(byte hex) {
        return hex < 0 ? -1 : Character.digit((char) hex, 16);
    }

    private static char hexDigit(int value) {
        return Character.toUpperCase(Character.forDigit(value, 16));
    }
}
