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
                        URLDecoder.decode(pair.substring(0, equals), charset),
                        URLDecoder.decode(pair.substring(equals + 1), charset));
            } catch (IllegalArgumentException malformed) {
                throw new Unacceptable(400, malformed);
            }
        }
        return new Form(fields);
    }
}
