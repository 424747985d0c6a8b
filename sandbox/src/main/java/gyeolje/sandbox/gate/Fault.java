package gyeolje.sandbox.gate;

import java.time.Duration;

/**
 * A fault to be injected.
 *
 * @param order only calls that name this order number or trade number are hit; empty: every call
 * @param pause how long it delays, drips between bytes, or stays late
 * @param does whether the operation happens behind a broken answer
 */
public record Fault(
        Operation on,
        FaultKind kind,
        String order,
        Duration pause,
        int status,
        String body,
        String code,
        String message,
        String location,
        boolean does) {}
