package gyeolje.shop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.sdk.Authentication;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HexFormat;

/**
 * Fuzz target: what the acquirer's page posts back, through a browser that may have changed all of it. The fields that decide are
 * read as they stand whatever follows them, and a message that fits one of the two charsets loses no character.
 */
public final class WindowReturnFuzz {
    private static final String DECIDING = "res_cd=0000&ordr_idxx=20260401120000KK0001&param_opt_1=a%2Bb+c&";
    private static final Charset WINDOWS_949 = Charset.forName("x-windows-949");
    private static final HexFormat HEX = HexFormat.of();

    public static void fuzzerTestOneInput(byte[] input) {
        any(input);
        any(joined(DECIDING, input));
        var authentication = Authentication.fromBody(joined(DECIDING, input));
        assertEquals("0000", authentication.resultCode());
        assertEquals("20260401120000KK0001", authentication.transactionId());
        assertEquals("a+b c", authentication.paramOpt(1));
        assertTrue(authentication.isSuccess() && !authentication.isCancelled());
        message(input);
    }

    /** Nothing but the refusals that are documented. */
    private static void any(byte[] body) {
        var shown = Authentication.fromBody(body).toString();
        assertTrue(shown.chars().noneMatch(Character::isISOControl), "may stand in a log");
        try {
            var form = Form.ofWindow(body);
            assertTrue(form.fields().size() <= 200);
        } catch (Unacceptable refused) {
            assertEquals(400, refused.status());
        }
    }

    private static void message(byte[] input) {
        var escaped = new StringBuilder("res_msg=");
        for (byte b : input) escaped.append('%').append(HEX.toHexDigits(b));
        var message =
                Authentication.fromBody(escaped.toString().getBytes(US_ASCII)).resultMessage();
        if (fits(input, WINDOWS_949)) assertEquals(new String(input, WINDOWS_949), message);
        else if (fits(input, UTF_8)) assertEquals(new String(input, UTF_8), message);
        else assertTrue(message.indexOf('\uFFFD') >= 0, "a loss that can be seen");
    }

    private static boolean fits(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] joined(String head, byte[] tail) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(ISO_8859_1));
        bytes.writeBytes(tail);
        return bytes.toByteArray();
    }

    private WindowReturnFuzz() {}
}
