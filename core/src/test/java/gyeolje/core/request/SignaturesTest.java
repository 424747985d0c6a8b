package gyeolje.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a merchant signs and how it is checked (merchant API, section 4). */
final class SignaturesTest {
    private static final ApiCertKey KEY = new ApiCertKey("25bcd7a82f5b4058818462cc7715964c");
    private static final ApiCertKey OTHER = new ApiCertKey("00000000000000000000000000000000");
    private static final String ORDER_SIGNATURE = "d186b8fedccffd291e0619fbf8b247c3f283e3769571eb57b68a50b46af23b75";
    private static final String CANCEL_SIGNATURE = "db890c12b64c1e1de7127c0c07489fe18859139413acdac420a6f548ba518a3a";

    @Test
    void theSpecificationsTwoSamplesComeOut() {
        assertEquals(
                ORDER_SIGNATURE,
                Signatures.order(Sample.TESTER, new OrderNumber("ZP2017090911"), new Won(1_004), KEY, "20170910132060")
                        .text());
        assertEquals(
                CANCEL_SIGNATURE,
                Signatures.cancel(Sample.TESTER, new TransactionId("20170912142746ST0020"), KEY)
                        .text());
    }

    @Test
    void theSampleRequestsAreSignedByTheirMerchantsKeyAlone() {
        assertTrue(order(Sample.order()).isSignedBy(Sample.TESTER, List.of(KEY)));
        assertTrue(cancel(Sample.cancel()).isSignedBy(Sample.TESTER, List.of(KEY)));
        assertFalse(order(Sample.order()).isSignedBy(Sample.TESTER, List.of(OTHER)));
        assertFalse(cancel(Sample.cancel()).isSignedBy(Sample.TESTER, List.of(OTHER)));
        assertFalse(order(Sample.order()).isSignedBy(new MerchantId("tester2"), List.of(KEY)));
        assertFalse(cancel(Sample.cancel()).isSignedBy(new MerchantId("tester2"), List.of(KEY)));
        assertFalse(order(Sample.order()).isSignedBy(Sample.TESTER, List.of()));
    }

    @Test
    void duringARotationEitherKeySigns() {
        for (var keys : List.of(List.of(KEY, OTHER), List.of(OTHER, KEY))) {
            assertTrue(order(Sample.order()).isSignedBy(Sample.TESTER, keys));
            assertTrue(cancel(Sample.cancel()).isSignedBy(Sample.TESTER, keys));
        }
    }

    @Test
    void upperCaseHexIsTheSameSignature() {
        var order = Sample.order();
        order.put("signature", ORDER_SIGNATURE.toUpperCase(Locale.ROOT));
        assertTrue(order(order).isSignedBy(Sample.TESTER, List.of(KEY)));
        var cancel = Sample.cancel();
        cancel.put("signature", CANCEL_SIGNATURE.toUpperCase(Locale.ROOT));
        assertTrue(cancel(cancel).isSignedBy(Sample.TESTER, List.of(KEY)));
    }

    @ParameterizedTest(name = "an order with another {0} is not the one that was signed")
    @CsvSource({
        "orderNumber, ZP2017090912",
        "amount, 1005",
        "timestamp, 20170910132059",
        "signature, " + CANCEL_SIGNATURE
    })
    void everySignedFieldCounts(String field, String value) {
        var fields = Sample.order();
        fields.put(field, value);
        assertFalse(order(fields).isSignedBy(Sample.TESTER, List.of(KEY)));
    }

    /** Were these let through, two different orders could share one signed text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZP|1004",
                "ZP 2017",
                "ZP\t2017",
                "ZP\n2017",
                "ZP\u00A02017",
                "ZP\u30002017",
                "ZP\u200B2017",
                "ZP\uD800"
            })
    void noSignedFieldHoldsABarABlankOrAControlCharacter(String text) {
        assertThrows(IllegalArgumentException.class, () -> new OrderNumber(text));
        assertThrows(IllegalArgumentException.class, () -> new MerchantId(text));
        assertThrows(IllegalArgumentException.class, () -> new TransactionId(text));
        assertThrows(IllegalArgumentException.class, () -> new ApiCertKey("0123456789abcdef" + text));
        assertThrows(IllegalArgumentException.class, () -> Won.of(text));
        assertEquals("6002 timestamp", Sample.order("timestamp", text));
    }

    /** SHA-256 lets anybody append to a signed text, but only beginning with a byte that no UTF-8 text and no timestamp holds. */
    @Test
    void whatLengthExtensionAppendsIsNoTimestamp() {
        assertEquals("6002 timestamp", Sample.order("timestamp", "20170910132060\u0080\u0000\u0000|1"));
        assertEquals("6002 timestamp", Sample.order("timestamp", "20170910132060\uFFFD"));
    }

    private static OrderRequest order(Map<String, String> fields) {
        var parsed = OrderRequest.parse(Sample.fields(fields), Sample.reading(Profile.STANDARD));
        return (OrderRequest) assertInstanceOf(Parsed.Ok.class, parsed).value();
    }

    private static CancelRequest cancel(Map<String, String> fields) {
        var parsed = CancelRequest.parse(Sample.fields(fields), Sample.reading(Profile.STANDARD));
        return (CancelRequest) assertInstanceOf(Parsed.Ok.class, parsed).value();
    }
}
