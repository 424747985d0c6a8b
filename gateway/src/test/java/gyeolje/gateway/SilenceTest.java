package gyeolje.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What must not be written down is not, whatever goes wrong. */
final class SilenceTest {
    private static final String ID = "20260401120000KK0001";
    private static final List<String> SECRETS =
            List.of("enc-data-secret", "enc-info-secret", "김비밀", DemoKey.KEY.secret(), "4111111111111111");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void secrets_reach_neither_the_log_nor_an_answer() throws Exception {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        root.addAppender(log);
        try (var kcp = new StubKcp(Map.of("/gw/enc/v1/payment", () -> "4111111111111111 is no JSON"));
                var scene = new Scene(folder, kcp.url(), MissingNode.getInstance())) {
            var answers = new StringBuilder();
            var order = Requests.order("tester", "S-1", "1004").put("userName", "김비밀");
            answers.append(ask(
                            scene,
                            "order",
                            order.put("apiCertKey", DemoKey.KEY.secret()).toString())
                    .replace("\"buyr_name\":\"김비밀\"", ""));
            var pay = Requests.pay(ID, "enc-data-secret").put("enc_info", "enc-info-secret");
            assertEquals(true, ask(scene, "pay", pay.toString()).contains("9001"));
            answers.append(ask(scene, "pay", pay.toString()));
            answers.append(ask(scene, "pay", pay + "}"));
            answers.append(
                    ask(scene, "pay", pay.put("ordr_idxx", "enc-data-secret").toString()));
            var heard = answers + log.list.stream().map(SilenceTest::text).collect(Collectors.joining("\n"));
            for (var secret : SECRETS) assertFalse(heard.contains(secret), heard);
        } finally {
            root.detachAppender(log);
        }
    }

    private static String text(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getFormattedMessage()
                + event.getKeyValuePairs()
                + (thrown == null ? "" : ch.qos.logback.classic.spi.ThrowableProxyUtil.asString(thrown));
    }

    private static String ask(Scene scene, String operation, String body) throws Exception {
        return RawHttp.exchange(
                        scene.gateway.port(),
                        Requests.post(
                                Requests.path("tester", operation),
                                Requests.JSON,
                                body.getBytes(StandardCharsets.UTF_8)))
                .body();
    }
}
