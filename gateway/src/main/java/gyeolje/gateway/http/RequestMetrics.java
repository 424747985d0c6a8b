package gyeolje.gateway.http;

import gyeolje.gateway.http.Route.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How many requests were answered with what, and how long they took. */
final class RequestMetrics {
    /** KCP's own codes pass through answers; beyond this many different ones they are counted together. */
    private static final int MOST_TIMERS = 500;

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    private record Key(Operation operation, String code) {}

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(Operation operation, String code, long nanos) {
        var exact = new Key(operation, code);
        boolean known = timers.size() < MOST_TIMERS || timers.containsKey(exact);
        timers.computeIfAbsent(known ? exact : new Key(operation, "other"), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        return Timer.builder("gyeolje.requests")
                .description("Requests of merchants, from the first byte to the answer")
                .tag("operation", key.operation().name().toLowerCase(Locale.ROOT))
                .tag("code", key.code())
                .register(registry);
    }
}
