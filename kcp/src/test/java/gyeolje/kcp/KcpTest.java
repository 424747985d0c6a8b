package gyeolje.kcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gyeolje.core.payment.Acquirer.Finding;
import gyeolje.core.payment.Acquirer.Registering;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.AcquirerCancelled;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Registration, cancellation and inquiry in the cases that no transcript shows. Tables: KCP's answer in single-quoted JSON. */
final class KcpTest {
    private static final Trace KNOWN = new Trace.Known(Scene.TNO);

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:1/pay, true",
        "https://127.0.0.1/pay, true",
        "https://testsmpay.kcp.co.kr/pay/mobileGW.kcp, true",
        "http://testsmpay.kcp.co.kr/pay/mobileGW.kcp, false",
        "https://kcp.co.kr.evil.example/pay, false",
        "https://evilkcp.co.kr/pay, false",
        "https://user@smpay.kcp.co.kr/pay, false",
        "javascript:alert(1), false",
        "//smpay.kcp.co.kr/pay, false",
        "'', false"
    })
    void a_shopper_is_only_sent_to_kcps_own_window(String payUrl, boolean trusted) throws IOException {
        var answer = "{'Code':'0000','approvalKey':'abc=','PayUrl':'" + payUrl + "'}";
        assertEquals(trusted, registered(answer) instanceof Registering.Done);
    }

    @Test
    void a_registration_without_key_or_code_is_none() throws IOException {
        assertInstanceOf(Registering.Unreachable.class, registered("{'Code':'0000','PayUrl':'https://a.kcp.co.kr/'}"));
        assertInstanceOf(Registering.Unreachable.class, registered("{'Message':'?'}"));
    }

    @Test
    void the_registration_of_2021_wants_the_certificate_and_names_are_cut_for_the_window() throws IOException {
        try (var server = new StubKcp(answering("{'Code':'8001','Message':'no'}"));
                var scene = new Scene(Scene.settings(
                        "http://127.0.0.1:" + server.port(),
                        "/std/tradeReg/register",
                        Duration.ofSeconds(20),
                        true,
                        KcpSettings.Pools.DEFAULT))) {
            scene.kcp().register(Scene.order("텀블러 & \"컵\" 😀" + "가".repeat(80)));
            var body = json(server.heard().getFirst());
            assertTrue(body.path("kcp_cert_info").asText().startsWith("-----BEGIN CERTIFICATE-----"));
            var name = body.path("good_name").asText();
            assertTrue(name.startsWith("텀블러  컵 가"), name);
            assertTrue(name.getBytes(Charset.forName("x-windows-949")).length <= 100, name);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'res_cd':'0000'} | cancelled 2026-04-01T12:00
            {'res_cd':'0000','canc_time':'20260401120500'} | cancelled 2026-04-01T12:05
            {'res_cd':'0000','tno':'2'} | ORDER_DIFFERS
            {'res_cd':'8023'} | cancelled 2026-04-01T12:00
            {'res_cd':'8133'} | cancelled 2026-04-01T12:00
            {'res_cd':'CCA6'} | cancelled 2026-04-01T12:00
            {'res_cd':'8178','res_msg':'정산 부족'} | refused 8178 정산 부족
            {'res_cd':'8132','res_msg':'없음'} | refused 8132 없음
            {'res_cd':'8012','res_msg':'IP'} | refused 8012 IP
            {'res_cd':'8134','res_msg':'상태'} | refused 8134 상태
            {'res_cd':'8040','res_msg':'부분'} | refused 8040 부분
            {'res_cd':'8387'} | UPSTREAM_FAULT
            {'res_cd':'8041'} | UPSTREAM_FAULT
            {'res_cd':'8997'} | UPSTREAM_FAULT
            {'res_cd':'8094'} | DUPLICATE
            {'res_cd':'?'} | UNREADABLE
            """)
    void a_cancel_is_done_refused_or_in_doubt(String answer, String outcome) throws IOException {
        try (var server = new StubKcp(answering(answer));
                var scene = Scene.at(server.port())) {
            assertEquals(outcome, Told.of(scene.kcp().cancel(Scene.order(), Scene.TNO, "고객 변심")));
        }
    }

    @Test
    void a_trade_that_is_said_to_be_cancelled_but_stands_is_in_doubt() throws IOException {
        StubKcp.Play contradicting = (heard, socket) -> answering(
                        heard.path().endsWith("/cancel")
                                ? "{'res_cd':'8133'}"
                                : "{'res_cd':'0000','stat_ca_cd':'STSR','amount':'1004'}")
                .on(heard, socket);
        try (var server = new StubKcp(contradicting);
                var scene = Scene.at(server.port())) {
            assertEquals("UPSTREAM_FAULT", Told.of(scene.kcp().cancel(Scene.order(), Scene.TNO, "고객 변심")));
        }
    }

    @ParameterizedTest
    @CsvSource({"'고객; 변심, ''이유'' | <b>', 고객 변심 이유  b", "';;;', 취소 요청"})
    void the_reason_is_sent_without_what_kcp_refuses(String reason, String sent) throws IOException {
        try (var server = new StubKcp(answering("{'res_cd':'0000'}"));
                var scene = Scene.at(server.port())) {
            assertInstanceOf(AcquirerCancelled.class, scene.kcp().cancel(Scene.order(), Scene.TNO, reason));
            assertEquals(sent, json(server.heard().getFirst()).path("mod_desc").asText());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'res_cd':'0000','stat_ca_cd':'STSR','amount':'1004'} | Approved[tno=26040112000001, amount=Won[amount=1004]]
            {'res_cd':'0000','stat_ca_cd':'STPC','amount':'1004','rem_mny':500} | Approved[tno=26040112000001, amount=Won[amount=500]]
            {'res_cd':'0000','stat_ca_cd':'STSC','can_time':'20260401120500'} | Cancelled[tno=26040112000001, at=2026-04-01T12:05]
            {'res_cd':'8132'} | NotFound[]
            {'res_cd':'CCA1'} | NotFound[]
            {'res_cd':'8041'} | Unanswered[why=KCP code 8041]
            {'res_cd':'0000'} | Unanswered[why=the answer has no state that we know]
            {'res_cd':'0000','stat_ca_cd':'STSR'} | Unanswered[why=the answer has no readable amount]
            {'res_cd':'0000','stat_ca_cd':'STSR','amount':'1004','tno':'2'} | Unanswered[why=the answer names another trade]
            {'res_cd':'0000','stat_ca_cd':'STSR','amount':'1004','site_cd':'T0007'} | Unanswered[why=the answer names another site]
            """)
    void an_inquiry_finds_only_what_surely_speaks_of_this_trade(String answer, String finding) throws IOException {
        assertEquals(finding, inquired(answer, KNOWN).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'res_cd':'0000','stat_ca_cd':'STSR','amount':'1004','tno':'7','order_no':'20260401120000KK0001'} | Approved[tno=7, amount=Won[amount=1004]]
            {'res_cd':'0000','stat_ca_cd':'STSR','amount':'1004','tno':'7','order_no':'20260401120000KK0002'} | Unanswered[why=the answer names another order, or none]
            {'res_cd':'0000','stat_ca_cd':'STSR','amount':'1004','tno':'7'} | Unanswered[why=the answer names another order, or none]
            {'res_cd':'0000','stat_ca_cd':'STSR','amount':'1004','order_no':'20260401120000KK0001'} | Unanswered[why=the answer has no trade number]
            {'res_cd':'8132'} | NotFound[]
            """)
    void an_inquiry_by_order_must_say_whose_trade_it_found(String answer, String finding) throws IOException {
        assertEquals(finding, inquired(answer, new Trace.Unknown()).toString());
    }

    @Test
    void kcp_as_it_is_cannot_be_asked_without_its_number_and_is_not_asked() throws IOException {
        try (var server = new StubKcp(answering("{}"));
                var scene =
                        new Scene(Scene.settings("http://127.0.0.1:" + server.port(), Duration.ofSeconds(20), false))) {
            assertFalse(scene.kcp().answersByOrder());
            assertInstanceOf(Finding.Unanswered.class, scene.kcp().inquire(Scene.order(), new Trace.Unknown()));
            assertEquals(List.of(), server.heard());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://spl.kcp.co.kr, true",
        "https://SPL.kcp.co.kr:443, true",
        "https://stg-spl.kcp.co.kr, false",
        "http://127.0.0.1:8090, false"
    })
    void only_kcps_own_host_is_live(String base, boolean live) {
        assertEquals(live, Scene.settings(base, Duration.ofSeconds(1), false).isLive());
    }

    @Test
    void addresses_that_are_none_are_refused_with_the_key_that_holds_them() {
        var good = URI.create("https://spl.kcp.co.kr/x");
        var bad = URI.create("ftp://spl.kcp.co.kr/x");
        var refused =
                assertThrows(IllegalArgumentException.class, () -> new KcpSettings.Addresses(good, good, bad, good));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("kcp.cancel-url "), refused.getMessage());
    }

    @Test
    void no_secret_and_no_card_number_ever_reaches_a_log() throws IOException {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var level = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
        try {
            everyCall("{'res_cd':'0000','tno':'1','amount':'1004','pay_method':'PACA','card_no':'9431121234561004'}");
            everyCall("{'res_cd':'CC10','res_msg':'9431121234561004'}");
            everyCall("9431121234561004");
        } finally {
            root.setLevel(level);
            root.detachAppender(log);
        }
        var lines = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains("kcp approve 20260401120000KK0001 done")));
        assertTrue(lines.stream().anyMatch(line -> line.endsWith("HTTP 200, code CC10")));
        assertTrue(lines.stream().anyMatch(line -> line.endsWith("not a JSON object; UNREADABLE")));
        for (var secret : List.of("secretDATA", "secretINFO", "MIIDODCC", "kcp_sign_data", "9431121234561004")) {
            assertTrue(lines.stream().noneMatch(line -> line.contains(secret)), secret);
        }
        var key =
                Files.readString(Scene.KEYS.resolve("key.pem")).lines().toList().get(1);
        assertTrue(lines.stream().noneMatch(line -> line.contains(key)));
    }

    private static void everyCall(String answer) throws IOException {
        try (var server = new StubKcp(answering(answer));
                var scene = Scene.at(server.port())) {
            scene.kcp().register(Scene.order());
            scene.kcp().approve(Scene.order(), Scene.AUTHENTICATION);
            scene.kcp().cancel(Scene.order(), Scene.TNO, "고객 변심");
            scene.kcp().inquire(Scene.order(), KNOWN);
        }
    }

    private static Registering registered(String answer) throws IOException {
        try (var server = new StubKcp(answering(answer));
                var scene = Scene.at(server.port())) {
            return scene.kcp().register(Scene.order());
        }
    }

    private static Finding inquired(String answer, Trace trace) throws IOException {
        try (var server = new StubKcp(answering(answer));
                var scene = Scene.at(server.port())) {
            return scene.kcp().inquire(Scene.order(), trace);
        }
    }

    private static StubKcp.Play answering(String answer) {
        return StubKcp.answering(
                200, "application/json", answer.replace('\'', '"').getBytes(UTF_8));
    }

    private static JsonNode json(StubKcp.Heard heard) throws IOException {
        return new ObjectMapper().readTree(heard.text());
    }
}
