package gyeolje.sdk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The signatures of the merchant API, section 4: SHA-256 in lower-case hex over the UTF-8 of the values joined by
 * {@code |}. {@link GyeoljeClient} signs by itself; these are for merchants who build requests by hand.
 *
 * <p>Both methods throw {@link UnsignableException} when a value is empty or contains a blank, an invisible or control
 * character, {@code |} or half a surrogate pair: such values could be read two ways.
 */
public final class Signatures {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Signatures() {}

    /**
     * The signature of an order.
     *
     * @param amount whole won, as it is sent
     * @param timestamp {@code yyyyMMddHHmmss}, as it is sent
     */
    public static String order(
            String merchantId, String orderNumber, long amount, String apiCertKey, String timestamp) {
        return sha256(signable("merchantId", merchantId)
                + "|"
                + signable("orderNumber", orderNumber)
                + "|"
                + amount
                + "|"
                + signable("apiCertKey", apiCertKey)
                + "|"
                + signable("timestamp", timestamp));
    }

    /** The signature of a cancel. */
    public static String cancel(String merchantId, String transactionId, String apiCertKey) {
        return sha256(signable("merchantId", merchantId)
                + "|"
                + signable("transactionId", transactionId)
                + "|"
                + signable("apiCertKey", apiCertKey));
    }

    /** The value itself, when only one reading of it is possible. */
    static String signable(String field, String value) {
        if (value == null || value.isEmpty()) {
            throw new UnsignableException(field, "is missing, and it is part of the signature");
        }
        wholeCharacters(field, value);
        value.codePoints().forEach(c -> {
            if (c == '|' || isInvisible(c)) {
                throw new UnsignableException(field, "contains a blank, an invisible or control character or '|'");
            }
        });
        return value;
    }

    /** The value itself, when it has no half of a surrogate pair (UTF-8 cannot carry one). */
    static String wholeCharacters(String field, String value) {
        value.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.SURROGATE) {
                throw new UnsignableException(field, "contains half a surrogate pair");
            }
        });
        return value;
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    private static String sha256(String text) {
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        StringBuilder hex = new StringBuilder(64);
        for (byte b : digest) {
            hex.append(HEX[(b >> 4) & 0xf]).append(HEX[b & 0xf]);
        }
        return hex.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
