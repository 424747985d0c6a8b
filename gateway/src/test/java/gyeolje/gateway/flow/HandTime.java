package gyeolje.gateway.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** A clock that only waiting moves, so that no test takes as long as what it is about. */
final class HandTime implements Time {
    static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");

    private Duration passed = Duration.ZERO;

    @Override
    public synchronized Instant instant() {
        return NOON.plus(passed);
    }

    @Override
    public synchronized long nanos() {
        return passed.toNanos();
    }

    /** Others get their turn while somebody waits. */
    @Override
    public void sleep(Duration duration) {
        synchronized (this) {
            passed = passed.plus(duration);
        }
        LockSupport.parkNanos(1);
    }
}
