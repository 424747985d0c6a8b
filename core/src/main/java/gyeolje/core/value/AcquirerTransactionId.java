package gyeolje.core.value;

import java.util.regex.Pattern;

/** The acquirer's handle on an approval (KCP's tno, 14 digits); without it nothing can be cancelled. */
public record AcquirerTransactionId(String text) {
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z]{1,20}");

    public AcquirerTransactionId {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed acquirer transaction id");
    }

    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
