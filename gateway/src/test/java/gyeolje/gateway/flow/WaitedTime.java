package gyeolje.gateway.flow;

import java.time.Duration;
import java.time.Instant;

/** Moves only while somebody waits. */
final class WaitedTime implements Time {
    static final Instant START = Instant.parse("2026-04-01T03:00:00Z");

    private Duration passed = Duration.ZERO;

    @Override
    public Instant instant() {
        return START.plus(passed);
    }

    @Override
    public long nanos() {
        return passed.toNanos();
    }

    @Override
    public void sleep(Duration duration) {
        passed = passed.plus(duration);
    }
}
