package gyeolje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the windows show and what they end with, as bytes; a browser's own tests live elsewhere. */
class WindowsTest {
    private static final String PHONE = "Mozilla/5.0 (Linux; Android 16) Mobile";
    private static final Charset EUC_KR = Charset.forName("x-windows-949");
    private static final String MOBILE = "/pay/mobileGW.kcp";
    private static final String ORDER = Caller.ORDER;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Caller caller = new Caller(sandbox.port());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aPhoneBuyerPaysByMoneyAndTheMerchantGetsEveryField() throws Exception {
        HttpResponse<String> sheet = post(MOBILE, registered("뷁 똠 펲 믜"), EUC_KR, PHONE);
        assertEquals(200, sheet.statusCode());
        assertTrue(sheet.body().contains("뷁 똠 펲 믜"));
        HttpResponse<String> done = decide(sheet.body(), Map.of("action", "approve", "method", "KAKAO_MONEY"));
        assertTrue(done.body().contains("accept-charset=\"euc-kr\""));
        assertTrue(done.body().contains("action=\"http://shop.example.com/return\""));
        assertTrue(header(done, "content-security-policy").contains("form-action http://shop.example.com "));
        Map<String, String> fields = hidden(done.body());
        assertEquals(49, fields.size());
        assertEquals("0000", fields.get("res_cd"));
        assertEquals("정상처리", fields.get("res_msg"));
        assertEquals("KAKAO_MONEY", fields.get("card_pay_method"));
        assertEquals("00100000", fields.get("tran_cd"));
        assertEquals("뷁 똠 펲 믜", fields.get("good_name"));
        assertEquals("mine", fields.get("param_opt_1"));
        assertEquals("100000000000", fields.get("use_pay_method"));
        Map<String, String> answer = caller.approve(Caller.approval(fields, ORDER, "1004"));
        assertEquals("PAKM", answer.get("pay_method"));
    }

    @Test
    void aPhoneBuyerPaysByTheCardAndInstalmentsChosen() throws Exception {
        String sheet = post(MOBILE, registered("텀블러"), EUC_KR, PHONE).body();
        Map<String, String> choice = Map.of("action", "approve", "method", "KAKAO_CARD", "card", "CCBD", "quota", "03");
        Map<String, String> fields = hidden(decide(sheet, choice).body());
        assertEquals("KAKAO_CARD", fields.get("card_pay_method"));
        Map<String, String> answer = caller.approve(Caller.approval(fields, ORDER, "1004"));
        assertEquals("PACA", answer.get("pay_method"));
        assertEquals("OT13", answer.get("card_other_pay_type"));
        assertEquals("바다카드", answer.get("card_name"));
        assertEquals("03", answer.get("quota"));
        assertTrue(answer.getOrDefault("card_no", "").matches("[0-9]{6}\\*{6}[0-9]{4}"));
        assertTrue(answer.getOrDefault("app_no", "").matches("[0-9]{8}"));
    }

    @Test
    void theTestOutcomeDeclinesTheApproval() throws Exception {
        String sheet = post(MOBILE, registered("텀블러"), EUC_KR, PHONE).body();
        Map<String, String> fields =
                hidden(decide(sheet, Map.of("action", "approve", "method", "KAKAO_CARD", "outcome", "CC10"))
                        .body());
        assertEquals("0000", fields.get("res_cd"));
        assertEquals(
                "CC10", caller.approve(Caller.approval(fields, ORDER, "1004")).get("res_cd"));
    }

    @Test
    void aCancelledPhoneWindowSaysSoWithEmptyAuthentication() throws Exception {
        String sheet = post(MOBILE, registered("텀블러"), EUC_KR, PHONE).body();
        Map<String, String> fields =
                hidden(decide(sheet, Map.of("action", "cancel")).body());
        assertEquals("3001", fields.get("res_cd"));
        assertTrue(fields.getOrDefault("res_msg", "").contains("취소"));
        assertEquals("", fields.get("enc_data"));
        assertEquals("", fields.get("enc_info"));
        assertEquals(ORDER, fields.get("ordr_idxx"));
    }

    @Test
    void aClosedPhoneWindowPostsNothing() throws Exception {
        String sheet = post(MOBILE, registered("텀블러"), EUC_KR, PHONE).body();
        String closed = decide(sheet, Map.of("action", "close")).body();
        assertFalse(closed.contains("<form"));
        assertTrue(closed.contains("결제창을 닫았어요"));
    }

    @Test
    void utf8PagesGoThroughTheFilter() throws Exception {
        Map<String, String> form = registered("뷁 😀");
        form.put("encoding_trans", "UTF-8");
        HttpResponse<String> sheet =
                post("/pay/jsp/encodingFilter/encodingFilter.jsp", form, StandardCharsets.UTF_8, PHONE);
        assertTrue(sheet.body().contains("뷁 😀"));
        assertTrue(sheet.body().contains("이 글자는") || sheet.body().contains("이 글자"), "what gets lost is said");
        Map<String, String> fields =
                hidden(decide(sheet.body(), Map.of("action", "approve")).body());
        assertEquals("뷁 ", fields.get("good_name"));
        assertEquals("UTF-8", fields.get("encoding_trans"));
    }

    @Test
    void goodsAreShownNeverRun() throws Exception {
        String sheet = post(MOBILE, registered("<script>alert('1')</script> \"q\""), EUC_KR, PHONE)
                .body();
        assertFalse(sheet.contains("<script>alert"));
        assertTrue(sheet.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "good_mny, 1005",
        "ordr_idxx, 20260401120000KK0002",
        "site_cd, T0007",
        "approval_key, AAAA",
        "approval_key, ",
        "Ret_URL, javascript:alert(1)",
        "Ret_URL, ",
        "good_name, "
    })
    void aFormThatDiffersFromItsRegistrationOpensNothing(String name, String value) throws Exception {
        Map<String, String> form = registered("텀블러");
        form.put(name, value == null ? "" : value);
        HttpResponse<String> page = post(MOBILE, form, EUC_KR, PHONE);
        assertEquals(400, page.statusCode());
        assertTrue(page.body().contains("결제창을 열 수 없어요"));
    }

    @Test
    void aDesktopBrowserGetsNoMobileWindow() throws Exception {
        HttpResponse<String> page = post(MOBILE, registered("텀블러"), EUC_KR, "Mozilla/5.0 (Windows NT 10.0)");
        assertEquals(400, page.statusCode());
        assertTrue(page.body().contains("휴대폰과 태블릿에서만"));
    }

    @Test
    void aPaidOrderOpensNoSecondWindow() throws Exception {
        Map<String, String> form = registered("텀블러");
        caller.paid(ORDER);
        assertTrue(post(MOBILE, form, EUC_KR, PHONE).body().contains("9167"));
    }

    @ParameterizedTest
    @CsvSource({"approve, 0000, 정상처리", "cancel, 3001, 취소", "close, 3001, 취소"})
    void aPcWindowHandsItsResultToThePage(String action, String code, String message) throws Exception {
        HttpResponse<String> sheet = post("/kcpPaypop.do?encType=EUC-KR", pc(), EUC_KR, "desktop");
        assertFalse(header(sheet, "content-security-policy").contains("frame-ancestors"), "any page may frame it");
        String page = decide(sheet.body(), Map.of("action", action)).body();
        assertTrue(page.contains("data-origin=\"https://shop.example.com\""));
        JsonNode result = result(page);
        assertEquals(code, result.get("res_cd").asText());
        assertTrue(result.get("res_msg").asText().contains(message));
        assertEquals(ORDER + "|1004", result.get("ordr_chk").asText());
        assertEquals(code.equals("0000"), !result.get("enc_data").asText().isEmpty());
    }

    @Test
    void aPcFormThatIsWrongEndsWithItsCode() throws Exception {
        Map<String, String> form = pc();
        form.put("good_mny", "a");
        String page =
                post("/kcpPaypop.do?encType=EUC-KR", form, EUC_KR, "desktop").body();
        assertEquals("9009", result(page).get("res_cd").asText());
    }

    @Test
    void theSheetSpeaksEnglishWhenAsked() throws Exception {
        String sheet = post(MOBILE, registered("텀블러"), EUC_KR, PHONE).body();
        String english = decide(sheet, Map.of("action", "language")).body();
        assertTrue(english.contains("<html lang=\"en\">"));
        assertTrue(english.contains("Pay 1,004 won"));
    }

    @Test
    void aTamperedSheetIsRefused() throws Exception {
        HttpResponse<String> page = caller.send(
                "POST",
                "/window/decide",
                "ticket=3AAAA&action=approve",
                "content-type",
                "application/x-www-form-urlencoded");
        assertEquals(400, page.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plugin/payplus_web.jsp", "/plugin/kcp_spay_hub.js"})
    void theScriptDeclaresItsCharsetAndItsFunctions(String path) throws Exception {
        HttpResponse<String> script = caller.send("GET", path, "");
        assertEquals("text/javascript; charset=utf-8", header(script, "content-type"));
        for (String name : new String[] {"KCP_Pay_Execute", "KCP_Pay_Execute_Web", "GetField"}) {
            assertTrue(script.body().contains("window." + name + " ="), name);
        }
    }

    @Test
    void noPageAllowsInlineScriptSniffingOrCaching() throws Exception {
        HttpResponse<String> sheet = post(MOBILE, registered("텀블러"), EUC_KR, PHONE);
        assertTrue(header(sheet, "content-security-policy")
                .contains("default-src 'none'; script-src 'self'; style-src 'self'"));
        assertTrue(header(sheet, "content-security-policy").contains("frame-ancestors 'none'"));
        assertEquals("no-store", header(sheet, "cache-control"));
        assertEquals("nosniff", header(sheet, "x-content-type-options"));
        assertFalse(
                Pattern.compile("<script>|style=|onclick").matcher(sheet.body()).find());
    }

    @Test
    void aWindowAddressWithoutAFormSaysSo() throws Exception {
        assertEquals(405, caller.send("GET", MOBILE, "").statusCode());
        assertEquals(404, caller.send("GET", "/nowhere", "").statusCode());
    }

    private Map<String, String> registered(String goods) throws Exception {
        Map<String, String> answer = caller.call("/trade/register.do", Caller.registration(ORDER));
        Map<String, String> form = pc();
        form.put("good_name", goods);
        form.put("approval_key", answer.getOrDefault("approvalKey", ""));
        form.put("Ret_URL", "http://shop.example.com/return");
        form.put("param_opt_1", "mine");
        assertEquals(caller.base + MOBILE, answer.get("PayUrl"));
        return form;
    }

    private static Map<String, String> pc() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("req_tx", "pay");
        form.put("site_cd", Caller.SITE);
        form.put("ordr_idxx", ORDER);
        form.put("good_name", "텀블러");
        form.put("good_mny", "1004");
        form.put("buyr_name", "김결제");
        form.put("page_origin", "https://shop.example.com");
        return form;
    }

    private HttpResponse<String> post(String path, Map<String, String> form, Charset charset, String userAgent)
            throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), charset))
                .collect(Collectors.joining("&"));
        return caller.send(
                "POST", path, body, "user-agent", userAgent, "content-type", "application/x-www-form-urlencoded");
    }

    private HttpResponse<String> decide(String sheet, Map<String, String> choice) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(hidden(sheet));
        form.putAll(choice);
        return post("/window/decide", form, StandardCharsets.UTF_8, PHONE);
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")
                .matcher(page);
        while (inputs.find()) {
            fields.put(inputs.group(1), plain(inputs.group(2)));
        }
        return fields;
    }

    private static JsonNode result(String page) throws Exception {
        Matcher result = Pattern.compile("data-result=\"([^\"]*)\"").matcher(page);
        assertTrue(result.find(), page);
        return Caller.MAPPER.readTree(plain(result.group(1)));
    }

    private static String plain(String html) {
        return html.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replaceAll("&#(x3D|61);", "=")
                .replaceAll("&#(x60|96);", "`")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String header(HttpResponse<String> answer, String name) {
        Optional<String> value = answer.headers().firstValue(name);
        return value.orElse("");
    }
}
