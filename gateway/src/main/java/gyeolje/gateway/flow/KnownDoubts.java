package gyeolje.gateway.flow;

import gyeolje.core.value.TransactionId;
import java.time.Duration;
import java.util.LinkedHashMap;

/**
 * Since when this process has known of each doubt, by the clock that nobody can set: a guard time measured between the wall clocks
 * of two nodes ends early when one of them is wrong. A restart, or a doubt too many, begins anew and only waits longer.
 */
final class KnownDoubts {
    private static final int MOST = 100_000;

    private final Time time;
    private final LinkedHashMap<TransactionId, Long> firstLooks = new LinkedHashMap<>();

    KnownDoubts(Time time) {
        this.time = time;
    }

    synchronized boolean isKnownFor(TransactionId id, Duration guard) {
        long now = time.nanos();
        if (firstLooks.size() >= MOST) firstLooks.remove(firstLooks.firstEntry().getKey());
        return now - firstLooks.computeIfAbsent(id, _ -> now) >= guard.toNanos();
    }

    synchronized void forget(TransactionId id) {
        firstLooks.remove(id);
    }
}
