package gyeolje.core.value;

/** The identity that we present to the acquirer (site_cd). */
public record SiteCode(String text) {
    private static final int LENGTH = 5;

    public SiteCode {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed site code");
    }

    public static boolean isWellFormed(String text) {
        return Alphabet.CAPITALS_AND_DIGITS.spells(text, LENGTH, LENGTH);
    }

    @Override
    public String toString() {
        return text;
    }
}
