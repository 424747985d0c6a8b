package gyeolje.simulation;

import java.util.ArrayList;
import java.util.List;

/** Everything that happened, as one number, and as lines when somebody wants to read it. */
final class Trace {
    private static final long PRIME = 0x100000001b3L;

    private final boolean written;
    private final List<String> lines = new ArrayList<>();
    private long hash = 0xcbf29ce484222325L;

    Trace(boolean written) {
        this.written = written;
    }

    void note(long at, String who, String... what) {
        mix(at);
        mix(who.hashCode());
        for (var part : what) mix(part.hashCode());
        if (written) lines.add("%12.6f  %-10s %s".formatted(at / 1e6, who, String.join(" ", what)));
    }

    private void mix(long value) {
        hash = (hash ^ value) * PRIME;
        hash ^= hash >>> 29;
    }

    long hash() {
        return hash;
    }

    List<String> lines() {
        return lines;
    }
}
