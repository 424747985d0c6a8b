package gyeolje.gateway.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clocks that the flows see, so that a simulation can own them: the wall for records, the monotonic one for waiting. */
public interface Time extends InstantSource {
    long nanos();

    /** Waits; an interrupt ends the wait early and stays set. */
    void sleep(Duration duration);

    static Time system() {
        return new Time() {
            @Override
            public Instant instant() {
                return InstantSource.system().instant();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) {
                try {
                    Thread.sleep(duration);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
