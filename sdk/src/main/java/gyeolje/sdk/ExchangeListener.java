package gyeolje.sdk;

/**
 * Told of every attempt to reach the gateway, for logs and metrics. Called on the thread that made the call, after
 * the attempt; what it throws is ignored, since a broken log must not turn a payment into an error.
 */
@FunctionalInterface
public interface ExchangeListener {
    /** One attempt is over. */
    void exchanged(Exchange exchange);
}
