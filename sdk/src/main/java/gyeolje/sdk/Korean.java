package gyeolje.sdk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * Reads Korean bytes of the acquirer's browser hop. "EUC-KR" there means windows-949, which has all 11,172 syllables
 * (Java's own EUC-KR has 2,350 of them).
 */
final class Korean {
    /** A cut-down Java runtime may lack it; the fields a payment needs are ASCII and survive that. */
    private static final Charset WINDOWS_949 =
            Charset.isSupported("x-windows-949") ? Charset.forName("x-windows-949") : StandardCharsets.ISO_8859_1;

    private Korean() {}

    /** The one charset in which all of the values are well-formed: the preferred, else the other, else the first. */
    static Charset charsetOf(Collection<byte[]> values, boolean preferUtf8) {
        Charset first = preferUtf8 ? StandardCharsets.UTF_8 : WINDOWS_949;
        Charset second = preferUtf8 ? WINDOWS_949 : StandardCharsets.UTF_8;
        return !allFit(values, first) && allFit(values, second) ? second : first;
    }

    /** Undoes a container's reading of the bytes as ISO-8859-1; any other text stays as it is. */
    static String repaired(String text) {
        boolean onlyBytes = text.chars().allMatch(c -> c <= 0xff);
        boolean onlyAscii = text.chars().allMatch(c -> c < 0x80);
        if (!onlyBytes || onlyAscii) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Charset charset = charsetOf(java.util.Collections.singleton(bytes), false);
        return fits(bytes, charset) ? new String(bytes, charset) : text;
    }

    private static boolean allFit(Collection<byte[]> values, Charset charset) {
        return values.stream().allMatch(value -> fits(value, charset));
    }

    private static boolean fits(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
