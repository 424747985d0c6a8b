package gyeolje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The developer's calls. */
class ControlTest {
    private final SteppingClock clock = new SteppingClock("2026-04-01T03:00:05Z");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), clock);
    private final Caller caller = new Caller(sandbox.port());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            faults       | nonsense                                                    | no flat JSON object
            faults       | {}                                                          | on is missing
            faults       | {"on":"refund","kind":"empty"}                              | must be register
            faults       | {"on":"approve"}                                            | kind is missing
            faults       | {"on":"approve","kind":"explode"}                           | unknown kind explode: use one of drop-before, drop-after
            faults       | {"on":"approve","kind":"not-found"}                         | makes no sense
            faults       | {"on":"register","kind":"late","ms":5}                      | makes no sense
            faults       | {"on":"approve","kind":"delay-after"}                       | ms is missing
            faults       | {"on":"approve","kind":"delay-after","ms":"x"}              | ms is no number
            faults       | {"on":"approve","kind":"delay-after","ms":-1}               | ms must be from
            faults       | {"on":"approve","kind":"status","status":99}                | status must be from
            faults       | {"on":"approve","kind":"empty","times":0}                   | times must be
            faults       | {"on":"approve","kind":"empty","tmies":1}                   | unknown field tmies
            authenticate | {"site_cd":"T0000","good_mny":"1004","method":"KAKAO_CARD"} | ordr_idxx is missing
            authenticate | {"site_cd":"T0000","ordr_idxx":"A","good_mny":"0","method":"KAKAO_CARD"} | good_mny must be
            authenticate | {"site_cd":"T0000","ordr_idxx":"A","good_mny":"9","method":"CASH"}       | method must be
            """)
    void badInputIsRefusedWithOneLine(String call, String body, String reason) throws Exception {
        HttpResponse<String> answer = caller.send("POST", "/_sandbox/" + call, body);
        assertEquals(400, answer.statusCode());
        String line = Caller.MAPPER.readTree(answer.body()).get("error").asText();
        assertTrue(line.contains(reason), line);
        assertFalse(line.contains("\n"));
    }

    @Test
    void anotherSitesPageCannotControlTheSandbox() throws Exception {
        HttpResponse<String> answer =
                caller.send("POST", "/_sandbox/reset", "", "origin", "https://elsewhere.example.com");
        assertEquals(403, answer.statusCode());
    }

    @Test
    void aStrangersNameForThisMachineIsNotEnough() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
            socket.setSoTimeout(10_000);
            String request = "GET /_sandbox/ledger HTTP/1.1\r\nhost: rebound.example.com\r\nconnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        }
    }

    @Test
    void unknownCallsAreToldApartFromWrongMethods() throws Exception {
        assertEquals(404, caller.send("GET", "/_sandbox/nothing", "").statusCode());
        assertEquals(405, caller.send("GET", "/_sandbox/reset", "").statusCode());
    }

    @Test
    void theLedgerCountsEveryCall() throws Exception {
        String tno = caller.paid(Caller.ORDER);
        caller.inquire(tno);
        caller.inquire(tno);
        JsonNode ledger = caller.get("/_sandbox/ledger");
        assertEquals(2, ledger.at("/calls/inquiry").asInt());
        assertEquals(1, ledger.at("/calls/approve").asInt());
        assertEquals(0, ledger.at("/calls/cancel").asInt());
        JsonNode approval = ledger.at("/approvals/0");
        assertEquals(tno, approval.get("tno").asText());
        assertEquals(Caller.ORDER, approval.get("ordr_idxx").asText());
        assertEquals(1004, approval.get("amount").asInt());
        assertEquals(0, approval.get("cancelled").asInt());
        assertEquals("approved", approval.get("state").asText());
    }

    @Test
    void aResetForgetsEverything() throws Exception {
        caller.paid(Caller.ORDER);
        caller.fault("{\"on\":\"cancel\",\"kind\":\"empty\"}");
        caller.control("/_sandbox/reset", "");
        assertTrue(caller.approvals().isEmpty());
        assertTrue(caller.get("/_sandbox/faults").get("faults").isEmpty());
        assertEquals(0, caller.get("/_sandbox/ledger").at("/calls/approve").asInt());
    }

    @Test
    void theTradeListIsOfOneDayInSeoul() throws Exception {
        clock.set("2026-04-01T14:59:59Z");
        String first = caller.paid(Caller.ORDER);
        caller.cancelPart(first, "4", "1004");
        clock.set("2026-04-01T15:00:00Z");
        String second = caller.paid("20260402000000KK0001");
        assertEquals(
                "tno,order_no,type,amount,time,state\n" + first
                        + ",20260401120000KK0001,KAKAO_MONEY,1004,20260401235959,partly_cancelled\n",
                caller.send("GET", "/_sandbox/trades?date=20260401", "").body());
        assertTrue(
                caller.send("GET", "/_sandbox/trades?date=20260402", "").body().contains(second));
        assertEquals(400, caller.send("GET", "/_sandbox/trades?date=today", "").statusCode());
    }

    @Test
    void aTradeListIsWrongInAnyWayThatIsAskedFor() throws Exception {
        clock.set("2026-04-01T03:00:00Z");
        String first = caller.paid(Caller.ORDER);
        String second = caller.paid("20260401120000KK0002");
        String line = ",KAKAO_MONEY,1004,20260401120000,";
        assertEquals(
                "tno,order_no,type,amount,time,state\n" + second + ",20260401120000KK0002" + line + "cancelled\n",
                caller.send("GET", "/_sandbox/trades?date=20260401&corrupt=missing-at-acquirer,cancelled-there", "")
                        .body());
        assertTrue(caller.send("GET", "/_sandbox/trades?date=20260401&corrupt=wrong-day", "")
                .body()
                .contains(first + ",20260401120000KK0001,KAKAO_MONEY,1004,20260331120000,approved"));
        assertEquals(
                400,
                caller.send("GET", "/_sandbox/trades?date=20260401&corrupt=not-cancelled-there", "")
                        .statusCode());
        assertTrue(caller.send("GET", "/_sandbox/trades?date=20260401&corrupt=everything", "")
                .body()
                .contains("known: missing-at-acquirer"));
    }

    @Test
    void aTradeCanBeCancelledPastTheGateway() throws Exception {
        String tno = caller.paid(Caller.ORDER);
        caller.control("/_sandbox/cancel", "{\"tno\":\"" + tno + "\"}");
        assertEquals(
                "cancelled",
                caller.get("/_sandbox/ledger").at("/approvals/0/state").asText());
        assertEquals(
                400,
                caller.send("POST", "/_sandbox/cancel", "{\"tno\":\"" + tno + "\"}")
                        .statusCode());
        assertEquals(
                400, caller.send("POST", "/_sandbox/cancel", "{\"tno\":\"1\"}").statusCode());
    }

    @Test
    void theFrontPageShowsTheLedger() throws Exception {
        String tno = caller.paid(Caller.ORDER);
        assertTrue(caller.send("GET", "/", "").body().contains(tno));
        assertTrue(caller.send("GET", "/?lang=en", "").body().contains("Payment sandbox"));
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() throws Exception {
        String large = "x".repeat(300 * 1024);
        assertEquals(413, caller.send("POST", "/gw/enc/v1/payment", large).statusCode());
    }

    @Test
    void gatewaysMayOnlyPost() throws Exception {
        assertEquals(405, caller.send("GET", "/gw/enc/v1/payment", "").statusCode());
    }
}
