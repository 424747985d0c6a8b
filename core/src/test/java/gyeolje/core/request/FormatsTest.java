package gyeolje.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats of an order's fields (merchant API, section 5): what is taken and what is 6002. */
final class FormatsTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "99", "1004", "999999999999"})
    void anAmountIsWholeWonInAsciiDigits(String amount) {
        assertEquals("ok", Sample.order("amount", amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "01004",
                "-1",
                "+1004",
                "-0",
                "1e3",
                "1,004",
                "1004.0",
                "1004 ",
                " 1004",
                "0x3EC",
                "١٠٠٤",
                "１００４",
                "千",
                "1000000000000",
                "1004원",
                "₩1004",
                "NaN"
            })
    void anythingElseIsNoAmount(String amount) {
        assertEquals("6002 amount", Sample.order("amount", amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a-_.:#@/+=~Z", "20260401-0000000001", "12345678901234567890"})
    void anOrderNumberHasLettersDigitsAndTenSigns(String number) {
        assertEquals("ok", Sample.order("orderNumber", number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A 1", "A|1", "주문1", "A*1", "A1\\", "A1%", "A1&", "A1;", "A1,", "A1!", "A1?", "A1\u00A0", "Ａ１"})
    void anyOtherSignIsWrongInAnOrderNumber(String number) {
        assertEquals("6002 orderNumber", Sample.order("orderNumber", number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20170910132060", // the specification's own sample
                "20260230000000", // days run to 31 in every month
                "20260431235959",
                "00000101000000",
                "99991231235960"
            })
    void aTimestampIsFourteenDigitsInTheProtocolsRanges(String timestamp) {
        assertEquals("ok", Sample.order("timestamp", timestamp));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20260001000000", "20261301000000", "20260400000000", "20260432000000", "20260401240000",
                "20260401126000", "20260401120061", "2026040112000", "202604011200000", "2026-04-01 1200",
                "２０２６０４０１１２００００", "1000", "20260401T20000"
            })
    void anythingElseIsNoTimestamp(String timestamp) {
        assertEquals("6002 timestamp", Sample.order("timestamp", timestamp));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example", "https://shop.example/return?order=1&x[]=2#top", "HTTPS://SHOP.EXAMPLE/",
                        "https://shop.example:8443/r",
                "http://localhost:3000/r", "http://203.0.113.7/r", "http://[2001:db8::1]:8080/r",
                        "https://shop.example/결제/완료",
                "https://xn--o39aom.example/r", "https://shop.example:65535/",
                        "https://shop.example/r%20r?next=https%3A%2F%2Fother.example"
            })
    void aReturnAddressIsAWebAddressWithAHost(String url) {
        assertEquals("ok", Sample.order("returnUrl", url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test",
                "naver.com",
                "/return",
                "//shop.example/r",
                "https:",
                "https://",
                "https:/shop.example",
                "https:shop.example",
                "https:///r",
                "ftp://shop.example/r",
                "javascript:alert(1)",
                "javascript://shop.example/%0aalert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "https://user@shop.example/",
                "https://user:pw@shop.example/",
                "https://@shop.example/",
                "https://shop.example@evil.example/",
                "https://shop.example:0/",
                "https://shop.example:99999/",
                "https://shop.example:65536/",
                "https://shop.example:99999999999/",
                "https://shop.example:x/",
                "https:\\\\shop.example\\r",
                "https://shop.example\\@evil.example/",
                "https://shop.example./",
                "https://shop.example/r%00",
                "https://shop..example/",
                "https://shop.example/a b",
                " https://shop.example/",
                "https://shop.example/\"onload=",
                "https://shop.example/<b>",
                "https://shop.example/%zz",
                "http://127.1/"
            })
    void anythingElseIsNoReturnAddressOfTheMobileWindow(String url) {
        assertEquals("6002 returnUrl", Sample.order("returnUrl", url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "naver.com", "javascript:alert(1)", "돌아갈 곳", "\"><script>"})
    void thePcWindowDoesNotUseTheReturnAddress(String url) {
        var fields = Sample.pcOrder();
        fields.put("returnUrl", url);
        assertEquals("ok", Sample.order(fields, Profile.STANDARD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"myshop://", "myshop://pay/done?x=1", "MyShop://done", "com.shop.app://x", "my-shop+1://x"})
    void anAppAddressBeginsWithAScheme(String url) {
        assertEquals("ok", Sample.order("appUrl", url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "myshop",
                "myshop:done",
                "myshop:/done",
                "://done",
                "1shop://done",
                "my shop://done",
                "javascript://%0aalert(1)",
                "JavaScript://x",
                "data://x",
                "DATA://x",
                "file://x",
                "vbscript://x",
                "VbScript://x",
                " javascript://x",
                "myshop://a b",
                "myshop://\"x",
                "myshop://<x>",
                "쇼핑://x"
            })
    void anythingElseIsNoAppAddress(String url) {
        assertEquals("6002 appUrl", Sample.order("appUrl", url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "buyer+kakao@shop.example", "구매자@shop.example"})
    void aMailAddressHasOneAt(String mail) {
        assertEquals("ok", Sample.order("userEmail", mail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"buyer", "a@b@c", "@", "@b", "a@", "a b@c", "a@b c", " a@b", "a@b\u3000"})
    void anythingElseIsNoMailAddress(String mail) {
        assertEquals("6002 userEmail", Sample.order("userEmail", mail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0212345678", "01012345678"})
    void aMobileNumberHasTenOrElevenDigits(String number) {
        assertEquals("ok", Sample.order("mobileNumber", number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"010-1234-5678", "010123456", "010123456789", "+8210123456", "０１０１２３４５６７８"})
    void anythingElseIsNoMobileNumber(String number) {
        assertEquals("6002 mobileNumber", Sample.order("mobileNumber", number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wm", "PC", "W", "WMWM", "WM "})
    void theWindowIsWmOrWpInUpperCase(String window) {
        assertEquals("6002 userAgent", Sample.order("userAgent", window));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "n", "1", "YES", "네"})
    void theCashReceiptFlagIsYOrN(String flag) {
        assertEquals("6002 cashbillYn", Sample.order("cashbillYn", flag));
    }
}
