package gyeolje.core.value;

/** The merchant's own number of an order (주문번호). */
public record OrderNumber(String text) {
    private static final Alphabet CHARACTERS = Alphabet.of("A-Za-z0-9_.:#@/+=~-");
    private static final int MOST = 20;

    public OrderNumber {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed order number");
    }

    public static boolean isWellFormed(String text) {
        return CHARACTERS.spells(text, 1, MOST);
    }

    @Override
    public String toString() {
        return text;
    }
}
