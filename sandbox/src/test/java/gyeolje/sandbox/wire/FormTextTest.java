package gyeolje.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browser forms keep their characters. */
class FormTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"텀블러", "뷁 똠 펲 믜", "<script>alert(\"1\")</script>", "a+b & c=d %41", "€ ※ 漢字", ""})
    void aWindows949FormReadsBackAsWritten(String text) {
        assertEquals(Map.of("good_name", text), read(text, FormText.WINDOWS_949));
    }

    @ParameterizedTest
    @ValueSource(strings = {"뷁 똠 펲 믜", "😀 ½", "&#128512;"})
    void aUtf8FormReadsBackAsWritten(String text) {
        assertEquals(Map.of("good_name", text), read(text, StandardCharsets.UTF_8));
    }

    @Test
    void aCharacterTheBrowserWroteAsAnEntityIsACharacterAgain() {
        byte[] body = "good_name=A+%26%23128512%3B".getBytes(StandardCharsets.US_ASCII);
        assertEquals(Map.of("good_name", "A 😀"), FormText.fields(body, FormText.WINDOWS_949));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#039;", "&#44032;", "&#99999999;", "&#x1F600;", "&amp;"})
    void anEntityAPersonTypedStaysAsTyped(String typed) {
        assertEquals(Map.of("good_name", typed), read(typed, FormText.WINDOWS_949));
    }

    @Test
    void charactersWithoutWindows949AreLeftOutNeverReplaced() {
        assertEquals("뷁  <b>", FormText.fitting("뷁 😀 <b>"));
        assertFalse(FormText.fits("😀"));
    }

    @Test
    void aBrokenPercentSignIsItself() {
        byte[] body = "a=100%&b=%4&c=%zz&d=%41".getBytes(StandardCharsets.US_ASCII);
        assertEquals(Map.of("a", "100%", "b", "%4", "c", "%zz", "d", "A"), FormText.fields(body, FormText.WINDOWS_949));
    }

    private static Map<String, String> read(String text, Charset charset) {
        byte[] body = ("good_name=" + URLEncoder.encode(text, charset)).getBytes(StandardCharsets.US_ASCII);
        return FormText.fields(body, charset);
    }
}
