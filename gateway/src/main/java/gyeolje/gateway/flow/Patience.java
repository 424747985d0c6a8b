package gyeolje.gateway.flow;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param acquirer the total time of one call upstream
 * @param firstDelay before a doubt is looked at for the first time
 * @param guard how long "not found" is not yet final
 */
public record Patience(Duration acquirer, Duration firstDelay, Duration guard) {
    /** How long one write may take, and how long an outcome is offered to the store while the merchant waits. */
    public static final Duration RECORDING = Duration.ofSeconds(5);

    /** After this a call that is still open in the record has lost its asker. */
    Duration askerIsLost() {
        return acquirer.plus(RECORDING.multipliedBy(2)).plusSeconds(1);
    }

    /** How long an identical request waits for the answer of the first. */
    Duration identicalRequest() {
        return acquirer.plus(RECORDING);
    }

    /** How long an outcome may take to become durable before the merchant hears that it is unknown. */
    Duration recording() {
        return RECORDING;
    }
}
