package gyeolje.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.core.request.Fields;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bodies are one JSON object in strict UTF-8, and what they say. */
final class JsonBodyTest {
    private static Optional<Fields> read(String json) {
        return JsonBody.read(json.getBytes(UTF_8));
    }

    private static Fields fields(Map<String, String> texts, String... notTexts) {
        return new Fields(texts, Set.of(notTexts));
    }

    @Test
    void texts_are_read_by_name() {
        assertEquals(
                Optional.of(fields(Map.of("amount", "1004", "이름", "텀블러 \"大\" 😀\n"))),
                read(" {\"amount\":\"1004\", \"이름\" : \"텀블러 \\\"大\\\" \\uD83D\\uDE00\\n\"}\r\n\t"));
    }

    @Test
    void what_is_no_text_is_known_by_name_only() {
        assertEquals(
                Optional.of(fields(Map.of("z", "1"), "a", "b", "c", "d")),
                read("{\"a\":1004,\"b\":true,\"c\":[\"x\",{\"y\":1}],\"d\":{\"e\":\"f\"},\"z\":\"1\"}"));
    }

    @Test
    void null_counts_as_absent() {
        assertEquals(Optional.of(fields(Map.of())), read("{\"amount\":null}"));
    }

    @Test
    void an_empty_object_says_nothing() {
        assertEquals(Optional.of(fields(Map.of())), read("{}"));
    }

    @Test
    void names_are_taken_to_the_letter() {
        assertEquals(
                Optional.of(fields(Map.of("Amount", "1", "amount ", "2"))),
                read("{\"Amount\":\"1\",\"amount \":\"2\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":\"b",
                "{\"a\":\"b\"",
                "{\"a\":\"b\",}",
                "{\"a\":\"b\"}}",
                "{\"a\":\"b\"}{}",
                "{\"a\":\"b\"}x",
                "{\"a\":\"b\"} null",
                "{'a':'b'}",
                "{a:\"b\"}",
                "{\"a\":\"b\"/*comment*/}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":\"line\nbreak\"}",
                "{\"a\":\"\\x41\"}",
                "{\"a\":tru}",
                "[]",
                "[{\"a\":\"b\"}]",
                "\"text\"",
                "1004",
                "true",
                "null",
                "\uFEFF{\"a\":\"b\"}",
                "{\"amount\":\"1004\",\"amount\":\"1\"}",
                "{\"amount\":\"1004\",\"\\u0061mount\":\"1\"}",
                "{\"amount\":\"1004\",\"amount\":1}",
                "{\"amount\":null,\"amount\":\"1\"}",
                "{\"x\":{\"a\":1,\"a\":2}}"
            })
    void anything_else_is_unreadable(String body) {
        assertEquals(Optional.empty(), read(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"C0 80", "ED A0 80", "F5 80 80 80", "80", "E2 82", "FF", "C1 81", "F4 90 80 80", "E0 80 AF"})
    void bytes_that_are_no_utf8_are_unreadable_rather_than_replaced(String hex) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"a\":\"".getBytes(UTF_8));
        body.writeBytes(HexFormat.ofDelimiter(" ").withUpperCase().parseHex(hex));
        body.writeBytes("\"}".getBytes(UTF_8));
        assertEquals(Optional.empty(), JsonBody.read(body.toByteArray()));
    }

    @Test
    void other_encodings_are_unreadable() {
        for (var charset : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
            assertEquals(
                    Optional.empty(),
                    JsonBody.read("{\"a\":\"b\"}".getBytes(java.nio.charset.Charset.forName(charset))));
        assertEquals(Optional.empty(), JsonBody.read("{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void nesting_ends_at_sixteen() {
        assertEquals(Optional.of(fields(Map.of(), "a")), read("{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}"));
        assertEquals(Optional.empty(), read("{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}"));
        assertEquals(Optional.empty(), read("{\"a\":".repeat(100_000)));
        assertEquals(Optional.empty(), read("[".repeat(100_000)));
    }

    @Test
    void more_fields_than_any_request_has_are_unreadable() {
        assertEquals(256, read(keys(256)).orElseThrow().texts().size());
        assertEquals(Optional.empty(), read(keys(257)));
        assertEquals(Optional.empty(), read(keys(1_000_000)));
    }

    @Test
    void a_number_as_long_as_a_book_is_unreadable() {
        assertEquals(Optional.empty(), read("{\"a\":1" + "0".repeat(1_000) + "}"));
        assertEquals(Optional.of(fields(Map.of(), "a")), read("{\"a\":1e400}"));
    }

    private static String keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"" + i + "\":\"\"").collect(Collectors.joining(",", "{", "}"));
    }
}
