package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A record is searched for card numbers, and a claim must not be found. */
final class ClaimNumbersTest {
    @Test
    void a_claim_is_a_number_of_its_own_and_too_short_for_a_card() {
        var drawn = LongStream.generate(new ClaimNumbers())
                .limit(1_000)
                .mapToObj(Long::toString)
                .collect(Collectors.toSet());
        assertEquals(1_000, drawn.size());
        for (var number : drawn) assertTrue(number.matches("[0-9]{1,12}"), number);
    }
}
