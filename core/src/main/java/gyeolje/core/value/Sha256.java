package gyeolje.core.value;

/** A SHA-256 digest in lower-case hex. */
public record Sha256(String text) {
    private static final int LENGTH = 64;

    public Sha256 {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed SHA-256 digest");
    }

    public static boolean isWellFormed(String text) {
        if (text.length() != LENGTH) return false;
        for (int at = 0; at < LENGTH; at++) {
            if (!isHex(text.charAt(at))) return false;
        }
        return true;
    }

    private static boolean isHex(char digit) {
        return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
    }

    @Override
    public String toString() {
        return text;
    }
}
