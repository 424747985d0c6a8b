package gyeolje.core.value;

/**
 * What makes two order requests of a merchant identical (merchant API, section 7): the moment that the merchant wrote on the
 * request and a digest of all its fields. The moment comes first so that an index of fingerprints grows at its end.
 *
 * @param text `20260401120000-` and 64 digits of lower-case hex; some merchants write fewer or more digits in front
 */
public record Fingerprint(String text) {
    private static final int MOST_DIGITS = 17;

    public Fingerprint {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed fingerprint");
    }

    /**
     * A fingerprint of its two parts.
     *
     * @param timestamp digits, as the request has them
     */
    public static Fingerprint of(String timestamp, Sha256 digest) {
        return new Fingerprint(timestamp + "-" + digest.text());
    }

    private static boolean isWellFormed(String text) {
        int dash = text.indexOf('-');
        return dash >= 1
                && dash <= MOST_DIGITS
                && Alphabet.DIGITS.spellsPart(text, 0, dash)
                && Sha256.isWellFormed(text.substring(dash + 1));
    }

    @Override
    public String toString() {
        return text;
    }
}
