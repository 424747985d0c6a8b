package gyeolje.store;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.function.Consumer;

/**
 * One JSON object of a detail column while it is written. Nothing of it is kept: a generator's buffers would remember a shopper until
 * something else is written over them, and without keeping them each of these few lines would cost kilobytes.
 */
final class JsonText {
    private static final JsonStringEncoder QUOTING = JsonStringEncoder.getInstance();

    private final StringBuilder text;

    private JsonText(StringBuilder text) {
        this.text = text.append('{');
    }

    /** An object with what the body puts into it. */
    static String of(Consumer<JsonText> body) {
        var text = new StringBuilder(256);
        body.accept(new JsonText(text));
        return text.append('}').toString();
    }

    void put(String name, String value) {
        begin(name);
        text.append('"');
        QUOTING.quoteAsString(value, text);
        text.append('"');
    }

    void put(String name, long value) {
        begin(name);
        text.append(value);
    }

    void put(String name, Consumer<JsonText> body) {
        begin(name);
        body.accept(new JsonText(text));
        text.append('}');
    }

    /** Names are ours and need no quoting. */
    private void begin(String name) {
        if (text.charAt(text.length() - 1) != '{') text.append(',');
        text.append('"').append(name).append("\":");
    }
}
