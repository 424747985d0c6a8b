package gyeolje.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PaceTest {
    @Test
    void aConstantPaceKeepsItsScheduleWhateverTimeItIs() {
        var pace = new Pace.Steps(1_000, List.of(new Pace.Step(1_000, 60_000_000_000L)));
        assertEquals(1_000, pace.next(5_000_000));
        pace.left();
        assertEquals(1_001_000, pace.next(9_000_000));
        pace.left();
        assertEquals(2_001_000, pace.next(0));
    }

    @Test
    void stepsFollowEachOtherWithoutAPause() {
        var pace = new Pace.Steps(0, List.of(new Pace.Step(1_000, 2_000_000), new Pace.Step(2_000, 1_000_000)));
        var due = new ArrayList<Long>();
        for (int i = 0; i < 5; i++) {
            due.add(pace.next(0));
            pace.left();
        }
        assertEquals(List.of(0L, 1_000_000L, 2_000_000L, 2_500_000L, 3_000_000L), due);
    }

    @Test
    void aFreePaceIsAlwaysDue() {
        assertEquals(42, new Pace.Free().next(42));
    }
}
