package gyeolje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal has KCP's own code and moves no money. */
class CodesTest {
    private static final String ORDER = Caller.ORDER;

    private final SteppingClock clock = new SteppingClock("2026-04-01T03:00:05Z");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), clock);
    private final Caller caller = new Caller(sandbox.port());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest(name = "approval with {0}={1}: {2}")
    @CsvSource({
        "site_cd, , 9002",
        "site_cd, t0, 9200",
        "site_cd, T0007, 8226",
        "kcp_cert_info, , 8002",
        "kcp_cert_info, rubbish, 8002",
        "kcp_cert_info, -----BEGIN CERTIFICATE-----QUJD-----END CERTIFICATE-----, 8002",
        "tran_cd, , 9562",
        "tran_cd, 00200000, 9562",
        "enc_data, , 6004",
        "enc_data, 2AAAA, 6004",
        "enc_info, 1AAAA, 6004",
        "ordr_no, 20260401120000KK9999, 6004",
        "ordr_mony, 1005, 8059",
        "ordr_mony, '1,004', 9009"
    })
    void aWrongApprovalIsRefused(String name, String value, String code) throws Exception {
        Map<String, String> request = Caller.approval(caller.authenticate(ORDER, "1004", "KAKAO_MONEY"), ORDER, "1004");
        String right = request.put(name, value == null ? "" : value);
        assertEquals(code, caller.approve(request).get("res_cd"));
        assertTrue(caller.approvals().isEmpty());
        request.put(name, right);
        assertEquals("0000", caller.approve(request).get("res_cd"), "a refused request uses nothing up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aCertificateWithLineBreaksIsRefused(String lineBreak) throws Exception {
        Map<String, String> request = Caller.approval(caller.authenticate(ORDER, "1004", "KAKAO_MONEY"), ORDER, "1004");
        request.compute("kcp_cert_info", (_, pem) -> String.valueOf(pem).replace("-----M", "-----" + lineBreak + "M"));
        assertEquals("8002", caller.approve(request).get("res_cd"));
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        clock.set("2037-01-01T00:00:00Z");
        Map<String, String> request = Caller.approval(caller.authenticate(ORDER, "1004", "KAKAO_MONEY"), ORDER, "1004");
        assertEquals("8002", caller.approve(request).get("res_cd"));
    }

    @Test
    void anAuthenticationIsWorthOneApproval() throws Exception {
        Map<String, String> request = Caller.approval(caller.authenticate(ORDER, "1004", "KAKAO_CARD"), ORDER, "1004");
        assertEquals("0000", caller.approve(request).get("res_cd"));
        assertEquals("8094", caller.approve(request).get("res_cd"));
        JsonNode approvals = caller.approvals();
        assertEquals(1, approvals.size());
        assertEquals(2, approvals.get(0).get("approve_calls").asInt());
    }

    @Test
    void anotherSandboxesAuthenticationIsForeign() throws Exception {
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withSeed(2), clock)) {
            Map<String, String> foreign = new Caller(other.port()).authenticate(ORDER, "1004", "KAKAO_MONEY");
            assertEquals(
                    "6004",
                    caller.approve(Caller.approval(foreign, ORDER, "1004")).get("res_cd"));
        }
    }

    @Test
    void encInfoBelongsToItsEncData() throws Exception {
        Map<String, String> one = Caller.approval(caller.authenticate(ORDER, "1004", "KAKAO_MONEY"), ORDER, "1004");
        Map<String, String> two = caller.authenticate(ORDER, "1004", "KAKAO_MONEY");
        one.put("enc_info", two.get("enc_info"));
        assertEquals("6004", caller.approve(one).get("res_cd"));
    }

    @Test
    void anAuthenticationGoesStaleAfterHalfAnHour() throws Exception {
        Map<String, String> request = Caller.approval(caller.authenticate(ORDER, "1004", "KAKAO_MONEY"), ORDER, "1004");
        clock.pass(Duration.ofMinutes(31));
        assertEquals("8310", caller.approve(request).get("res_cd"));
    }

    @Test
    void aDeclineMovesNothingAndSpendsTheAuthentication() throws Exception {
        Map<String, String> agreed = caller.call(
                "/_sandbox/authenticate",
                Map.of(
                        "site_cd", Caller.SITE,
                        "ordr_idxx", ORDER,
                        "good_mny", "1004",
                        "method", "KAKAO_MONEY",
                        "outcome", "CC10"));
        Map<String, String> request = Caller.approval(agreed, ORDER, "1004");
        Map<String, String> answer = caller.approve(request);
        assertEquals("CC10", answer.get("res_cd"));
        assertTrue(answer.getOrDefault("res_msg", "").contains("LACK_BALANCE"));
        assertEquals("8094", caller.approve(request).get("res_cd"));
        assertTrue(caller.approvals().isEmpty());
    }

    @ParameterizedTest(name = "registration with {0}={1}: {2}")
    @CsvSource({
        "site_cd, , 9002",
        "site_cd, t0, 9200",
        "ordr_idxx, , 9006",
        "ordr_idxx, 12345678901234567890123456789012345678901, 9502",
        "good_name, , 9007",
        "good_name, Tom's, 9502",
        "good_name, <b>, 9502",
        "good_mny, , 9008",
        "good_mny, 1e3, 9009",
        "good_mny, 1234567890, 9009",
        "good_mny, 0, 9502",
        "Ret_URL, , 9028",
        "pay_method, , 9502"
    })
    void aWrongRegistrationIsRefused(String name, String value, String code) throws Exception {
        Map<String, String> request = Caller.registration(ORDER);
        request.put(name, value == null ? "" : value);
        assertEquals(code, caller.call("/trade/register.do", request).get("Code"));
    }

    @Test
    void aNameLongerThanAHundredBytesIsRefused() throws Exception {
        Map<String, String> request = Caller.registration(ORDER);
        request.put("good_name", "뷁".repeat(51));
        assertEquals("9502", caller.call("/trade/register.do", request).get("Code"));
        request.put("good_name", "뷁".repeat(50));
        assertEquals("0000", caller.call("/trade/register.do", request).get("Code"));
        assertEquals("8338", caller.call("/trade/register.do", request).get("Code"));
    }

    @Test
    void theOlderRegistrationNeedsTheCertificate() throws Exception {
        Map<String, String> request = Caller.registration(ORDER);
        assertEquals("8002", caller.call("/std/tradeReg/register", request).get("Code"));
        request.put("kcp_cert_info", Caller.certificate());
        assertEquals("0000", caller.call("/std/tradeReg/register", request).get("Code"));
    }

    @Test
    void aCancelNeedsTheRightSignature() throws Exception {
        String tno = caller.paid(ORDER);
        Map<String, String> request = Caller.cancel(tno, "STSC");
        request.put("kcp_sign_data", Caller.sign("T0000^" + tno + "^STPC"));
        assertEquals("8002", caller.cancel(request).get("res_cd"));
        request.put("kcp_sign_data", "not base64");
        assertEquals("8002", caller.cancel(request).get("res_cd"));
        assertEquals("approved", caller.approvals().get(0).get("state").asText());
    }

    @Test
    void aWholeCancelHappensOnce() throws Exception {
        String tno = caller.paid(ORDER);
        assertEquals("0000", caller.cancel(Caller.cancel(tno, "STSC")).get("res_cd"));
        assertEquals("8133", caller.cancel(Caller.cancel(tno, "STSC")).get("res_cd"));
        assertEquals("8133", caller.cancelPart(tno, "4", "0").get("res_cd"));
        JsonNode approval = caller.approvals().get(0);
        assertEquals("cancelled", approval.get("state").asText());
        assertEquals(3, approval.get("cancel_calls").asInt());
    }

    @Test
    void partsAreCancelledFromTheBalanceBefore() throws Exception {
        String tno = caller.paid(ORDER);
        assertEquals("8035", caller.cancelPart(tno, "0", "1004").get("res_cd"));
        assertEquals("8036", caller.cancelPart(tno, "1005", "1004").get("res_cd"));
        assertEquals("8037", caller.cancelPart(tno, "4", "1000").get("res_cd"));
        Map<String, String> first = caller.cancelPart(tno, "4", "1004");
        assertEquals("0000", first.get("res_cd"));
        assertEquals("1000", first.get("panc_rem_mny"));
        assertEquals("4", first.get("panc_mod_mny"));
        assertEquals("8040", caller.cancel(Caller.cancel(tno, "STSC")).get("res_cd"));
        Map<String, String> partly = caller.inquire(tno);
        assertEquals("STPC", partly.get("stat_ca_cd"));
        assertEquals("1000", partly.get("rem_mny"));
        assertEquals("0000", caller.cancelPart(tno, "1000", "1000").get("res_cd"));
        assertEquals("STSC", caller.inquire(tno).get("stat_ca_cd"));
        assertEquals(1004, caller.approvals().get(0).get("cancelled").asInt());
    }

    @Test
    void anUnknownTradeIsNotFound() throws Exception {
        assertEquals(
                "8132", caller.cancel(Caller.cancel("26040112009999", "STSC")).get("res_cd"));
        assertEquals("8132", caller.inquire("26040112009999").get("res_cd"));
    }

    @Test
    void anInquiryByOrderNeedsTheCapability() throws Exception {
        caller.paid(ORDER);
        assertEquals(
                "9502",
                caller.call("/std/inquery", Caller.inquiry("order_no", ORDER)).get("res_cd"));
    }

    @Test
    void tradeNumbersHaveFourteenDigitsAndNeverRepeat() throws Exception {
        String first = caller.paid(ORDER);
        String second = caller.paid("20260401120000KK0002");
        assertTrue(first.matches("[0-9]{14}"), first);
        assertNotEquals(first, second);
    }

    @Test
    void anythingButAJsonObjectIsACallError() throws Exception {
        for (String body : new String[] {"", "[]", "{\"a\":{}}", "{\"a\":1", "null", "{} {}"}) {
            assertTrue(caller.send("POST", "/gw/enc/v1/payment", body).body().contains("\"res_cd\":\"9502\""), body);
        }
    }
}
