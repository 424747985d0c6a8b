package gyeolje.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. */
final class SteppingClock implements InstantSource {
    private volatile Instant now;

    SteppingClock(String start) {
        now = Instant.parse(start);
    }

    void set(String other) {
        now = Instant.parse(other);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
