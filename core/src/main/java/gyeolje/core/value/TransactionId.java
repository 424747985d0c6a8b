package gyeolje.core.value;

import java.util.regex.Pattern;

/** Our number of one attempt to pay an order (거래번호; ordr_idxx and transactionId on the wire): Seoul time to the second, two letters, four of 0-9A-Z. */
public record TransactionId(String text) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{14}[A-Z]{2}[0-9A-Z]{4}");

    public TransactionId {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed transaction id");
    }

    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
