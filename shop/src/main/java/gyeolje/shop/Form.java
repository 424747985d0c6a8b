package gyeolje.shop;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a posted HTML form, in their order; of fields with one name the first counts. */
record Form(Map<String, String> fields) {
    /** What browsers and KCP mean by "euc-kr". */
    static final Charset KOREAN = Charset.forName("windows-949");

    private static final int FIELDS_READ = 200;

    Form {
        fields = Collections.unmodifiableMap(fields);
    }

    static Form ofPage(byte[] body) throws Unacceptable {
        return read(body, StandardCharsets.UTF_8);
    }

    static Form ofWindow(byte[] body) throws Unacceptable {
        return read(body, KOREAN);
    }

    /** The field, or an empty text when it was not sent. */
    String get(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private static Form read(byte[] body, Charset charset) throws Unacceptable {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : new String(body, StandardCharsets.ISO_8859_1).split("&", FIELDS_READ)) {
            var equals = pair.indexOf('=');
            if (equals < 1) continue;
            try {
                fields.putIfAbsent(
                        decoded(pair.substring(0, equals), charset), decoded(pair.substring(equals + 1), charset));
            } catch (IllegalArgumentException malformed) {
                throw new Unacceptable(400, malformed);
            }
        }
        return new Form(fields);
    }

    /** To bytes first: the second byte of a windows-949 character may be a plain letter, which stands unescaped. */
    private static String decoded(String escaped, Charset charset) {
        var bytes = URLDecoder.decode(escaped, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        return new String(bytes, charset);
    }
}
