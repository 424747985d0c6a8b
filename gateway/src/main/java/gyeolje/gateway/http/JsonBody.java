package gyeolje.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import gyeolje.core.request.Fields;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a request's body: one JSON object in strict UTF-8, no name twice, nothing behind it (merchant API, sections 2 and 6, code
 * 6003). Strict decoding is a security control: it is part of what stops a forged signature (section 4).
 */
final class JsonBody {
    private static final int MOST_FIELDS = 256;
    /** No buffer is kept: it would remember a shopper until something else is written over it. */
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxNumberLength(200)
                    .maxStringLength(256 * 1024)
                    .maxNameLength(1024)
                    .build())
            .build();

    /** The named texts; empty when the body is not such an object. A new decoder refuses what is malformed instead of replacing it. */
    static Optional<Fields> read(byte[] body) {
        try (var parser = parser(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
            var fields = object(parser);
            return parser.nextToken() == null ? fields : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static JsonParser parser(CharBuffer text) throws IOException {
        return JSON.createParser(text.array(), text.arrayOffset(), text.remaining());
    }

    private static Optional<Fields> object(JsonParser parser) throws IOException {
        Map<String, String> texts = new HashMap<>();
        var notTexts = new HashSet<String>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING) texts.put(name, parser.getText());
            else if (value != JsonToken.VALUE_NULL) notTexts.add(name);
            parser.skipChildren();
            if (texts.size() + notTexts.size() > MOST_FIELDS) return Optional.empty();
        }
        return Optional.of(new Fields(texts, notTexts));
    }

    private JsonBody() {}
}
