package gyeolje.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of characters means what the same characters mean in a pattern. */
final class AlphabetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"0-9", "0-9a-fA-F", "A-Za-z0-9._~-", "A-Za-z0-9_.:#@/+=~-", "A-Za-z0-9_-", "-", "a", "a-b-"})
    void it_has_what_a_pattern_of_the_same_ranges_has_and_nothing_else(String ranges) {
        var alphabet = Alphabet.of(ranges);
        var pattern = Pattern.compile("[" + ranges + "]");
        for (int character = 0; character <= Character.MAX_VALUE; character++) {
            var text = String.valueOf((char) character);
            assertEquals(pattern.matcher(text).matches(), alphabet.spells(text, 1, 1), () -> ranges + " has " + text);
        }
    }

    @Test
    void a_text_is_as_long_as_it_may_be() {
        assertFalse(Alphabet.DIGITS.spells("", 1, 3));
        assertTrue(Alphabet.DIGITS.spells("1", 1, 3));
        assertTrue(Alphabet.DIGITS.spells("123", 1, 3));
        assertFalse(Alphabet.DIGITS.spells("1234", 1, 3));
        assertFalse(Alphabet.DIGITS.spells("12\n", 1, 3));
    }
}
