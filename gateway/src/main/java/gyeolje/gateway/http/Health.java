package gyeolje.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import gyeolje.core.payment.PaymentStore.Doubts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Whether the gateway can take money right now, and what an operator should know.
 *
 * @param trouble why the store cannot be written; empty when it can
 * @param certificateDaysLeft until KCP refuses our certificate
 */
public record Health(boolean draining, Optional<String> trouble, Optional<Doubts> doubts, long certificateDaysLeft) {
    private static final JsonFactory JSON = new JsonFactory();

    boolean isReady() {
        return !draining && trouble.isEmpty() && doubts.isPresent();
    }

    String json() {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("status", isReady() ? "ready" : draining ? "stopping" : "refusing");
            json.writeStringField("store", trouble.orElse("ok"));
            json.writeNumberField("certificate_days_left", certificateDaysLeft);
            if (doubts.isPresent()) {
                json.writeNumberField("payments_in_doubt", doubts.get().open());
                json.writeNumberField("payments_stuck", doubts.get().stuck());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
