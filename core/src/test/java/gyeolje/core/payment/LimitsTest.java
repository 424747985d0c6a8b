package gyeolje.core.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gyeolje.core.payment.Limits.Taken;
import gyeolje.core.value.Won;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Day, month and guarantee limits (merchant API, section 6). */
final class LimitsTest {
    @ParameterizedTest(name = "limits {0}/{1}/{2}, taken {3}/{4}/{5}, 1,000 won more: {6}")
    @CsvSource({
        "1000, 5000, 9000,    0,    0,    0, ok",
        " 999, 5000, 9000,    0,    0,    0, 5003",
        "1000, 5000, 9000,    1,    1,    1, 5003",
        "5000, 5000, 9000,    0, 4000, 4000, ok",
        "5000, 5000, 9000,    0, 4001, 4001, 5004",
        "5000, 9000, 9000,    0,    0, 8000, ok",
        "5000, 9000, 9000,    0,    0, 8001, 5005",
        "   0, 9000, 9000,    0,    0,    0, 5003",
        "   0,    0,    0,    0,    0,    0, 5003",
        "5000,    0,    0,    0,    0,    0, 5004",
        "5000, 5000,    0,    0,    0,    0, 5005"
    })
    void theFirstLimitWithoutRoomAnswers(
            long day, long month, long guarantee, long takenDay, long takenMonth, long takenGuarantee, String answer) {
        var limits = new Limits(day, month, guarantee);
        var taken = new Taken(takenDay, takenMonth, takenGuarantee);
        assertEquals(
                answer,
                limits.exceededBy(taken, new Won(1_000)).map(ResponseCode::wire).orElse("ok"));
    }

    @Test
    void withoutLimitsEverythingFits() {
        var much = new Taken(999_999_999_999_999L, 999_999_999_999_999L, 999_999_999_999_999L);
        assertEquals(
                true,
                Limits.UNLIMITED.exceededBy(much, new Won(999_999_999_999L)).isEmpty());
    }

    @Test
    void takenAddsToAllThree() {
        assertEquals(new Taken(1_004, 1_004, 1_004), Taken.NOTHING.plus(new Won(1_004)));
        assertEquals(new Taken(2_004, 3_004, 4_004), new Taken(1_000, 2_000, 3_000).plus(new Won(1_004)));
    }

    @Test
    void aLimitIsNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> new Limits(-1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Limits(0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Limits(0, 0, -1));
    }
}
