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

    /** Of each character of the basic plane: every order has two texts, and asking an encoder takes many times as long. */
    private static final byte[] SIZES = sizes();

    private static byte[] sizes() {
        var encoder = WINDOWS_949.newEncoder();
        var sizes = new byte[Character.MAX_VALUE + 1];
        for (int character = 0; character < sizes.length; character++)
            sizes[character] = (byte) size(encoder, (char) character);
        return sizes;
    }

    /** Bytes in windows-949; 0 for what cannot or must not be sent. What is for private use has places in Java's table that browsers do not know. */
    private static int size(CharsetEncoder encoder, char character) {
        if (REFUSED.indexOf(character) >= 0) return 0;
        if (Character.getType(character) == Character.PRIVATE_USE) return 0;
        if (!encoder.canEncode(character)) return 0;
        return character < 0x80 ? 1 : 2;
    }

    public static String of(String text, int mostBytes) {
        var composed = composed(text);
        var kept = new StringBuilder(composed.length());
        int bytes = 0;
        int codePoint;
        for (int at = 0; at < composed.length(); at += Character.charCount(codePoint)) {
            codePoint = composed.codePointAt(at);
            if (kept.isEmpty() && Character.isWhitespace(codePoint)) continue;
            int size = size(codePoint);
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

    /** Nothing outside the basic plane can be written. */
    private static int size(int codePoint) {
        return Character.isBmpCodePoint(codePoint) ? SIZES[codePoint] : 0;
    }

    private WindowText() {}
}
