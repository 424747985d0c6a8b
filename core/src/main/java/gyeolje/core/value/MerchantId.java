package gyeolje.core.value;

import java.util.regex.Pattern;

/** Who sells (가맹점): 1 to 20 letters, digits, hyphens and underscores; it is part of every path and every signature. */
public record MerchantId(String text) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,19}");

    public MerchantId {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed merchant id");
    }

    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
