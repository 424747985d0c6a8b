package gyeolje.core.value;

import java.util.regex.Pattern;

/** The merchant's own number of an order (주문번호). */
public record OrderNumber(String text) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_.:#@/+=~-]{1,20}");

    public OrderNumber {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed order number");
    }

    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
