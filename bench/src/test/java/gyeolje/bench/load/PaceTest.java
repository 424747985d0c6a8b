package gyeolje.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PaceTest {
    @Test
    void aConstantPaceKeepsItsScheduleWhateverTimeItIs() {
        var pace = new Pace.Constant(1_000, 1_000);
        assertEquals(1_000, pace.next(5_000_000));
        pace.left();
        assertEquals(1_001_000, pace.next(9_000_000));
        pace.left();
        assertEquals(2_001_000, pace.next(0));
    }

    @Test
    void aFreePaceIsAlwaysDue() {
        assertEquals(42, new Pace.Free().next(42));
    }
}
