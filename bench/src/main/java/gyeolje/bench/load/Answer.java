package gyeolje.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The body of an answer where it was read; good until the next answer. */
public final class Answer {
    private static final byte[] SUCCESS = "{\"responseCode\":\"0000\"".getBytes(US_ASCII);
    private static final byte[] TRANSACTION = "\"ordr_idxx\":\"".getBytes(US_ASCII);
    private static final int TRANSACTION_LENGTH = 20;

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

    /** An order's transaction id. */
    String transaction() {
        int at = Bytes.find(bytes, from, to, TRANSACTION);
        if (at < 0) throw new IllegalStateException("an order's answer without a transaction id: " + text());
        return new String(bytes, at + TRANSACTION.length, TRANSACTION_LENGTH, US_ASCII);
    }

    String text() {
        return new String(bytes, from, to - from, UTF_8);
    }
}
