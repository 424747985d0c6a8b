package gyeolje.proof.world;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What looks for secrets after every suite would find them. */
final class ScannerTest {
    private static final byte[] LONG = "x".repeat(100_000).getBytes(UTF_8);

    @Test
    void aSecretIsFoundInEverySpellingWhereverItLies() {
        Secrets.assertNoneIn("nothing", LONG);
        for (var secret : new String[] {World.TESTERS_KEY, Shop.MAIL, Shop.PHONE, Shop.BUYER}) {
            found(secret.getBytes(UTF_8));
            found(secret.getBytes(UTF_16LE));
            found(secret.getBytes(UTF_16BE));
            found(HexFormat.of().formatHex(secret.getBytes(UTF_8)).getBytes(UTF_8));
        }
    }

    private static void found(byte[] secret) {
        for (int at : new int[] {0, 4_090, 8_190, LONG.length - secret.length}) {
            var haystack = LONG.clone();
            System.arraycopy(secret, 0, haystack, at, secret.length);
            assertThrows(AssertionError.class, () -> Secrets.assertNoneIn("somewhere", haystack));
        }
    }

    @Test
    void aKeyOrAnAuthenticationIsLookedForOnceItIsMadeUp() {
        Secrets.key("a-key-made-up-for-this-test");
        Secrets.authentication("an-authentication-made-up-for-this-test-and-longer");
        found("a-key-made-up-for-this-test".getBytes(UTF_8));
        found("an-authentication-made-up-for-this-test-and-longer".getBytes(UTF_16LE));
    }

    @Test
    void needlesAreFoundAcrossTheEndsOfWhatIsReadAtOnce() {
        var needles = new Needles();
        needles.add("the first needle".getBytes(UTF_8), "first");
        needles.add("the second needle".getBytes(UTF_8), "second");
        assertEquals(Set.of("first", "second"), needles.in("..the first needle..the second needle".getBytes(UTF_8)));
        assertEquals(Set.of(), needles.in("the third needle".getBytes(UTF_8)));
    }

    @Test
    void cardNumbersAreToldFromOtherNumbersByTheirLastDigit() {
        assertEquals(true, Secrets.isCard("9431120000001004"));
        assertEquals(false, Secrets.isCard("9431120000001009"));
    }
}
