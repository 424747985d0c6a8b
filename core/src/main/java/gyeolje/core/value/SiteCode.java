package gyeolje.core.value;

import java.util.regex.Pattern;

/** The identity that we present to the acquirer (site_cd). */
public record SiteCode(String text) {
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{5}");

    public SiteCode {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed site code");
    }

    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
