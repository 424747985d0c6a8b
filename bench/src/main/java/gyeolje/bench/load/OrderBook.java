package gyeolje.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import gyeolje.bench.Moments;
import gyeolje.bench.load.Work.Kind;
import gyeolje.bench.load.Work.Step;
import gyeolje.core.request.Signatures;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.Won;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Orders for a PC's window, each with a number of its own, signed in advance. */
final class OrderBook {
    private static final AtomicInteger BOOKS = new AtomicInteger();
    /** So many orders bear the same second, as if they were made at this rate. */
    private static final int A_SECOND = 20_000;

    private static final int SIGNATURE = 64;
    private static final int SIGNED_AT_ONCE = 16_384;

    private final Sellers sellers;
    private final String prefix = "B%04d-".formatted(BOOKS.incrementAndGet());
    private final byte[][] templates;
    private final int numberAt;
    private final int signatureAt;
    private final int timestampAt;
    private final LocalDateTime start = Moments.inSeoul();
    private byte[] signatures = new byte[0];
    private int signedFrom;
    private int next;
    private byte[] current = new byte[0];

    OrderBook(Sellers sellers, int prepared) {
        this.sellers = sellers;
        this.templates = sellers.merchants().stream()
                .map(merchant -> template(merchant.text()))
                .toArray(byte[][]::new);
        var first = templates[0];
        this.numberAt = Bytes.find(first, 0, first.length, number(0).getBytes(US_ASCII));
        this.signatureAt =
                Bytes.find(first, 0, first.length, "0".repeat(SIGNATURE).getBytes(US_ASCII));
        this.timestampAt = Bytes.find(first, 0, first.length, timestamp(0).getBytes(US_ASCII));
        sign(0, prepared);
    }

    private String timestamp(int sequence) {
        return Moments.text(start.plusSeconds(sequence / A_SECOND));
    }

    private byte[] template(String merchant) {
        return HttpText.post(
                merchant, "order", """
                {"orderNumber":"%s","userAgent":"WP","amount":"%s","itemName":"한결 머그컵 2개","userName":"김결제",\
                "returnUrl":"https://shop.example/payments/return","userEmail":"buyer@shop.example","signature":"%s",\
                "timestamp":"%s","mobileNumber":"01012345678"}""".formatted(number(0), Sellers.AMOUNT, "0".repeat(SIGNATURE), timestamp(0)));
    }

    private String number(int sequence) {
        return prefix + "%09d".formatted(sequence);
    }

    private void sign(int from, int count) {
        var signed = new byte[count * SIGNATURE];
        IntStream.range(0, count)
                .parallel()
                .forEach(i -> System.arraycopy(signature(from + i), 0, signed, i * SIGNATURE, SIGNATURE));
        signatures = signed;
        signedFrom = from;
    }

    private byte[] signature(int sequence) {
        return Signatures.order(
                        sellers.get(sellers.inTurn(sequence)),
                        new OrderNumber(number(sequence)),
                        new Won(Long.parseLong(Sellers.AMOUNT)),
                        sellers.key(),
                        timestamp(sequence))
                .text()
                .getBytes(US_ASCII);
    }

    /** Writes the next order. */
    Step write(ByteBuffer out) {
        int at = (next - signedFrom) * SIGNATURE;
        if (at >= signatures.length) {
            sign(next, SIGNED_AT_ONCE);
            at = 0;
        }
        int merchant = sellers.inTurn(next);
        out.put(templates[merchant]);
        digits(out, numberAt + prefix.length() + 8, next);
        out.put(signatureAt, signatures, at, SIGNATURE);
        out.put(timestampAt, timestampBytes(next));
        next++;
        return new Step(Kind.ORDER, merchant, "");
    }

    private byte[] timestampBytes(int sequence) {
        if (sequence % A_SECOND == 0) current = timestamp(sequence).getBytes(US_ASCII);
        return current;
    }

    private static void digits(ByteBuffer out, int last, int number) {
        for (int at = last, rest = number; rest > 0; at--, rest /= 10) out.put(at, (byte) ('0' + rest % 10));
    }
}
