package gyeolje.gateway.http;

import gyeolje.gateway.flow.Answer;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A line for each request, without anything a merchant or shopper sent: pays and cancels at INFO, orders at DEBUG. A path may hold
 * anything, even a key that was put there by mistake, so a merchant is named only once it is known.
 */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    static final String NOBODY = "unknown";

    static void answered(Route.Operation operation, String merchant, Answer answer, long nanos) {
        LOG.atLevel(
                        switch (operation) {
                            case ORDER -> Level.DEBUG;
                            case PAY, CANCEL -> Level.INFO;
                        })
                .addKeyValue("operation", operation.name().toLowerCase(Locale.ROOT))
                .addKeyValue("merchant", merchant)
                .addKeyValue("code", answer.code())
                .addKeyValue("transaction", answer.body().getOrDefault("transactionId", ""))
                .addKeyValue("ms", Duration.ofNanos(nanos).toMillis())
                .log("answered");
    }

    private RequestLog() {}
}
