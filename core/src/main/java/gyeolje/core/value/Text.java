package gyeolje.core.value;

/** Which characters may stand in a field at all (merchant API, section 5). */
public final class Text {
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(Text::isBlank);
    }

    public static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** No control characters, lone surrogates, noncharacters or bidi overrides. */
    public static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(Text::isForbidden);
    }

    public static boolean isPrintableAscii(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c <= 0x7E);
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint)
                || isLineSeparator(codePoint)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
                || isNoncharacter(codePoint)
                || isBidiOverride(codePoint);
    }

    private static boolean isLineSeparator(int codePoint) {
        return codePoint == 0x2028 || codePoint == 0x2029;
    }

    private static boolean isNoncharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }

    private static boolean isBidiOverride(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private Text() {}
}
