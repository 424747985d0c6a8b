package gyeolje.core.value;

/** Our number of one attempt to pay an order (거래번호; ordr_idxx and transactionId on the wire): Seoul time to the second, two letters, four of 0-9A-Z. */
public record TransactionId(String text) {
    private static final Alphabet CAPITALS = Alphabet.of("A-Z");
    private static final int TIME = 14;
    private static final int PREFIX = TIME + 2;
    private static final int LENGTH = PREFIX + 4;

    public TransactionId {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed transaction id");
    }

    public static boolean isWellFormed(String text) {
        return text.length() == LENGTH
                && Alphabet.DIGITS.spellsPart(text, 0, TIME)
                && CAPITALS.spellsPart(text, TIME, PREFIX)
                && Alphabet.CAPITALS_AND_DIGITS.spellsPart(text, PREFIX, LENGTH);
    }

    @Override
    public String toString() {
        return text;
    }
}
