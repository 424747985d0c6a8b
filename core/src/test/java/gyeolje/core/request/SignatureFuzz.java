package gyeolje.core.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.Sha256;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fuzz target: two requests that differ in what they sign never sign the same, an order never signs like a cancel, and a presented
 * signature counts only when it is the digest of exactly these values. The input is lines, five for each of two requests, then
 * the presented signature.
 */
public final class SignatureFuzz {
    private static final int LINES = 11;
    private static final ApiCertKey KEY = new ApiCertKey("25bcd7a82f5b4058818462cc7715964c");

    public static void fuzzerTestOneInput(byte[] input) throws NoSuchAlgorithmException {
        var lines = new String(input, UTF_8).split("\n", LINES);
        if (lines.length < LINES) return;
        var first = Signed.of(lines, 0);
        var second = Signed.of(lines, 5);
        if (first.isPresent() && second.isPresent() && !first.get().equals(second.get()))
            assertNotEquals(first.get().signature(), second.get().signature(), "different values, one signature");
        presented(lines);
    }

    /** What an order or a cancel signs. */
    private sealed interface Signed {
        Sha256 signature();

        /** An order of five lines, or a cancel of three. */
        static Optional<Signed> of(String[] lines, int from) {
            if (!MerchantId.isWellFormed(lines[from]) || !ApiCertKey.isWellFormed(lines[from + 3]))
                return Optional.empty();
            var merchant = new MerchantId(lines[from]);
            var key = new ApiCertKey(lines[from + 3]);
            if (TransactionId.isWellFormed(lines[from + 1]) && lines[from + 2].isEmpty())
                return Optional.of(new OfCancel(merchant, new TransactionId(lines[from + 1]), key));
            if (!OrderNumber.isWellFormed(lines[from + 1])
                    || !Won.isWellFormed(lines[from + 2])
                    || !Formats.isAnyTimestamp(lines[from + 4])) return Optional.empty();
            return Optional.of(new OfOrder(
                    merchant, new OrderNumber(lines[from + 1]), Won.of(lines[from + 2]), key, lines[from + 4]));
        }
    }

    private record OfOrder(MerchantId merchant, OrderNumber number, Won amount, ApiCertKey key, String timestamp)
            implements Signed {
        @Override
        public Sha256 signature() {
            return Signatures.order(merchant, number, amount, key, timestamp);
        }
    }

    private record OfCancel(MerchantId merchant, TransactionId transaction, ApiCertKey key) implements Signed {
        @Override
        public Sha256 signature() {
            return Signatures.cancel(merchant, transaction, key);
        }
    }

    private static void presented(String[] lines) throws NoSuchAlgorithmException {
        var fields = Sample.order();
        fields.put("orderNumber", lines[1]);
        fields.put("amount", lines[2]);
        fields.put("timestamp", lines[4]);
        fields.put("signature", lines[10]);
        if (!(OrderRequest.parse(Sample.fields(fields), Sample.reading(Profile.LEGACY))
                instanceof Parsed.Ok<OrderRequest>(var order))) return;
        var text = String.join("|", "tester", lines[1], lines[2], KEY.secret(), lines[4]);
        var expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        assertEquals(
                expected.equals(lines[10].toLowerCase(Locale.ROOT)), order.isSignedBy(Sample.TESTER, List.of(KEY)));
    }

    private SignatureFuzz() {}
}
