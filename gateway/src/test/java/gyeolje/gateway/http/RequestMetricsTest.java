package gyeolje.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.gateway.http.Route.Operation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** Requests are counted by code, within bounds. */
final class RequestMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RequestMetrics metrics = new RequestMetrics(registry);

    private long count(String code) {
        return registry.get("gyeolje.requests")
                .tags("operation", "pay", "code", code)
                .timer()
                .count();
    }

    @Test
    void a_code_that_was_seen_before_is_counted_as_itself_even_when_there_are_too_many() {
        metrics.answered(Operation.PAY, "0000", 1);
        for (int code = 1; code <= 5_000; code++) metrics.answered(Operation.PAY, "X" + code, 1);
        metrics.answered(Operation.PAY, "0000", 1);
        assertEquals(2, count("0000"));
        assertEquals(4_501, count("other"));
        assertTrue(registry.getMeters().size() <= 503);
    }
}
