package gyeolje.kcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether KCP is there at all, which is asked without moving money. */
final class ProbeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            200 | {'res_cd':'8132'}      | true
            200 | {'res_cd':'8061'}      | true
            200 | {'res_cd':'9562'}      | true
            503 | {'res_cd':'8132'}      | false
            200 | <html>sorry</html>     | false
            502 | <html>sorry</html>     | false
            """)
    void any_answer_of_its_own_will_do(int status, String body, boolean answers) throws IOException {
        try (var server = new StubKcp(StubKcp.answering(
                        status, "application/json", body.replace('\'', '"').getBytes(UTF_8)));
                var scene = Scene.at(server.port())) {
            assertEquals(answers, scene.kcp().answers(Scene.order()));
            assertTrue(server.heard().getFirst().path().endsWith("/std/inquery"));
            assertEquals(1, server.heard().size());
        }
    }

    @Test
    void nobody_there_is_no_answer() throws IOException {
        int port;
        try (var closed = StubKcp.plain()) {
            port = closed.getLocalPort();
        }
        try (var scene = Scene.at(port)) {
            assertFalse(scene.kcp().answers(Scene.order()));
        }
    }
}
