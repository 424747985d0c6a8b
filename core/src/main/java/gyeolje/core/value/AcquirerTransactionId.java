package gyeolje.core.value;

/** The acquirer's handle on an approval (KCP's tno, 14 digits); without it nothing can be cancelled. */
public record AcquirerTransactionId(String text) {
    private static final int MOST = 20;

    public AcquirerTransactionId {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed acquirer transaction id");
    }

    public static boolean isWellFormed(String text) {
        return Alphabet.LETTERS_AND_DIGITS.spells(text, 1, MOST);
    }

    @Override
    public String toString() {
        return text;
    }
}
