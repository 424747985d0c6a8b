package gyeolje.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gyeolje.core.payment.CashReceipt;
import gyeolje.core.payment.Window;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How strictly a merchant's requests are read (merchant API, section 3), and what is assumed when a field is left out. */
final class ProfilesTest {
    @ParameterizedTest(name = "returnUrl {0}: standard {1}, legacy {2}, strict {3}")
    @CsvSource({
        "https://shop.example/r,        ok,             ok, ok",
        "HTTPS://Shop.Example/r,        ok,             ok, ok",
        "https://shop.example:8443/r,   ok,             ok, ok",
        "http://shop.example/r,         ok,             ok, 6002 returnUrl",
        "https://www.shop.example/r,    ok,             ok, 6002 returnUrl",
        "https://shop.example.evil.kr/, ok,             ok, 6002 returnUrl",
        "https://evil.kr/shop.example,  ok,             ok, 6002 returnUrl",
        "https://shop.example@evil.kr/, 6002 returnUrl, ok, 6002 returnUrl",
        "test,                          6002 returnUrl, ok, 6002 returnUrl",
        "naver.com,                     6002 returnUrl, ok, 6002 returnUrl",
        "돌아갈 곳,                      6002 returnUrl, ok, 6002 returnUrl"
    })
    void returnAddressOfTheMobileWindow(String url, String standard, String legacy, String strict) {
        var fields = Sample.freshOrder();
        fields.put("returnUrl", url);
        assertEquals(standard, Sample.order(fields, Profile.STANDARD));
        assertEquals(legacy, Sample.order(fields, Profile.LEGACY));
        assertEquals(strict, Sample.order(fields, Profile.STRICT));
    }

    /** The gateway's clock stands at 12:00:00 in Seoul. */
    @ParameterizedTest(name = "timestamp {0}: standard {1}, legacy {2}, strict {3}")
    @CsvSource({
        "20260401120000,     ok,             ok,             ok",
        "20260401115000,     ok,             ok,             ok",
        "20260401121000,     ok,             ok,             ok",
        "20260401114959,     ok,             ok,             6002 timestamp",
        "20260401114960,     ok,             ok,             ok",
        "20260401121001,     ok,             ok,             6002 timestamp",
        "20260401030000,     ok,             ok,             6002 timestamp",
        "20260232120000,     6002 timestamp, ok,             6002 timestamp",
        "20170910132060,     ok,             ok,             6002 timestamp",
        "00000101000000,     ok,             ok,             6002 timestamp",
        "1,                  6002 timestamp, ok,             6002 timestamp",
        "1000,               6002 timestamp, ok,             6002 timestamp",
        "12345678901234567,  6002 timestamp, ok,             6002 timestamp",
        "123456789012345678, 6002 timestamp, 6002 timestamp, 6002 timestamp",
        "2026-04-01,         6002 timestamp, 6002 timestamp, 6002 timestamp",
        "１２３４,            6002 timestamp, 6002 timestamp, 6002 timestamp"
    })
    void timestamp(String timestamp, String standard, String legacy, String strict) {
        var fields = Sample.order();
        fields.put("timestamp", timestamp);
        assertEquals(standard, Sample.order(fields, Profile.STANDARD));
        assertEquals(legacy, Sample.order(fields, Profile.LEGACY));
        assertEquals(strict, Sample.order(fields, Profile.STRICT));
    }

    /** 31 February is not a day, but within the protocol's ranges; what it would be (3 March) is what counts for freshness. */
    @Test
    void aDayThatTheCalendarDoesNotHaveIsFreshOnTheDayItRunsOverTo() {
        var fields = Sample.order();
        fields.put("timestamp", "20260231120000");
        var onTheThirdOfMarch = new Reading(
                Sample.TESTER, Profile.STRICT, Set.of("shop.example"), "iPhone", Instant.parse("2026-03-03T03:00:00Z"));
        assertEquals("ok", Sample.heard(OrderRequest.parse(Sample.fields(fields), onTheThirdOfMarch)));
    }

    @ParameterizedTest(name = "{0} window, User-Agent header \"{1}\": strict {2}")
    @CsvSource({
        "WM, Mozilla/5.0 (iPhone; CPU),          ok",
        "WM, Mozilla/5.0 (iPad; CPU),            ok",
        "WM, Mozilla/5.0 (Linux; Android 15),    ok",
        "'', Mozilla/5.0 (Linux; Android 15),    ok",
        "WM, Mozilla/5.0 (Windows NT 10.0),      6002 userAgent",
        "'', Mozilla/5.0 (Windows NT 10.0),      6002 userAgent",
        "WM, '',                                 6002 userAgent",
        "WP, Mozilla/5.0 (Windows NT 10.0),      ok",
        "WP, '',                                 ok"
    })
    void aStrictMerchantsMobileWindowNeedsAMobileBrowser(String window, String header, String strict) {
        var fields = Sample.freshOrder();
        fields.put("userAgent", window);
        var in = Sample.fields(fields);
        var returnHosts = Set.of("shop.example");
        var strictly = new Reading(Sample.TESTER, Profile.STRICT, returnHosts, header, Sample.NOW);
        var standard = new Reading(Sample.TESTER, Profile.STANDARD, returnHosts, header, Sample.NOW);
        assertEquals(strict, Sample.heard(OrderRequest.parse(in, strictly)));
        assertEquals("ok", Sample.heard(OrderRequest.parse(in, standard)));
    }

    @Test
    void onlyALegacyMerchantMayCancelWithoutAReason() {
        var fields = Sample.cancel();
        fields.remove("cancelReason");
        var in = Sample.fields(fields);
        assertEquals("6001 cancelReason", Sample.heard(CancelRequest.parse(in, Sample.reading(Profile.STANDARD))));
        assertEquals("6001 cancelReason", Sample.heard(CancelRequest.parse(in, Sample.reading(Profile.STRICT))));
        var legacy = (CancelRequest) ok(CancelRequest.parse(in, Sample.reading(Profile.LEGACY)));
        assertEquals("", legacy.reason());
    }

    @Test
    void anOrderThatSaysLittleIsForTheMobileWindowAndKakaoPaysReceipt() {
        var fields = Sample.order();
        for (var optional : Set.of("userAgent", "appUrl", "userEmail", "cashbillYn", "mobileNumber", "merchantId"))
            fields.remove(optional);
        var order = order(fields);
        assertEquals(Window.MOBILE, order.window());
        assertEquals(CashReceipt.BY_KAKAOPAY, order.cashReceipt());
        assertEquals("", order.appUrl());
        assertEquals("", order.buyer().email());
        assertEquals("", order.buyer().mobileNumber());
    }

    @Test
    void anOrderMayAskForThePcWindowAndTheMerchantsOwnReceipt() {
        var fields = Sample.pcOrder();
        fields.put("cashbillYn", "N");
        var order = order(fields);
        assertEquals(Window.PC, order.window());
        assertEquals(CashReceipt.BY_MERCHANT, order.cashReceipt());
    }

    @Test
    void aPayThatDoesNotSayItsKindIsAPayment() {
        var fields = Sample.pay();
        fields.remove("tran_cd");
        var pay = (PayRequest) ok(PayRequest.parse(Sample.fields(fields), Sample.reading(Profile.STANDARD)));
        assertEquals("00100000", pay.authentication().tranCd());
    }

    private static OrderRequest order(Map<String, String> fields) {
        return (OrderRequest) ok(OrderRequest.parse(Sample.fields(fields), Sample.reading(Profile.STANDARD)));
    }

    private static Object ok(Parsed<?> parsed) {
        return assertInstanceOf(Parsed.Ok.class, parsed).value();
    }
}
