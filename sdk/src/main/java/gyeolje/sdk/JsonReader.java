package gyeolje.sdk;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads one JSON object strictly. Text, numbers and booleans of the outermost level become texts; null, arrays and
 * inner objects are read past, so that a later gateway may add them. A key that comes twice is an error: an answer
 * with two response codes is no answer.
 */
final class JsonReader {
    private static final int DEEPEST = 32;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when the text is not one well-formed JSON object */
    static Map<String, String> object(String text) {
        JsonReader reader = new JsonReader(text);
        reader.blanks();
        Map<String, String> fields = reader.readObject(0);
        reader.blanks();
        if (reader.at != text.length()) {
            throw reader.wrong();
        }
        return fields;
    }

    private Map<String, String> readObject(int depth) {
        expect('{');
        Map<String, String> fields = new LinkedHashMap<>();
        java.util.Set<String> names = new java.util.HashSet<>();
        blanks();
        if (accept('}')) {
            return fields;
        }
        do {
            blanks();
            String name = readString();
            if (!names.add(name)) {
                throw wrong();
            }
            blanks();
            expect(':');
            String value = readValue(depth + 1);
            if (value != null) {
                fields.put(name, value);
            }
            blanks();
        } while (accept(','));
        expect('}');
        return fields;
    }

    /** The value's text, or null for what has none. */
    private String readValue(int depth) {
        if (depth > DEEPEST) {
            throw wrong();
        }
        blanks();
        switch (peek()) {
            case '"':
                return readString();
            case '{':
                readObject(depth);
                return null;
            case '[':
                readArray(depth);
                return null;
            default:
                return readBare();
        }
    }

    private void readArray(int depth) {
        expect('[');
        blanks();
        if (accept(']')) {
            return;
        }
        do {
            readValue(depth + 1);
            blanks();
        } while (accept(','));
        expect(']');
    }

    private String readBare() {
        int from = at;
        while (isBare()) {
            at++;
        }
        String bare = text.substring(from, at);
        if (bare.equals("null")) {
            return null;
        }
        if (bare.equals("true")
                || bare.equals("false")
                || bare.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            return bare;
        }
        throw wrong();
    }

    private boolean isBare() {
        char c = at < text.length() ? text.charAt(at) : ' ';
        return c < 0x80 && (Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0);
    }

    private String readString() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return out.toString();
            }
            if (c < 0x20) {
                throw wrong();
            }
            out.append(c == '\\' ? escaped(next()) : c);
        }
    }

    private char escaped(char c) {
        switch (c) {
            case '"':
            case '\\':
            case '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return (char) (hex(next()) << 12 | hex(next()) << 8 | hex(next()) << 4 | hex(next()));
            default:
                throw wrong();
        }
    }

    private int hex(char c) {
        int digit = c < 0x80 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw wrong();
        }
        return digit;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at == text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw wrong();
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("not a well-formed JSON object, at character " + at);
    }
}
