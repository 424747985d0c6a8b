package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a circuit makes of calls that overlap its openings. */
final class CircuitTest {
    private final WaitedTime time = new WaitedTime();

    @Test
    void what_was_asked_before_it_opened_says_nothing_about_what_comes_after() {
        var circuit = new Circuit(time);
        int early = circuit.admit().orElseThrow();
        circuit.unanswered(early);
        time.sleep(Circuit.LONGEST_BLIP);
        for (int i = 1; i < Circuit.LONGEST_RUN; i++) circuit.unanswered(early);
        circuit.restore();
        for (int i = 0; i < 100; i++) circuit.unanswered(early);
        assertEquals(Breaker.State.RAMPING, circuit.state());
    }
}
