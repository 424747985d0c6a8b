package gyeolje.proof.world;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every answer that a merchant of these tests has heard, until somebody has looked through them. */
final class Heard {
    private static final int MOST = 50_000;
    private static final Set<String> BODIES = ConcurrentHashMap.newKeySet();

    static void keep(String body) {
        if (BODIES.size() < MOST) BODIES.add(body);
    }

    /** All of them as one text, each looked at once. */
    static byte[] taken() {
        var bodies = List.copyOf(BODIES);
        bodies.forEach(BODIES::remove);
        return String.join("\n", bodies).getBytes(StandardCharsets.UTF_8);
    }

    private Heard() {}
}
