package gyeolje.store;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How to reach a store.
 *
 * @param url `sqlite:path` or `jdbc:postgresql://…`
 * @param role who asks
 * @param sessions how many connections write in turn; SQLite always has one
 * @param readers how many connections read
 * @param queue how many writes may wait
 * @param patience how long a caller waits for its write at most
 */
public record StoreSettings(
        String url,
        MasterKey key,
        InstantSource clock,
        Role role,
        int sessions,
        int readers,
        int queue,
        Duration patience) {
    /** Only one gateway serves from a SQLite file; command-line tools work beside it. */
    public enum Role {
        GATEWAY,
        TOOL
    }

    public StoreSettings {
        if (sessions < 1 || readers < 1 || queue < 1)
            throw new IllegalArgumentException("sessions, readers and queue are positive");
    }

    public static StoreSettings of(String url, MasterKey key, InstantSource clock) {
        return new StoreSettings(url, key, clock, Role.GATEWAY, 2, 8, 20_000, Duration.ofSeconds(10));
    }

    public StoreSettings forTool() {
        return new StoreSettings(url, key, clock, Role.TOOL, 1, 2, queue, patience);
    }

    @Override
    public String toString() {
        return "StoreSettings(" + role + ")";
    }
}
