package gyeolje.core.value;

/** Which characters may stand in a field at all (merchant API, section 5). */
public final class Text {
    public static boolean isBlank(String text) {
        int codePoint;
        for (int at = 0; at < text.length(); at += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(at);
            if (!isBlank(codePoint)) return false;
        }
        return true;
    }

    public static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** No control characters, lone surrogates, noncharacters or bidi overrides. */
    public static boolean isPrintable(String text) {
        int codePoint;
        for (int at = 0; at < text.length(); at += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(at);
            if (isForbidden(codePoint)) return false;
        }
        return true;
    }

    public static boolean isPrintableAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < 0x20 || text.charAt(at) > 0x7E) return false;
        }
        return true;
    }

    private static boolean isForbidden(int codePoint) {
        if (codePoint >= ' ' && codePoint <= '~') return false;
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
