package gyeolje.core.value;

/** Who sells (가맹점): 1 to 20 letters, digits, hyphens and underscores; it is part of every path and every signature. */
public record MerchantId(String text) {
    private static final Alphabet CHARACTERS = Alphabet.of("A-Za-z0-9_-");
    private static final int MOST = 20;

    public MerchantId {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not a well-formed merchant id");
    }

    public static boolean isWellFormed(String text) {
        return CHARACTERS.spells(text, 1, MOST) && Alphabet.LETTERS_AND_DIGITS.has(text.charAt(0));
    }

    @Override
    public String toString() {
        return text;
    }
}
