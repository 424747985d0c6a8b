package gyeolje.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class FormTest {
    /** The trail byte of 똠 is the letter c, which browsers do not escape. */
    @Test
    void readsCharactersWhoseSecondByteIsAPlainLetter() throws Unacceptable {
        var form = Form.ofWindow("buyr_name=%94%EE%8Cc%BC%84%92%DE+A".getBytes(StandardCharsets.US_ASCII));
        assertEquals("뷁똠펲믜 A", form.get("buyr_name"));
    }

    @Test
    void readsAPagesFormAsUtf8() throws Unacceptable {
        var form = Form.ofPage("name=%EB%98%A0+%F0%9F%8D%B5&name=second&".getBytes(StandardCharsets.US_ASCII));
        assertEquals("똠 🍵", form.get("name"));
    }
}
