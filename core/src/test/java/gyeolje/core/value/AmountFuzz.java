package gyeolje.core.value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Limits.Taken;
import java.math.BigInteger;

/** Fuzz target: a text is an amount, the same one that plain arithmetic sees, or refused; sums never pass a limit by overflowing. */
public final class AmountFuzz {
    private static final BigInteger MOST = BigInteger.TEN.pow(12).subtract(BigInteger.ONE);

    public static void fuzzerTestOneInput(byte[] input) {
        var text = new String(input, UTF_8);
        if (Won.isWellFormed(text)) accepted(text);
        else assertThrows(IllegalArgumentException.class, () -> Won.of(text));
    }

    private static void accepted(String text) {
        var won = Won.of(text);
        var expected = new BigInteger(text);
        assertEquals(text, won.digits());
        assertEquals(expected, BigInteger.valueOf(won.amount()));
        assertTrue(expected.signum() >= 0 && expected.compareTo(MOST) <= 0);
        assertTrue(text.chars().allMatch(digit -> digit >= '0' && digit <= '9'), "ASCII digits alone");
        limited(won);
    }

    /** The largest day that a table can hold, and the amount on top. */
    private static void limited(Won won) {
        long before = Long.MAX_VALUE / 2 - won.amount();
        var taken = new Taken(before, before, before);
        boolean exceeds = new Limits(before, Limits.NONE, Limits.NONE)
                .exceededBy(taken, won)
                .isPresent();
        assertEquals(won.amount() > 0, exceeds);
        assertTrue(Limits.UNLIMITED.exceededBy(taken, won).isEmpty());
    }

    private AmountFuzz() {}
}
