package gyeolje.core.value;

/** A SHA-256 digest in lower-case hex. */
public record Sha256(String text) {
    private static final int LENGTH = 64;

    public Sha256 {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed SHA-256 digest");
    }

    public static boolean isWellFormed(String text) {
        return Alphabet.LOWER_CASE_HEX.spells(text, LENGTH, LENGTH);
    }

    @Override
    public String toString() {
        return text;
    }
}
