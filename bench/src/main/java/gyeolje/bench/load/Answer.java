package gyeolje.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** An answer where it was read, which begins at 0; good until the next answer. */
public final class Answer {
    private static final byte[] SUCCESS = "{\"responseCode\":\"0000\"".getBytes(US_ASCII);
    private static final byte[] TRANSACTION = "\"ordr_idxx\":\"".getBytes(US_ASCII);
    private static final byte[] CLOSE = "connection: close\r\n".getBytes(US_ASCII);
    private static final byte[] RETRY_AFTER = "retry-after: ".getBytes(US_ASCII);
    private static final int TRANSACTION_LENGTH = 20;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int STATUS_LENGTH = 3;

    private final byte[] bytes;
    private final int from;
    private final int to;

    Answer(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    boolean isSuccess() {
        return to - from >= SUCCESS.length
                && Arrays.equals(bytes, from, from + SUCCESS.length, SUCCESS, 0, SUCCESS.length);
    }

    /** Whether the connection ends with it; a success never ends one. */
    boolean closes() {
        return !isSuccess() && Bytes.find(bytes, 0, from, CLOSE) >= 0;
    }

    boolean saysWhenToComeBack() {
        return Bytes.find(bytes, 0, from, RETRY_AFTER) >= 0;
    }

    /** An order's transaction id. */
    String transaction() {
        int at = Bytes.find(bytes, from, to, TRANSACTION);
        if (at < 0) throw new IllegalStateException("an order's answer without a transaction id: " + text());
        return new String(bytes, at + TRANSACTION.length, TRANSACTION_LENGTH, US_ASCII);
    }

    String text() {
        return new String(bytes, STATUS_AT, STATUS_LENGTH, US_ASCII) + " " + new String(bytes, from, to - from, UTF_8);
    }
}
