package gyeolje.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the acquirer's window is given of a name (merchant API, section 5, order's answer). */
final class WindowTextTest {
    private static final Charset WINDOWS_949 = Charset.forName("x-windows-949");

    @ParameterizedTest(name = "\"{0}\" is shown as \"{1}\"")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '→',
            value = {
                "커피→커피",
                "뷁똠펲믜→뷁똠펲믜",
                "Coffee?→Coffee?",
                "커피😀 두 잔→커피 두 잔",
                "👨‍👩‍👧 가족→가족",
                "😀   홍길동→홍길동",
                "홍길동 😀→홍길동",
                "카페 é ﷺ→카페",
                "漢字カナ→漢字カナ",
                "１２３→１２３",
                "\u1100\u1161나다→가나다",
                "\u1112\u1169\u11BC길동→홍길동",
                "cafe\u0301 가→caf 가",
                "가\uE000나\uF8FF→가나",
            })
    void shown(String name, String inWindow) {
        assertEquals(inWindow, WindowText.of(name, WindowText.GOOD_NAME_BYTES));
    }

    @Test
    void theSignsThatTheAcquirerRefusesAreLeftOut() {
        assertEquals("가나다라마바사아자차카", WindowText.of("가,나&다;라|마\\바'사\"아<자>차\r\n카", 100));
        assertEquals("!#$%()*+-./:=?@[]^_`{}~", WindowText.of("!#$%()*+-./:=?@[]^_`{}~", 100));
    }

    @Test
    void ofWhatCannotBeShownNothingIsLeftRatherThanQuestionMarks() {
        for (var name : new String[] {"", " ", "😀", "😀😀", " 😀\u3000", ",;|", "\u200B", "\uD83D", "ﷺ", "é"}) {
            assertEquals("", WindowText.of(name, 100), name);
        }
    }

    @ParameterizedTest(name = "\"{0}\" in {1} bytes is \"{2}\"")
    @CsvSource({
        "가나다, 6, 가나다",
        "가나다, 5, 가나",
        "가나다, 4, 가나",
        "가나다, 3, 가",
        "가나다, 2, 가",
        "가나다, 1, ''",
        "a가나, 4, a가",
        "a가나, 3, a가",
        "a가나, 2, a",
        "가a나, 4, 가a",
        "가a나, 3, 가a",
        "가😀나, 4, 가나",
        "가 나, 3, 가",
        "가가가b, 5, 가가"
    })
    void aNameIsCutAtACharacter(String name, int bytes, String cut) {
        assertEquals(cut, WindowText.of(name, bytes));
    }

    @Test
    void theLongestNamesFillTheirFields() {
        assertEquals("뷁".repeat(50), WindowText.of("뷁".repeat(100), WindowText.GOOD_NAME_BYTES));
        assertEquals("뷁".repeat(20), WindowText.of("뷁".repeat(50), WindowText.BUYER_NAME_BYTES));
        assertEquals("a" + "뷁".repeat(19), WindowText.of("a" + "뷁".repeat(50), WindowText.BUYER_NAME_BYTES));
    }

    @Test
    void blanksInFrontOfANameDoNotUseUpItsRoom() {
        assertEquals("홍길동", WindowText.of("😀" + " ".repeat(45) + "홍길동", WindowText.BUYER_NAME_BYTES));
    }

    /** Character by character against Java's own encoder: what is kept is encodable, of the counted length, and the same afterwards. */
    @Test
    void everyCharacterOfTheBasicPlaneAgreesWithTheEncoder() {
        var encoder = WINDOWS_949.newEncoder();
        int kept = 0;
        for (int c = 0; c <= 0xFFFF; c++) {
            var text = "x" + (char) c + "x";
            var shown = WindowText.of(text, 100);
            if (shown.equals("xx")) continue;
            kept++;
            assertTrue(encoder.canEncode(shown), () -> "kept but cannot be sent: " + text);
            int bytes = shown.getBytes(WINDOWS_949).length;
            assertEquals(shown, new String(shown.getBytes(WINDOWS_949), WINDOWS_949));
            assertEquals(shown, WindowText.of(text, bytes), () -> "counted as longer than it is: " + text);
            assertFalse(WindowText.of(text, bytes - 1).equals(shown), () -> "counted as shorter than it is: " + text);
        }
        assertTrue(kept > 17_000, "windows-949 has some 17,000 characters, kept were " + kept);
    }

    @Test
    void allHangulSyllablesAreKept() {
        for (char c = '가'; c <= '힣'; c++) assertEquals(String.valueOf(c), WindowText.of(String.valueOf(c), 2));
    }
}
