package gyeolje.core.value;

import java.util.regex.Pattern;

/** A SHA-256 digest in lower-case hex. */
public record Sha256(String text) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed SHA-256 digest");
    }

    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
