package gyeolje.core.value;

/**
 * A set of ASCII characters, for texts whose shape is that and a length. Every request is full of them, and a table is many times as
 * fast as a pattern.
 */
public final class Alphabet {
    public static final Alphabet DIGITS = Alphabet.of("0-9");
    public static final Alphabet HEX = Alphabet.of("0-9a-fA-F");
    public static final Alphabet LOWER_CASE_HEX = Alphabet.of("0-9a-f");
    public static final Alphabet LETTERS_AND_DIGITS = Alphabet.of("0-9A-Za-z");
    public static final Alphabet CAPITALS_AND_DIGITS = Alphabet.of("0-9A-Z");

    private final boolean[] members = new boolean[128];

    private Alphabet() {}

    /**
     * An alphabet of single characters and ranges.
     *
     * @param ranges such as `A-Z0-9_-`, one after the other; a hyphen of its own comes last
     */
    public static Alphabet of(String ranges) {
        var alphabet = new Alphabet();
        for (int at = 0; at < ranges.length(); at++) {
            char from = ranges.charAt(at);
            boolean isRange = at + 2 < ranges.length() && ranges.charAt(at + 1) == '-';
            char to = isRange ? ranges.charAt(at + 2) : from;
            for (char member = from; member <= to; member++) alphabet.members[member] = true;
            if (isRange) at += 2;
        }
        return alphabet;
    }

    public boolean has(char character) {
        return character < members.length && members[character];
    }

    /** Whether the text has so many characters, all of them from here. */
    public boolean spells(String text, int least, int most) {
        return text.length() >= least && text.length() <= most && spellsPart(text, 0, text.length());
    }

    /** Whether the characters of a part of the text are all from here. */
    boolean spellsPart(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!has(text.charAt(at))) return false;
        }
        return true;
    }
}
