package gyeolje.sandbox.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Browser forms in windows-949, which is what browsers mean by "euc-kr", or in UTF-8. */
public final class FormText {
    public static final Charset WINDOWS_949 = Charset.forName("x-windows-949");

    /** How a browser writes a character its form's charset lacks. */
    private static final Pattern ENTITY = Pattern.compile("&#([0-9]{3,7});");

    private FormText() {}

    /** The fields of a urlencoded body, first value of each name; characters a browser wrote as entities are characters again. */
    public static Map<String, String> fields(byte[] body, Charset charset) {
        Map<String, String> fields = new LinkedHashMap<>();
        String raw = new String(body, StandardCharsets.ISO_8859_1);
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals), charset);
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1), charset);
            if (!name.isEmpty()) {
                fields.putIfAbsent(name, charset.equals(WINDOWS_949) ? withoutEntities(value) : value);
            }
        }
        return fields;
    }

    /** Whether every character can be written in windows-949. */
    public static boolean fits(String text) {
        return WINDOWS_949.newEncoder().canEncode(text);
    }

    /** The text without the characters windows-949 lacks: a form would write them as entities, which no receiver expects. */
    public static String fitting(String text) {
        if (fits(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().mapToObj(Character::toString).filter(FormText::fits).forEach(kept::append);
        return kept.toString();
    }

    /** The length KCP counts in. */
    public static int length(String text) {
        return text.getBytes(WINDOWS_949).length;
    }

    private static String decode(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c == '%' && i + 2 < text.length() ? hex(text, i + 1) : -1;
            if (value >= 0) {
                i += 2;
                bytes.write(value);
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return bytes.toString(charset);
    }

    private static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** Only characters that windows-949 lacks: what a person typed as an entity stays as typed. */
    private static String withoutEntities(String text) {
        return ENTITY.matcher(text).replaceAll(match -> {
            int codePoint = Integer.parseInt(match.group(1));
            boolean browsers = Character.isValidCodePoint(codePoint) && !fits(Character.toString(codePoint));
            return Matcher.quoteReplacement(browsers ? Character.toString(codePoint) : match.group());
        });
    }
}
