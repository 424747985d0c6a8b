package gyeolje.proof.reconciliation;

import gyeolje.gateway.flow.Time;
import java.time.Duration;
import java.time.Instant;

/** The machine's clock, which may be slow for a while: what happens then is old as soon as it is put right. */
final class Clock implements Time {
    private final Time machine = Time.system();
    private volatile Duration behind = Duration.ZERO;

    void fallBehind(Duration much) {
        behind = much;
    }

    void putRight() {
        behind = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return machine.instant().minus(behind);
    }

    @Override
    public long nanos() {
        return machine.nanos();
    }

    @Override
    public void sleep(Duration duration) {
        machine.sleep(duration);
    }
}
