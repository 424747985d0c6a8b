package gyeolje.proof.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What came back, to the byte. It does not exist unless it is one flat JSON object in well-formed UTF-8 with a response code and
 * message (merchant API, section 2).
 */
public record Reply(int status, String body, JsonNode json) {
    private static final JsonMapper JSON = new JsonMapper();

    static Reply of(int status, String contentType, byte[] bytes) throws IOException {
        if (!contentType.equals("application/json;charset=utf-8"))
            throw new AssertionError("answered as " + contentType);
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
        return new Reply(status, body, json);
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
