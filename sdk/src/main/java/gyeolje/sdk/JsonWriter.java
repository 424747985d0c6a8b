package gyeolje.sdk;

import java.util.Map;

/** Writes flat JSON objects of strings, in the order of the map. */
final class JsonWriter {
    private JsonWriter() {}

    /** For the wire: only what JSON requires is escaped. */
    static String text(Map<String, String> fields) {
        return object(fields, false);
    }

    /** For a page in any encoding: everything outside ASCII and everything HTML cares about is escaped. */
    static String ascii(Map<String, String> fields) {
        return object(fields, true);
    }

    private static String object(Map<String, String> fields, boolean ascii) {
        StringBuilder out = new StringBuilder("{");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (out.length() > 1) {
                out.append(',');
            }
            string(out, field.getKey(), ascii);
            out.append(':');
            string(out, field.getValue(), ascii);
        }
        return out.append('}').toString();
    }

    private static void string(StringBuilder out, String text, boolean ascii) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || (ascii && (c > 0x7e || "<>&'".indexOf(c) >= 0))) {
                out.append("\\u").append(hex4(c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static String hex4(char c) {
        String hex = Integer.toHexString(c);
        return "0000".substring(hex.length()) + hex;
    }
}
