package gyeolje.core.value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * Fuzz target: whatever is left of a name for the acquirer's window can be written in windows-949, says the same when read back,
 * fits, and is left alone by a second look. The first byte chooses how the rest is text, and how long it may get.
 */
public final class WindowTextFuzz {
    private static final Charset WINDOWS_949 = Charset.forName("x-windows-949");
    private static final String REFUSED = ",&;|\\'\"<>\r\n";

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) return;
        int mostBytes = (input[0] & 1) == 0 ? WindowText.GOOD_NAME_BYTES : WindowText.BUYER_NAME_BYTES;
        var text = text(input);
        var shown = WindowText.of(text, mostBytes);
        var bytes = written(shown);
        assertTrue(bytes.length <= mostBytes, "fits");
        assertEquals(shown, new String(bytes, WINDOWS_949));
        assertEquals(shown, WindowText.of(shown, mostBytes), "looked at twice");
        assertEquals(shown.strip(), shown, "nothing blank around it");
        assertTrue(shown.chars().noneMatch(c -> REFUSED.indexOf(c) >= 0 || c == '\uFFFD'));
        if (text.indexOf('?') < 0) assertTrue(shown.indexOf('?') < 0, "nothing turns into a question mark");
    }

    /** UTF-8, the UTF-16 of a JSON escape with its lone surrogates, or windows-949. */
    private static String text(byte[] input) {
        var rest = ByteBuffer.wrap(input, 1, input.length - 1);
        return switch (input[0] >> 1 & 3) {
            case 0 -> UTF_8.decode(rest).toString();
            case 1 -> WINDOWS_949.decode(rest).toString();
            default -> rest.asCharBuffer().toString();
        };
    }

    private static byte[] written(String text) {
        try {
            var bytes = WINDOWS_949.newEncoder().encode(CharBuffer.wrap(text));
            var copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (CharacterCodingException e) {
            throw new AssertionError("cannot be written in windows-949", e);
        }
    }

    private WindowTextFuzz() {}
}
