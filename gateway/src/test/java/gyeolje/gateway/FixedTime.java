package gyeolje.gateway;

import gyeolje.gateway.flow.Time;
import java.time.Duration;
import java.time.Instant;

/** The transcripts' clock: it stands still, but waiting takes as long as ever. */
final class FixedTime implements Time {
    private final Instant now;

    FixedTime(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long nanos() {
        return Time.system().nanos();
    }

    @Override
    public void sleep(Duration duration) {
        Time.system().sleep(duration);
    }
}
