package gyeolje.gateway.log;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Writes an event as one JSON object on a line, without the secrets in it; named by `logback.xml`. On the thread that writes the log. */
public final class RedactingEncoder extends JsonEncoder {
    private final Redaction redaction = new Redaction(KnownSecrets.ofThisProcess());

    @Override
    public byte[] encode(ILoggingEvent event) {
        return super.encode(new RedactedEvent(event, redaction));
    }
}
