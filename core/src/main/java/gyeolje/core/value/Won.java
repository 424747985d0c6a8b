package gyeolje.core.value;

/** An amount in Korean won, which has no minor unit: 0 to 999,999,999,999. */
public record Won(long amount) implements Comparable<Won> {
    public static final Won ZERO = new Won(0);
    private static final long MOST = 999_999_999_999L;
    private static final int MOST_DIGITS = 12;

    public Won {
        if (amount < 0 || amount > MOST) throw new IllegalArgumentException("won out of range: " + amount);
    }

    /** Whether the text is an amount as the protocol writes it: ASCII digits, no sign, no leading zero. */
    public static boolean isWellFormed(String text) {
        if (!Alphabet.DIGITS.spells(text, 1, MOST_DIGITS)) return false;
        return text.length() == 1 || text.charAt(0) != '0';
    }

    public static Won of(String text) {
        if (!isWellFormed(text)) throw new IllegalArgumentException("not an amount in won");
        return new Won(Long.parseLong(text));
    }

    public String digits() {
        return Long.toString(amount);
    }

    @Override
    public int compareTo(Won other) {
        return Long.compare(amount, other.amount);
    }
}
