package gyeolje.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a field may be, in Unicode characters (merchant API, section 5): exactly that long is taken, one more is 6002. */
final class LengthsTest {
    @ParameterizedTest(name = "an order''s {0} is at most {1} times {2}, then {3}")
    @CsvSource({
        "orderNumber, 20, A, ''",
        "appUrl, 119, x, myshop://",
        "amount, 12, 9, ''",
        "itemName, 100, A, ''",
        "itemName, 100, 뷁, ''",
        "itemName, 99, 😀, 뷁",
        "userName, 50, A, ''",
        "userName, 50, 뷁, ''",
        "userName, 49, 😀, 뷁",
        "returnUrl, 179, x, https://shop.example/",
        "returnUrl, 179, 뷁, https://shop.example/",
        "returnUrl, 179, 😀, https://shop.example/",
        "userEmail, 48, x, a@",
        "userEmail, 48, 뷁, a@"
    })
    void order(String field, int times, String character, String before) {
        assertEquals("ok", Sample.order(field, before + character.repeat(times)));
        assertEquals("6002 " + field, Sample.order(field, before + character.repeat(times + 1)));
    }

    @Test
    void aSignatureIsSixtyFourCharactersNoMoreAndNoLess() {
        assertEquals("ok", Sample.order("signature", "a".repeat(64)));
        assertEquals("6002 signature", Sample.order("signature", "a".repeat(65)));
        assertEquals("6002 signature", Sample.order("signature", "a".repeat(63)));
    }

    @Test
    void theReturnAddressOfThePcWindowIsAsLongAsThatOfTheMobile() {
        var fields = Sample.pcOrder();
        fields.put("returnUrl", "가".repeat(200));
        assertEquals("ok", Sample.order(fields, Profile.STANDARD));
        fields.put("returnUrl", "가".repeat(201));
        assertEquals("6002 returnUrl", Sample.order(fields, Profile.STANDARD));
    }

    @Test
    void theReasonOfACancelHas256Characters() {
        assertEquals("ok", cancel("cancelReason", "😀".repeat(256)));
        assertEquals("6002 cancelReason", cancel("cancelReason", "😀".repeat(257)));
        assertEquals("6002 transactionId", cancel("transactionId", "20170912142746ST00201"));
    }

    @Test
    void theHintOfAPayHas20CharactersAndTheEncryptedPartsAsManyAsTheBodyHolds() {
        assertEquals("ok", pay("card_pay_method", "가".repeat(20)));
        assertEquals("6002 card_pay_method", pay("card_pay_method", "가".repeat(21)));
        assertEquals("ok", pay("enc_data", "x".repeat(200_000)));
        assertEquals("ok", pay("enc_info", "x".repeat(200_000)));
        assertEquals("8001", pay("ordr_idxx", "20260401120000KK00011"));
    }

    @Test
    void aNameIsCountedAsItReadsComposed() {
        var ga = "\u1100\u1161"; // 가 in two characters, as macOS file names have it
        assertEquals("ok", Sample.order("itemName", ga.repeat(100)));
        assertEquals("6002 itemName", Sample.order("itemName", ga.repeat(101)));
        assertEquals("ok", Sample.order("userName", ga.repeat(50)));
        assertEquals("6002 userName", Sample.order("userName", ga.repeat(51)));
    }

    @Test
    void namesAreKeptComposedAndOtherwiseAsTheMerchantWroteThem() {
        var fields = Sample.order();
        fields.put("itemName", " 커피\u1100\u1161 😀, \"A\" ");
        fields.put("userName", "\u1112\u1169\u11BC길동");
        var order = parsed(fields);
        assertEquals(" 커피가 😀, \"A\" ", order.itemName());
        assertEquals("홍길동", order.buyer().name());
    }

    @ParameterizedTest(name = "{0} leaves nothing to show")
    @CsvSource({"😀", "😀😀😀", "' 😀 '", "'<>'", "',;&'", "'\u200B'", "'😀\u3000'", "'ﷺ'"})
    void aNameOfWhichTheWindowCanShowNothingIsWrong(String name) {
        assertEquals("6002 itemName", Sample.order("itemName", name));
        assertEquals("6002 userName", Sample.order("userName", name));
    }

    private static OrderRequest parsed(Map<String, String> fields) {
        var parsed = OrderRequest.parse(Sample.fields(fields), Sample.reading(Profile.STANDARD));
        return (OrderRequest) assertInstanceOf(Parsed.Ok.class, parsed).value();
    }

    private static String pay(String field, String value) {
        var fields = Sample.pay();
        fields.put(field, value);
        return Sample.heard(PayRequest.parse(Sample.fields(fields), Sample.reading(Profile.STANDARD)));
    }

    private static String cancel(String field, String value) {
        var fields = Sample.cancel();
        fields.put(field, value);
        return Sample.heard(CancelRequest.parse(Sample.fields(fields), Sample.reading(Profile.STANDARD)));
    }
}
