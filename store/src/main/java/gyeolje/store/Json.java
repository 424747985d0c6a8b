package gyeolje.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON object of a detail column: strings, whole numbers and objects. A member that is absent or of another type is an error. */
record Json(Map<String, Object> members) {
    /** Buffers are shared: what Jackson keeps by thread, each virtual thread would make anew. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();

    /** For what is about a person: shared buffers would remember it until something else is written over it. */
    private static final JsonFactory FORGETFUL = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    static Json read(String text) {
        return read(FACTORY, text);
    }

    static Json readPersonal(String text) {
        return read(FORGETFUL, text);
    }

    private static Json read(JsonFactory factory, String text) {
        try (var in = factory.createParser(text.toCharArray())) {
            if (in.nextToken() != JsonToken.START_OBJECT) throw new IllegalArgumentException("not a JSON object");
            var object = object(in);
            if (in.nextToken() != null) throw new IllegalArgumentException("more than one JSON object");
            return object;
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static Json object(JsonParser in) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = in.currentName();
            Object value = switch (in.nextToken()) {
                case VALUE_STRING -> in.getText();
                case VALUE_NUMBER_INT -> in.getLongValue();
                case START_OBJECT -> object(in);
                case null, default -> throw new IllegalArgumentException("unexpected value of " + name);
            };
            members.put(name, value);
        }
        return new Json(members);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    String text(String name) {
        if (members.get(name) instanceof String text) return text;
        throw new IllegalArgumentException("no text " + name);
    }

    long number(String name) {
        if (members.get(name) instanceof Long number) return number;
        throw new IllegalArgumentException("no number " + name);
    }

    Json object(String name) {
        if (members.get(name) instanceof Json object) return object;
        throw new IllegalArgumentException("no object " + name);
    }
}
