package gyeolje.kcp;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Approval.Means.KakaoCard;
import gyeolje.core.payment.Approval.Means.KakaoMoney;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.ApprovalOutcome;
import gyeolje.core.value.Won;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer to an approval means. Tables: KCP's answer in single-quoted JSON, then what we take it for. */
final class ApprovalReadingTest {
    private static final Charset WINDOWS_949 = Charset.forName("x-windows-949");
    private static final String JSON = "application/json";
    private static final String MONEY = "{'res_cd':'0000','tno':'26040112000001','amount':'1004','pay_method':'PAKM'}";
    private static final ApprovalReading READING =
            new ApprovalReading(InstantSource.fixed(Scene.NOW), Duration.ofSeconds(1));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'res_cd':'0000','tno':'26040112000001','amount':'1004','pay_method':'PAKM'} | approved 26040112000001 KakaoMoney
            {'res_cd':'0000','tno':26040112000001,'amount':1004,'pay_method':'PACA'} | approved 26040112000001 KakaoCard
            {'res_cd':'0000','tno':'1','amount':'1004','card_other_pay_type':'OT13'} | approved 1 KakaoCard
            {'res_cd':'0000','tno':'1','amount':'1004','service_corp_id':'SCKA'} | approved 1 KakaoMoney
            {'res_cd':'0000','tno':'1','amount':'1004','pay_method':'PAKM','extra':{'a':[1]}} | approved 1 KakaoMoney
            {'res_cd':'0000','tno':'1','amount':'1004'} | UNREADABLE 1
            {'res_cd':'0000','tno':'1','amount':'1004','pay_method':'PABK'} | UNREADABLE 1
            {'res_cd':'0000','amount':'1004','pay_method':'PAKM'} | NO_HANDLE ?
            {'res_cd':'0000','tno':'','amount':'1004','pay_method':'PAKM'} | NO_HANDLE ?
            {'res_cd':'0000','tno':'one two','amount':'1004','pay_method':'PAKM'} | NO_HANDLE ?
            {'res_cd':'0000','tno':'1','amount':'1003','pay_method':'PAKM'} | AMOUNT_DIFFERS 1
            {'res_cd':'0000','tno':'1','amount':'1004.5','pay_method':'PAKM'} | AMOUNT_DIFFERS 1
            {'res_cd':'0000','tno':'1','amount':-1004,'pay_method':'PAKM'} | AMOUNT_DIFFERS 1
            {'res_cd':'0000','tno':'1','pay_method':'PAKM'} | AMOUNT_DIFFERS 1
            {'res_cd':'0000','tno':'1','amount':null,'pay_method':'PAKM'} | AMOUNT_DIFFERS 1
            {'res_cd':'0000','tno':'1','amount':'1004','pay_method':'PAKM','order_no':'20260401120000KK0002'} | ORDER_DIFFERS 1
            {'res_cd':'0000','tno':'1','amount':'1004','pay_method':'PAKM','site_cd':'T0007'} | SITE_DIFFERS 1
            {'res_cd':'CC10','res_msg':'잔액부족'} | declined CC10 잔액부족
            {'res_cd':'CC10','res_en_msg':'no balance'} | declined CC10 no balance
            {'res_cd':'CC10'} | declined CC10 CC10
            {'res_cd':'8059','res_msg':'금액 상이'} | declined 8059 금액 상이
            {'res_cd':'Z123','res_msg':'처음 보는 코드'} | declined Z123 처음 보는 코드
            {'res_cd':'8132','res_msg':'없음'} | declined 8132 없음
            {'res_cd':'8094','res_msg':'중복'} | DUPLICATE ?
            {'res_cd':'8128','tno':'1'} | DUPLICATE 1
            {'res_cd':'7512'} | UPSTREAM_FAULT ?
            {'res_cd':'8045'} | UPSTREAM_FAULT ?
            {'res_cd':'8175'} | UPSTREAM_FAULT ?
            {'res_cd':'8996','tno':'1'} | UPSTREAM_FAULT 1
            {'res_cd':'CC72'} | UPSTREAM_FAULT ?
            {'res_cd':'9048'} | UPSTREAM_FAULT ?
            {'res_cd':''} | UNREADABLE ?
            {'res_cd':'no code'} | UNREADABLE ?
            {'res_cd':['0000']} | UNREADABLE ?
            {} | UNREADABLE ?
            [] | UNREADABLE ?
            null | UNREADABLE ?
            {'res_cd':'0000' | UNREADABLE ?
            {'res_cd':'0000'} {} | UNREADABLE ?
            {'res_cd':'0000','tno':'1','amount':7e77777777777,'pay_method':'PAKM'} | AMOUNT_DIFFERS 1
            {'res_cd':'CC10','res_cd':'0000'} | UNREADABLE ?
            {'a':[[[[[[[[[[]]]]]]]]]],'res_cd':'CC10'} | UNREADABLE ?
            """)
    void means_one_thing(String answer, String outcome) {
        assertEquals(outcome, Told.of(read(200, answer)));
    }

    @ParameterizedTest
    @CsvSource({
        "500, CC10, UPSTREAM_FAULT ?",
        "502, 0000, UPSTREAM_FAULT ?",
        "201, CC10, UPSTREAM_FAULT ?",
        "408, CC10, UPSTREAM_FAULT ?",
        "400, 9562, declined 9562 9562",
        "400, 0000, UPSTREAM_FAULT ?",
        "400, Z123, UPSTREAM_FAULT ?",
        "409, 8094, DUPLICATE ?"
    })
    void another_status_is_a_fault_unless_kcp_blames_the_request_in_a_code_that_we_know(
            int status, String code, String outcome) {
        assertEquals(outcome, Told.of(read(status, "{'res_cd':'" + code + "'}")));
    }

    @Test
    void a_doubt_begins_now_and_rests_for_the_first_delay() {
        var doubt = (ApprovalInDoubt) read(200, "{'res_cd':'8094'}");
        assertEquals(Scene.NOW, doubt.doubt().since());
        assertEquals(Scene.NOW.plusSeconds(1), doubt.resolveAfter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=euc-kr", "application/json;charset=\"MS949\"", "text/plain", ""})
    void text_in_windows_949_is_read_when_declared_or_when_nothing_is(String contentType) {
        var body = quoted("{'res_cd':'CC10','res_msg':'똠방각하 한도초과'}").getBytes(WINDOWS_949);
        assertEquals("declined CC10 똠방각하 한도초과", Told.of(read(200, contentType, body)));
    }

    @Test
    void text_that_is_not_in_its_declared_charset_is_unreadable() {
        var body = quoted("{'res_cd':'CC10','res_msg':'한도초과'}").getBytes(WINDOWS_949);
        assertEquals("UNREADABLE ?", Told.of(read(200, "application/json; charset=utf-8", body)));
        assertEquals("UNREADABLE ?", Told.of(read(200, "application/json; charset=klingon", body)));
        assertEquals("UNREADABLE ?", Told.of(read(200, JSON, quoted(MONEY).getBytes(UTF_16BE))));
    }

    @Test
    void the_message_of_a_decline_is_printable_and_not_too_long() {
        var declined = (AcquirerDeclined)
                read(200, "{'res_cd':'CC10','res_msg':'a\\u0000\\r\\n\\u202eb" + "긴".repeat(500) + "'}");
        assertEquals("ab" + "긴".repeat(198), declined.message());
    }

    @ParameterizedTest
    @CsvSource({
        "'''app_cash_receipt_yn'':''Y'',''app_cash_receipt_mny'':''900''', 900",
        "'''app_cash_receipt_mny'':900', 900",
        "'''app_cash_receipt_yn'':''N'',''app_cash_receipt_mny'':''900''', 0",
        "'''app_cash_receipt_yn'':''Y''', 0",
        "'''app_cash_receipt_yn'':''Y'',''app_cash_receipt_mny'':''1005''', 0",
        "'''app_cash_receipt_yn'':''Y'',''app_cash_receipt_mny'':''many''', 0"
    })
    void a_cash_receipt_is_for_what_kcp_says_and_never_for_more_than_was_paid(String fields, long receipt) {
        assertEquals(new KakaoMoney(new Won(receipt)), approved(with(fields)).means());
    }

    @ParameterizedTest
    @CsvSource({
        "app_easypoint_time, 20260401120007, 2026-04-01T12:00:07",
        "app_kakaomny_time, 20260401120008, 2026-04-01T12:00:08",
        "app_time, 20260401120009, 2026-04-01T12:00:09",
        "app_time, 20260431120009, 2026-04-01T12:00:00",
        "other_time, 20260401120009, 2026-04-01T12:00:00"
    })
    void the_time_is_kcps_or_else_now(String field, String value, LocalDateTime at) {
        assertEquals(at, approved(with("'" + field + "':'" + value + "'")).approvedAt());
    }

    @ParameterizedTest
    @CsvSource({
        "9431121234561004, 943112******1004",
        "943112******1004, 943112******1004",
        "9431-1212-3456-1004, 943112******1004",
        "'', ''",
        "1234, ****",
        "12345678, ****5678",
        "943112XXXXXX1004, 943112******1004"
    })
    void a_card_number_is_masked_again_whoever_masked_it(String number, String shown) {
        var card = (KakaoCard)
                approved(with("'pay_method':'PACA','card_no':'" + number + "'").replace("'pay_method':'PAKM',", ""))
                        .means();
        assertEquals(shown, card.maskedNumber());
    }

    @ParameterizedTest
    @CsvSource({"00, 0", "0, 0", "03, 3", "12, 12", "'', 0", "x, 0", "99, 0"})
    void instalments_are_months(String quota, int months) {
        var fields = "'pay_method':'PACA','quota':'" + quota + "'";
        var card = (KakaoCard)
                approved(with(fields).replace("'pay_method':'PAKM',", "")).means();
        assertEquals(months, card.instalments());
    }

    private static String with(String fields) {
        return "{'res_cd':'0000','tno':'1','amount':'1004','pay_method':'PAKM'," + fields + "}";
    }

    private static Approval approved(String answer) {
        return ((AcquirerApproved) read(200, answer)).approval();
    }

    private static ApprovalOutcome read(int status, String answer) {
        return read(status, JSON, quoted(answer).getBytes(UTF_8));
    }

    private static ApprovalOutcome read(int status, String contentType, byte[] body) {
        return READING.read(Scene.order(), Answers.read(status, contentType, body));
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
