package gyeolje.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void textsAndNumbersAreKeptAndWhateverElseALaterGatewayAddsIsReadPast() {
        String json = " {\"a\":\"x\\u0041\\n\\\"\", \"n\":1004 ,\"t\":true,\"nothing\":null,"
                + "\"list\":[1,[\"]\"],{}],\"inner\":{\"a\":\"}\"}}\r\n";
        assertEquals(Map.of("a", "xA\n\"", "n", "1004", "t", "true"), JsonReader.object(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"a\"",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":\"x\"",
                "{\"a\":\"x\"}}",
                "{\"a\":\"x\",}",
                "{\"a\":\"1\",\"a\":\"2\"}",
                "{\"a\":null,\"a\":\"2\"}",
                "{a:\"x\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":01}",
                "{\"a\":nul}",
                "<html></html>"
            })
    void anythingElseIsRefused(String json) {
        assertThrows(IllegalArgumentException.class, () -> JsonReader.object(json));
    }

    @Test
    void deepNestingIsRefusedBeforeItHurts() {
        assertThrows(IllegalArgumentException.class, () -> JsonReader.object("{\"a\":" + "[".repeat(100_000)));
    }
}
