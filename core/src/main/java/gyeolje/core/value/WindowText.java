package gyeolje.core.value;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;

/**
 * What is left of a name for the acquirer's payment window (good_name, buyr_name; merchant API, section 5): what windows-949 can
 * write, without the characters that KCP refuses, cut to a number of bytes at a character boundary. Nothing ever turns into a
 * question mark.
 */
public final class WindowText {
    public static final int GOOD_NAME_BYTES = 100;
    public static final int BUYER_NAME_BYTES = 40;
    /** All 11,172 Hangul syllables; Java's "EUC-KR" has only 2,350 of them. */
    private static final Charset WINDOWS_949 = Charset.forName("x-windows-949");

    private static final String REFUSED = ",&;|\\'\"<>\r\n";

    public static String of(String text, int mostBytes) {
        var encoder = WINDOWS_949.newEncoder();
        var kept = new StringBuilder();
        int bytes = 0;
        for (int codePoint : composed(text).codePoints().toArray()) {
            if (kept.isEmpty() && Character.isWhitespace(codePoint)) continue;
            int size = size(encoder, codePoint);
            if (bytes + size > mostBytes) break;
            if (size > 0) kept.appendCodePoint(codePoint);
            bytes += size;
        }
        return kept.toString().stripTrailing();
    }

    /** Taken apart, as some systems write them, Hangul syllables could not be written at all. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * Bytes in windows-949; 0 for what cannot or must not be sent. Nothing outside the basic plane can be written, and what is for
     * private use has places in Java's table that browsers do not know.
     */
    private static int size(CharsetEncoder encoder, int codePoint) {
        if (REFUSED.indexOf(codePoint) >= 0 || !Character.isBmpCodePoint(codePoint)) return 0;
        if (Character.getType(codePoint) == Character.PRIVATE_USE) return 0;
        if (!encoder.canEncode((char) codePoint)) return 0;
        return codePoint < 0x80 ? 1 : 2;
    }

    private WindowText() {}
}
