package gyeolje.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import gyeolje.core.payment.PaymentStore.Doubts;
import gyeolje.gateway.flow.Breaker;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the gateway can take money right now, and what an operator should know. An acquirer that is away does not make it
 * unready: it would not be so on another node, and cancels and answers to earlier requests still work.
 *
 * @param trouble why the store cannot be written; empty when it can
 * @param certificateDaysLeft until KCP refuses our certificate
 * @param approvals whether new payments are passed on to KCP
 * @param registrations whether new mobile orders are
 */
public record Health(
        boolean draining,
        Optional<String> trouble,
        Optional<Doubts> doubts,
        long certificateDaysLeft,
        Breaker.State approvals,
        Breaker.State registrations) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String CANCELS_REMEDY =
            "KCP has not answered these cancels; they are tried again until it does. If it lasts, cancel them in KCP's"
                    + " console and run `gyeolje reconcile` with a new list; the log names the transactions";
    private static final String VOIDS_REMEDY =
            "KCP has not said what became of these payments, or not undone them; it is asked again until it does. If it lasts,"
                    + " cancel what it approved in KCP's console and run `gyeolje reconcile` with a new list; the log names"
                    + " the transactions";
    private static final String MISMATCHES_REMEDY =
            "do what `gyeolje reconcile` said about each and run it again for that day, or with --acknowledge";
    private static final String STUCK_REMEDY =
            "get the trade list of the day from KCP and run `gyeolje reconcile`; the log names the transactions";

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
                if (doubts.get().stuck() > 0) json.writeStringField("stuck_remedy", STUCK_REMEDY);
                json.writeNumberField("cancels_overdue", doubts.get().overdueCancels());
                if (doubts.get().overdueCancels() > 0) json.writeStringField("cancels_remedy", CANCELS_REMEDY);
                json.writeNumberField("voids_overdue", doubts.get().overdueVoids());
                if (doubts.get().overdueVoids() > 0) json.writeStringField("voids_remedy", VOIDS_REMEDY);
                json.writeNumberField("mismatches", doubts.get().mismatches());
                if (doubts.get().mismatches() > 0) json.writeStringField("mismatches_remedy", MISMATCHES_REMEDY);
            }
            json.writeStringField("breaker_approve", name(approvals));
            json.writeStringField("breaker_register", name(registrations));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String name(Breaker.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
