package gyeolje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault goes wrong on a real socket the way its name says. */
@Timeout(60)
class FaultsTest {
    private static final String ORDER = Caller.ORDER;
    private static final String APPROVE = "/gw/enc/v1/payment";

    private final SteppingClock clock = new SteppingClock("2026-04-01T03:00:05Z");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withInquiryByOrder(true), clock);
    private final Caller caller = new Caller(sandbox.port());
    private Map<String, String> request = new LinkedHashMap<>();

    @BeforeEach
    void buyerAgrees() throws Exception {
        request = Caller.approval(caller.authenticate(ORDER, "1004", "KAKAO_MONEY"), ORDER, "1004");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"drop-before, 0", "drop-after, 1"})
    void aDroppedApprovalIsResetAndDoneOrNot(String kind, int done) throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"" + kind + "\"}");
        assertThrows(IOException.class, () -> raw(APPROVE));
        assertEquals(done, caller.approvals().size());
        assertEquals(done == 1 ? "8094" : "0000", caller.approve(request).get("res_cd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay-before", "delay-after"})
    void aDelayedApprovalIsAnsweredAtLast(String kind) throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"" + kind + "\",\"ms\":50}");
        assertEquals("0000", caller.approve(request).get("res_cd"));
    }

    @Test
    void aDelayBeforeHasDoneNothingYetAndADelayAfterHas() throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"delay-before\",\"ms\":60000}");
        try (Socket waiting = open(APPROVE)) {
            awaitCall();
            assertTrue(caller.approvals().isEmpty());
            assertFalse(waiting.isClosed());
        }
        caller.fault("{\"on\":\"approve\",\"kind\":\"delay-after\",\"ms\":60000}");
        try (Socket waiting = open(APPROVE)) {
            awaitApproval();
            assertEquals(0, waiting.getInputStream().available());
        }
    }

    @Test
    void aStatusComesWithItsBodyAndNothingDone() throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"status\",\"status\":502,\"body\":\"bad gateway\"}");
        HttpResponse<String> answer = caller.send("POST", APPROVE, json());
        assertEquals(502, answer.statusCode());
        assertEquals("bad gateway", answer.body());
        assertTrue(caller.approvals().isEmpty());
    }

    @Test
    void aStatusMayHideAnApproval() throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"status\",\"status\":500,\"done\":true}");
        assertEquals(500, caller.send("POST", APPROVE, json()).statusCode());
        assertEquals(1, caller.approvals().size());
    }

    @Test
    void garbageIsNoJsonButTheMoneyMoved() throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"garbage\"}");
        HttpResponse<String> answer = caller.send("POST", APPROVE, json());
        assertEquals(200, answer.statusCode());
        assertThrows(IOException.class, () -> Caller.MAPPER.readTree(answer.body()));
        assertEquals(1, caller.approvals().size());
    }

    @Test
    void aTruncatedAnswerPromisesMoreThanComes() throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"truncate\"}");
        String answer = raw(APPROVE);
        int promised = Integer.parseInt(answer.replaceAll("(?s).*content-length: ([0-9]+).*", "$1"));
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertTrue(body.startsWith("{\"res_cd\":\"0000\""));
        assertTrue(body.getBytes(StandardCharsets.UTF_8).length < promised);
    }

    @Test
    void aDrippingAnswerIsWholeInTheEnd() throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"slow-drip\",\"ms\":1}");
        assertEquals("0000", caller.approve(request).get("res_cd"));
    }

    @Test
    void anEmptyAnswerHasNoBody() throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"empty\"}");
        HttpResponse<String> answer = caller.send("POST", APPROVE, json());
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void aDeclineHasTheCodeAskedFor() throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"decline\",\"code\":\"CC61\",\"message\":\"한도\"}");
        Map<String, String> answer = caller.approve(request);
        assertEquals("CC61", answer.get("res_cd"));
        assertEquals("한도", answer.get("res_msg"));
        assertTrue(caller.approvals().isEmpty());
    }

    @Test
    void answersLieAboutAmountOrderAndNumber() throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"wrong-amount\"}");
        assertEquals("1005", caller.approve(request).get("amount"));
        buyerAgrees();
        caller.fault("{\"on\":\"approve\",\"kind\":\"wrong-order\"}");
        assertFalse(ORDER.equals(caller.approve(request).get("order_no")));
        buyerAgrees();
        caller.fault("{\"on\":\"approve\",\"kind\":\"no-tno\"}");
        Map<String, String> answer = caller.approve(request);
        assertEquals("0000", answer.get("res_cd"));
        assertFalse(answer.containsKey("tno"));
        caller.approvals().forEach(each -> assertEquals(1004, each.get("amount").asInt()));
    }

    @Test
    void aLateApprovalIsUnknownAtFirst() throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"late\",\"ms\":60000}");
        assertThrows(IOException.class, () -> raw(APPROVE));
        assertEquals("8132", byOrder().get("res_cd"));
        assertEquals("8094", caller.approve(request).get("res_cd"));
        clock.pass(Duration.ofMinutes(1));
        assertEquals("STSR", byOrder().get("stat_ca_cd"));
        assertEquals(1, caller.approvals().size());
    }

    @Test
    void aLateInquiryKnowsNothingForAWhile() throws Exception {
        String tno = caller.paid(ORDER);
        caller.fault("{\"on\":\"inquiry\",\"kind\":\"late\",\"ms\":60000}");
        assertEquals("8132", caller.inquire(tno).get("res_cd"));
        assertEquals("8132", caller.inquire(tno).get("res_cd"));
        clock.pass(Duration.ofMinutes(1));
        assertEquals("0000", caller.inquire(tno).get("res_cd"));
    }

    @Test
    void aDuplicateSaysRepetitionOfWhatWasDoneOnlyNow() throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"duplicate\"}");
        assertEquals("8094", caller.approve(request).get("res_cd"));
        String tno = caller.approvals().get(0).get("tno").asText();
        caller.fault("{\"on\":\"cancel\",\"kind\":\"duplicate\"}");
        assertEquals("8133", caller.cancel(Caller.cancel(tno, "STSC")).get("res_cd"));
        assertEquals("cancelled", caller.approvals().get(0).get("state").asText());
    }

    @Test
    void aKnownTradeIsSaidToBeUnknown() throws Exception {
        String tno = caller.paid(ORDER);
        caller.fault("{\"on\":\"cancel\",\"kind\":\"not-found\"}");
        caller.fault("{\"on\":\"inquiry\",\"kind\":\"not-found\"}");
        assertEquals("8132", caller.cancel(Caller.cancel(tno, "STSC")).get("res_cd"));
        assertEquals("8132", caller.inquire(tno).get("res_cd"));
        assertEquals("STSR", caller.inquire(tno).get("stat_ca_cd"));
    }

    @Test
    void aRedirectLeadsElsewhere() throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"redirect\",\"location\":\"http://127.0.0.1:9/\"}");
        HttpResponse<String> answer = caller.send("POST", APPROVE, json());
        assertEquals(302, answer.statusCode());
        assertEquals(
                "http://127.0.0.1:9/", answer.headers().firstValue("location").orElse(""));
        assertTrue(caller.approvals().isEmpty());
    }

    @Test
    void registrationHasFaultsToo() throws Exception {
        caller.fault("{\"on\":\"register\",\"kind\":\"decline\",\"code\":\"8001\"}");
        assertEquals(
                "8001",
                caller.call("/trade/register.do", Caller.registration(ORDER)).get("Code"));
        assertEquals(
                "0000",
                caller.call("/trade/register.do", Caller.registration(ORDER)).get("Code"));
    }

    @Test
    void faultsHitInTurnAndOnlyAsOftenAsAsked() throws Exception {
        caller.fault("{\"on\":\"inquiry\",\"kind\":\"not-found\",\"times\":2}");
        assertEquals(2, caller.get("/_sandbox/faults").at("/faults/0/times").asInt());
        String tno = caller.paid(ORDER);
        assertEquals("8132", caller.inquire(tno).get("res_cd"));
        assertEquals("8132", caller.inquire(tno).get("res_cd"));
        assertEquals("0000", caller.inquire(tno).get("res_cd"));
        assertTrue(caller.get("/_sandbox/faults").get("faults").isEmpty());
    }

    @Test
    void aFaultUntilClearedStays() throws Exception {
        caller.fault("{\"on\":\"inquiry\",\"kind\":\"not-found\",\"times\":-1}");
        String tno = caller.paid(ORDER);
        for (int i = 0; i < 5; i++) {
            assertEquals("8132", caller.inquire(tno).get("res_cd"));
        }
        caller.send("DELETE", "/_sandbox/faults", "");
        assertEquals("0000", caller.inquire(tno).get("res_cd"));
    }

    @Test
    void aFaultForOneOrderSparesTheOthers() throws Exception {
        caller.fault("{\"on\":\"approve\",\"kind\":\"decline\",\"order\":\"20260401120000KK0002\",\"times\":-1}");
        assertEquals("0000", caller.approve(request).get("res_cd"));
        String other = "20260401120000KK0002";
        Map<String, String> hit = Caller.approval(caller.authenticate(other, "1004", "KAKAO_MONEY"), other, "1004");
        assertEquals("CC10", caller.approve(hit).get("res_cd"));
    }

    private String json() throws IOException {
        return Caller.MAPPER.writeValueAsString(request);
    }

    private Map<String, String> byOrder() throws Exception {
        return caller.call("/std/inquery", Caller.inquiry("order_no", ORDER));
    }

    private void awaitApproval() throws Exception {
        while (caller.approvals().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private void awaitCall() throws Exception {
        while (caller.get("/_sandbox/ledger").at("/calls/approve").asInt() == 0) {
            Thread.onSpinWait();
        }
    }

    private Socket open(String path) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port());
        byte[] body = json().getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nhost: localhost\r\ncontent-length: " + body.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        return socket;
    }

    /** All that arrives until the other side hangs up; a reset is an exception. */
    private String raw(String path) throws IOException {
        try (Socket socket = open(path);
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(10_000);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
