package gyeolje.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import gyeolje.gateway.log.KnownSecrets;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** What somebody logs by mistake comes out of the log as it is configured without its secrets, and everything else as it was. */
final class RedactedLogTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SEALED = "2rXG9fQ0b/Zk1vJ8sT+5yNcW7eLhA3mUoPqRxKdBtYiVwEzCgHjSnMuFaO4l6D==";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    enc_data=an+authentication%2B of 홍길동          | enc_data=[hidden] of 홍길동
                    {"enc_data":"an authentication","tno":"7"}      | {"enc_data":[hidden],"tno":"7"}
                    Authentication[encData=abc, encInfo=def, x=PAY]  | Authentication[encData=[hidden], encInfo=[hidden], x=PAY]
                    jdbc:postgresql://db/pay?user=a&password=letmein&ssl=true | jdbc:postgresql://db/pay?user=a&password=[hidden]&ssl=true
                    카드 9431120000001004 거절                       | 카드 943112******1004 거절
                    4111-1111-1111-1111, 3782 822463 10005           | 411111******1111, 378282*****0005
                    구매자 hong.gildong+pay@mail.example.kr 님        | 구매자 [e-mail] 님
                    전화 010-1234-5678 01055554444 +82 10 1234 5678   | 전화 [phone] [phone] [phone]
                    """)
    void what_is_known_by_its_shape_is_hidden(String logged, String written) throws Exception {
        assertEquals(written, writtenAs(logged));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kcp approve 20260401120000KK0001 done in 12 ms: HTTP 200, code 0000",
                "tno 26040112000014, order 2026040112000016, order A-2026.0401:17, 1004000원 승인",
                "1775012400000 from 127.0.0.1:54321 to [2001:db8::1]:8443, version 0.1.0",
                "made a new master key in /var/lib/gyeolje/data/2026/gyeolje-master.key: 사본을 보관하세요",
                "-------------------------------------------------------------- \"인용\" \\ \t 끝",
                "java.lang.IllegalStateException: io.netty.channel.AbstractChannelHandlerContext@1f2a3b4c"
            })
    void what_operators_look_for_stays(String line) throws Exception {
        assertEquals(line, writtenAs(line));
    }

    @Test
    void private_keys_and_sealed_texts_are_hidden_over_many_lines() throws Exception {
        var pem = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n" + SEALED + "\n-----END ENCRYPTED PRIVATE KEY-----";
        assertEquals("read [private key].", writtenAs("read " + pem + "."));
        assertEquals("sent [sealed] to KCP", writtenAs("sent " + SEALED + " to KCP"));
        assertEquals("[sealed]", writtenAs(SEALED.replace("/", "\\/")));
    }

    @Test
    void a_known_value_is_hidden_in_words_values_and_exceptions_alike() throws Exception {
        var key = "k#7/한글-없는 key\"1"; // a password may hold anything
        KnownSecrets.hide(key);
        var events = written(log -> log.atError()
                .setCause(new IllegalStateException("with " + key, new java.io.IOException(key + " again")))
                .addKeyValue("transaction", "20260401120000KK0001")
                .addKeyValue("merchant", key)
                .addKeyValue("password", "letmein")
                .log("결제 {} {}", key + key, "끝"));
        assertFalse(events.toString().contains("없는"), events::toString);
        var event = events.getFirst();
        assertEquals("결제 [secret] 끝", event.path("formattedMessage").asText());
        assertEquals(
                "[{\"transaction\":\"20260401120000KK0001\"},{\"merchant\":\"[secret]\"},{\"password\":\"[hidden]\"}]",
                event.path("kvpList").toString());
        assertEquals("with [secret]", event.at("/throwable/message").asText());
        assertEquals("[secret] again", event.at("/throwable/cause/message").asText());
        assertTrue(event.at("/throwable/stepArray").size() > 5, "the trace stays");
    }

    @Test
    void a_gateway_hides_the_keys_that_it_uses(@TempDir Path folder) throws Exception {
        try (var kcp = new StubKcp(Map.of());
                var scene = new Scene(folder, kcp.url(), MissingNode.getInstance())) {
            var order = Requests.post(Requests.path("tester", "order"), Requests.JSON, "{}".getBytes(UTF_8));
            assertEquals(200, RawHttp.exchange(scene.gateway.port(), order).status());
            var master = Files.readString(folder.resolve("gyeolje-master.key")).strip();
            assertEquals("a [secret] and a [secret]", writtenAs("a " + DemoKey.KEY.secret() + " and a " + master));
        }
    }

    private static String writtenAs(String line) throws Exception {
        var events = written(log -> log.warn("{}", line));
        assertEquals(1, events.size(), "one record for an event");
        return events.getFirst().path("formattedMessage").asText();
    }

    /** What the log has, as the gateway's own configuration writes it. */
    private static List<JsonNode> written(Consumer<Logger> logging) throws Exception {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        var stderr = System.err;
        var heard = new ByteArrayOutputStream();
        System.setErr(new PrintStream(heard, true, UTF_8));
        try {
            var configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(RedactedLogTest.class.getResource("/logback.xml"));
            logging.accept(context.getLogger("by.mistake"));
            context.stop();
        } finally {
            System.setErr(stderr);
        }
        var events = new ArrayList<JsonNode>();
        for (var line : heard.toString(UTF_8).lines().toList()) events.add(JSON.readTree(line));
        return events;
    }
}
