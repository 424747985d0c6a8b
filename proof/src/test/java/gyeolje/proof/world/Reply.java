package gyeolje.proof.world;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What came back, to the byte. It does not exist unless it is one flat JSON object in well-formed UTF-8 with a response code and
 * message (merchant API, section 2), under headers that let nobody keep it, guess its type or follow it elsewhere.
 *
 * @param headers by their names in lower case
 */
public record Reply(int status, Map<String, String> headers, String body, JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, String> ALWAYS = Map.of(
            "content-type", "application/json;charset=utf-8",
            "cache-control", "no-store",
            "x-content-type-options", "nosniff");
    private static final Set<String> NEVER = Set.of("location", "server", "set-cookie", "x-powered-by", "refresh");

    static Reply of(int status, Map<String, String> headers, byte[] bytes) throws IOException {
        for (var header : ALWAYS.entrySet()) {
            if (!header.getValue().equals(headers.get(header.getKey())))
                throw new AssertionError("answered with " + header.getKey() + ": " + headers.get(header.getKey()));
        }
        for (var name : NEVER) {
            if (headers.containsKey(name)) throw new AssertionError("answered with a header " + name);
        }
        if (status >= 300 && status < 400) throw new AssertionError("answered with a redirection: " + status);
        var body = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        var json = JSON.readTree(body);
        for (var field : json.properties()) {
            if (!field.getValue().isTextual()) throw new AssertionError("not a string: " + field.getKey());
        }
        if (!json.isObject() || !json.has("responseCode") || !json.has("responseMsg"))
            throw new AssertionError("answered without a code and a message: " + body);
        Heard.keep(body);
        return new Reply(status, new TreeMap<>(headers), body, json);
    }

    public String text(String field) {
        return json.path(field).asText();
    }

    public String code() {
        return text("responseCode");
    }

    public String message() {
        return text("responseMsg");
    }

    public String transaction() {
        return json.has("ordr_idxx") ? text("ordr_idxx") : text("transactionId");
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
