package gyeolje.gateway.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import gyeolje.core.request.CancelRequest;
import gyeolje.core.request.Fields;
import gyeolje.core.request.OrderRequest;
import gyeolje.core.request.Parsed;
import gyeolje.core.request.PayRequest;
import gyeolje.core.request.Profile;
import gyeolje.core.request.Reading;
import gyeolje.core.value.MerchantId;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Fuzz target: a body is an object of named texts in UTF-8 or refused; written down again it reads the same; and each of the three
 * requests makes a request or a refusal of it, never an exception.
 */
public final class JsonBodyFuzz {
    private static final Instant NOW = Instant.parse("2026-04-01T03:00:00Z");
    private static final MerchantId TESTER = new MerchantId("tester");
    private static final JsonFactory JSON = new JsonFactory();

    public static void fuzzerTestOneInput(byte[] body) throws IOException {
        var read = JsonBody.read(body);
        if (read.isEmpty()) return;
        var fields = read.get();
        accepted(body, fields);
        assertEquals(Optional.of(fields), JsonBody.read(written(fields)), "written and read again");
        for (var profile : Profile.values()) parsed(fields, profile);
    }

    private static void accepted(byte[] body, Fields fields) {
        var raw = new String(body, ISO_8859_1).strip();
        assertTrue(isUtf8(body), "UTF-8");
        assertTrue(raw.startsWith("{") && raw.endsWith("}"), "one object");
        assertTrue(fields.texts().size() + fields.notTexts().size() <= 256, "few fields");
        boolean replaced = fields.texts().values().stream().anyMatch(text -> text.indexOf('\uFFFD') >= 0);
        if (replaced)
            assertTrue(raw.contains("\u00EF\u00BF\u00BD")
                    || raw.toLowerCase(Locale.ROOT).contains("\\ufffd"));
    }

    private static boolean isUtf8(byte[] body) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** With every character above ASCII escaped, so that a lone surrogate survives. */
    private static byte[] written(Fields fields) throws IOException {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(text)) {
            out.setHighestNonEscapedChar(127);
            out.writeStartObject();
            for (var field : fields.texts().entrySet()) out.writeStringField(field.getKey(), field.getValue());
            for (var name : fields.notTexts()) out.writeBooleanField(name, true);
            out.writeEndObject();
        }
        return text.toString().getBytes(UTF_8);
    }

    private static void parsed(Fields fields, Profile profile) {
        var reading = new Reading(TESTER, profile, Set.of("shop.example"), "Mozilla/5.0 (iPhone)", NOW);
        var order = OrderRequest.parse(fields, reading);
        judged(order);
        judged(CancelRequest.parse(fields, reading));
        judged(PayRequest.parse(fields, reading));
        if (order instanceof Parsed.Ok<OrderRequest>(var ok)) {
            assertEquals(fields.texts().get("amount"), ok.amount().digits());
            assertEquals(fields.texts().get("orderNumber"), ok.number().text());
        }
    }

    private static void judged(Parsed<?> parsed) {
        switch (parsed) {
            case Parsed.Ok<?>(var value) -> assertEquals(value, value);
            case Parsed.Rejected<?>(var refusal) ->
                assertTrue(!refusal.message().isEmpty() && refusal.message().indexOf('{') < 0, refusal.message());
        }
    }

    private JsonBodyFuzz() {}
}
