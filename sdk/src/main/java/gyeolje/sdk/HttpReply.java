package gyeolje.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A strictly read HTTP/1.1 reply of bounded size. Anything that could be read two ways (two lengths, an unknown
 * transfer coding, a cut body) is an IOException: for money a doubtful answer is no answer.
 */
final class HttpReply {
    static final int BODY_LIMIT = 256 * 1024;
    private static final int HEAD_LIMIT = 32 * 1024;
    private static final int INTERIM_LIMIT = 8;

    final int status;
    final byte[] body;
    private final Map<String, String> headers;

    private HttpReply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** The header's value, or {@code ""}. */
    String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }

    /** The whole answer: status, headers (names in lower case) and body. */
    String text() {
        StringBuilder text = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n")
                .append(new String(body, StandardCharsets.UTF_8))
                .toString();
    }

    static HttpReply read(InputStream in) throws IOException {
        Lines lines = new Lines(in);
        for (int i = 0; i < INTERIM_LIMIT; i++) {
            int status = statusOf(lines.next());
            Map<String, String> headers = headers(lines);
            if (status >= 200) {
                return new HttpReply(status, headers, body(in, lines, status, headers));
            }
            if (status == 101) {
                break;
            }
        }
        throw new IOException("no final HTTP status");
    }

    private static int statusOf(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new IOException("not an HTTP/1.1 answer");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static Map<String, String> headers(Lines lines) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new IOException("malformed HTTP header");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).trim();
            String before = headers.put(name, value);
            boolean framing = name.equals("content-length") || name.equals("transfer-encoding");
            if (framing && before != null && !before.equals(value)) {
                throw new IOException("contradictory HTTP headers");
            }
        }
        return headers;
    }

    private static byte[] body(InputStream in, Lines lines, int status, Map<String, String> headers)
            throws IOException {
        String coding = headers.getOrDefault("transfer-encoding", "");
        String length = headers.getOrDefault("content-length", "");
        if (!headers.getOrDefault("content-encoding", "identity").equalsIgnoreCase("identity")) {
            throw new IOException("compressed answer, though none was asked for");
        }
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        if (!coding.isEmpty()) {
            if (!coding.equalsIgnoreCase("chunked") || !length.isEmpty()) {
                throw new IOException("unclear length of the HTTP answer");
            }
            return chunked(in, lines);
        }
        if (length.isEmpty()) {
            return toTheEnd(in);
        }
        return exactly(in, size(length, 10));
    }

    private static byte[] chunked(InputStream in, Lines lines) throws IOException {
        byte[] body = new byte[0];
        while (true) {
            int size = size(lines.next().replaceFirst("[ \t]*;.*", ""), 16);
            if (size == 0) {
                return body;
            }
            if (body.length + size > BODY_LIMIT) {
                throw tooLarge();
            }
            byte[] chunk = exactly(in, size);
            int end = body.length;
            body = Arrays.copyOf(body, end + size);
            System.arraycopy(chunk, 0, body, end, size);
            if (!lines.next().isEmpty()) {
                throw new IOException("malformed chunk");
            }
        }
    }

    private static int size(String digits, int radix) throws IOException {
        if (!digits.matches(radix == 10 ? "[0-9]{1,18}" : "[0-9A-Fa-f]{1,15}")) {
            throw new IOException("malformed length of the HTTP answer");
        }
        long size = Long.parseLong(digits, radix);
        if (size > BODY_LIMIT) {
            throw tooLarge();
        }
        return (int) size;
    }

    private static byte[] exactly(InputStream in, int size) throws IOException {
        byte[] bytes = new byte[size];
        for (int read = 0; read < size; ) {
            int n = in.read(bytes, read, size - read);
            if (n < 0) {
                throw new IOException("the HTTP answer was cut off");
            }
            read += n;
        }
        return bytes;
    }

    private static byte[] toTheEnd(InputStream in) throws IOException {
        byte[] bytes = new byte[BODY_LIMIT + 1];
        int read = 0;
        for (int n = in.read(bytes, 0, bytes.length); n >= 0; n = in.read(bytes, read, bytes.length - read)) {
            read += n;
            if (read > BODY_LIMIT) {
                throw tooLarge();
            }
        }
        return Arrays.copyOf(bytes, read);
    }

    private static IOException tooLarge() {
        return new IOException("the HTTP answer is larger than " + BODY_LIMIT + " bytes");
    }

    /** Reads lines byte by byte (the stream is buffered), all of them together within one limit. */
    private static final class Lines {
        private final InputStream in;
        private int left = HEAD_LIMIT;

        Lines(InputStream in) {
            this.in = in;
        }

        String next() throws IOException {
            byte[] line = new byte[128];
            int size = 0;
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("the connection was closed before the answer was complete");
                }
                if (--left < 0) {
                    throw new IOException("the HTTP answer's head is too large");
                }
                if (size == line.length) {
                    line = Arrays.copyOf(line, size * 2);
                }
                line[size++] = (byte) b;
            }
            int end = size > 0 && line[size - 1] == '\r' ? size - 1 : size;
            return new String(line, 0, end, StandardCharsets.ISO_8859_1);
        }
    }
}
