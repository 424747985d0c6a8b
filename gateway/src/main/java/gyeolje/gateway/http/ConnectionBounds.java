package gyeolje.gateway.http;

import gyeolje.gateway.settings.Settings;
import java.time.Duration;

/**
 * How many connections a port holds and how long each may keep it waiting.
 *
 * @param most at once; beyond it the one that has been quiet for longest makes room
 * @param read for a request to arrive: its head, and then its body; also for the first one after the connection was opened
 * @param idle between an answer and the next request
 * @param write for an answer to be taken
 */
public record ConnectionBounds(int most, Duration read, Duration idle, Duration write) {
    public static final ConnectionBounds DEFAULT =
            new ConnectionBounds(10_000, Duration.ofSeconds(8), Duration.ofSeconds(60), Duration.ofSeconds(8));

    static ConnectionBounds of(Settings.Connections settings) {
        return new ConnectionBounds(settings.most(), settings.read(), settings.idle(), settings.write());
    }

    /** The part of one of several event loops that share a port. */
    ConnectionBounds share(int parts) {
        return new ConnectionBounds(Math.max(1, most / parts), read, idle, write);
    }

    ConnectionBounds atMost(int connections) {
        return new ConnectionBounds(Math.min(most, connections), read, idle, write);
    }
}
