package gyeolje.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
    @Test
    void theSpecificationsSampleOrderVerifies() {
        assertEquals(
                "d186b8fedccffd291e0619fbf8b247c3f283e3769571eb57b68a50b46af23b75",
                Signatures.order("tester", "ZP2017090911", 1004, Scene.KEY, "20170910132060"));
    }

    @Test
    void theSpecificationsSampleCancelVerifies() {
        assertEquals(
                "db890c12b64c1e1de7127c0c07489fe18859139413acdac420a6f548ba518a3a",
                Signatures.cancel("tester", "20170912142746ST0020", Scene.KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "A 1",
                "A\t1",
                "A\u00a01",
                "A\u30001",
                "A\u200b1",
                "\ufeffA1",
                "A|1",
                "A\u00001",
                "A\r\n1",
                "\ud83d",
                "\ude42A"
            })
    void aValueThatCouldBeReadTwoWaysIsNotSigned(String orderNumber) {
        UnsignableException refused = assertThrows(
                UnsignableException.class,
                () -> Signatures.order("tester", orderNumber, 1004, Scene.KEY, "20260401120000"));
        assertEquals("orderNumber", refused.field());
    }

    @Test
    void aWrongKeyIsNotRepeatedInTheMessage() {
        UnsignableException refused = assertThrows(
                UnsignableException.class, () -> Signatures.cancel("tester", Scene.TRANSACTION, "se cret"));
        assertFalse(refused.getMessage().contains("cret"));
    }

    @Test
    void aTextWithHalfASurrogatePairIsNotOrdered() {
        assertThrows(
                UnsignableException.class,
                () -> Scene.order().itemName("컵\ud83d").build());
    }
}
