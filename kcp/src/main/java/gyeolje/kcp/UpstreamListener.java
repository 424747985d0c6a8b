package gyeolje.kcp;

import java.time.Duration;

/** Hears of every call to KCP when it is over. Called on the caller's thread; must not block. */
public interface UpstreamListener {
    void answered(Operation operation, Outcome outcome, Duration took);
}
