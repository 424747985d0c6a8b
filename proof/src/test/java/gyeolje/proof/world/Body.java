package gyeolje.proof.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A request's JSON object, field by field as JSON text, so that a test decides every byte. */
public final class Body {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> fields;

    private Body(Map<String, String> fields) {
        this.fields = fields;
    }

    public static Body empty() {
        return new Body(new LinkedHashMap<>());
    }

    public static Body of(Map<String, String> texts) {
        var body = empty();
        for (var text : texts.entrySet()) body = body.with(text.getKey(), text.getValue());
        return body;
    }

    /** Lone surrogates are written as escapes, as JSON allows. */
    public Body with(String name, String text) {
        try {
            var json = new StringBuilder();
            for (char c : JSON.writeValueAsString(text).toCharArray()) {
                if (Character.isSurrogate(c)) json.append("\\u%04x".formatted((int) c));
                else json.append(c);
            }
            return withJson(name, json.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The field with a value that is JSON already, such as `null` or `1`. */
    public Body withJson(String name, String json) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, json);
        return new Body(more);
    }

    public Body without(String name) {
        var less = new LinkedHashMap<>(fields);
        less.remove(name);
        return new Body(less);
    }

    public byte[] bytes() {
        return fields.entrySet().stream()
                .map(field -> '"' + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
