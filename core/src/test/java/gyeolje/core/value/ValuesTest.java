package gyeolje.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values refuse to exist when malformed. */
final class ValuesTest {
    private static final Map<String, Function<String, Object>> KINDS = Map.of(
            "merchant", MerchantId::new,
            "order", OrderNumber::new,
            "transaction", TransactionId::new,
            "tno", AcquirerTransactionId::new,
            "site", SiteCode::new,
            "key", ApiCertKey::new,
            "digest", Sha256::new,
            "won", Won::of);

    @ParameterizedTest(name = "{0} \"{1}\" exists")
    @CsvSource({
        "merchant, t",
        "merchant, tester-1_A",
        "merchant, 12345678901234567890",
        "order, ZP2017090911",
        "transaction, 20260401120000KK0001",
        "transaction, 20170912142746ST0020",
        "transaction, 20260401120000KKZZZZ",
        "tno, 26040112000001",
        "site, T0000",
        "site, A8QOB",
        "key, 25bcd7a82f5b4058818462cc7715964c",
        "key, 0123456789abcdef",
        "digest, d186b8fedccffd291e0619fbf8b247c3f283e3769571eb57b68a50b46af23b75",
        "won, 0",
        "won, 999999999999"
    })
    void exists(String kind, String text) {
        made(kind, text);
    }

    @ParameterizedTest(name = "{0} \"{1}\" does not exist")
    @CsvSource({
        "merchant, ''",
        "merchant, -tester",
        "merchant, te ster",
        "merchant, te/ster",
        "merchant, te.ster",
        "merchant, 123456789012345678901",
        "merchant, 가맹점",
        "order, ''",
        "order, 123456789012345678901",
        "transaction, 20260401120000KK001",
        "transaction, 20260401120000kk0001",
        "transaction, 20260401120000K10001",
        "transaction, 20260401120000KK000a",
        "tno, ''",
        "tno, 26-04",
        "tno, 123456789012345678901",
        "site, T000",
        "site, t0000",
        "key, 0123456789abcde",
        "key, 0123456789abcdefg|",
        "key, 0123456789 abcdef",
        "digest, D186B8FEDCCFFD291E0619FBF8B247C3F283E3769571EB57B68A50B46AF23B75",
        "digest, d186",
        "won, 00",
        "won, -1",
        "won, 1000000000000"
    })
    void doesNotExist(String kind, String text) {
        assertThrows(IllegalArgumentException.class, () -> made(kind, text));
    }

    @Test
    void noValueToleratesALineBreakAtItsEnd() {
        assertThrows(IllegalArgumentException.class, () -> new OrderNumber("A1\n"));
        assertThrows(IllegalArgumentException.class, () -> new TransactionId("20260401120000KK0001\n"));
        assertThrows(IllegalArgumentException.class, () -> new MerchantId("tester\n"));
        assertThrows(IllegalArgumentException.class, () -> Won.of("1004\n"));
    }

    @Test
    void wonStaysWithinTwelveDigits() {
        assertThrows(IllegalArgumentException.class, () -> new Won(-1));
        assertThrows(IllegalArgumentException.class, () -> new Won(1_000_000_000_000L));
        assertEquals("999999999999", new Won(999_999_999_999L).digits());
        assertEquals("0", Won.ZERO.digits());
    }

    @Test
    void aKeyIsNeverPrinted() {
        var secret = "25bcd7a82f5b4058818462cc7715964c";
        assertFalse(new ApiCertKey(secret).toString().contains(secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\r\n", "\u00A0", "\u2003", "\u3000", " \u3000\n"})
    void blankIsEmptyOrWhiteSpace(String text) {
        assertTrue(Text.isBlank(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"가", "뷁 😀", "é", "\u200D", "\uFFFD", "\uD83D\uDE00", "\uFEFF"})
    void textIsPrintable(String text) {
        assertTrue(Text.isPrintable(text));
        assertFalse(Text.isBlank(text));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x09, 0x0A, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFDD0,
                0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1FFFF, 0x10FFFF, 0x202A, 0x202E, 0x2066, 0x2069, 0x2028, 0x2029
            })
    void controlsHalvesNoncharactersAndBidiOverridesAreNot(int codePoint) {
        assertFalse(Text.isPrintable("가" + Character.toString(codePoint) + "나"));
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleSeeThemInUnicode() {
        assertEquals(3, Text.length("가😀a"));
        assertEquals(0, Text.length(""));
    }

    private static Object made(String kind, String text) {
        var make = KINDS.get(kind);
        if (make == null) throw new AssertionError("no kind " + kind);
        return make.apply(text);
    }
}
