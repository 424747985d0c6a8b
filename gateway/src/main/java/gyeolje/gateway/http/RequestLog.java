package gyeolje.gateway.http;

import gyeolje.gateway.flow.Answer;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** A line for each request, without anything a merchant or shopper sent: pays and cancels at INFO, orders at DEBUG. */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    static void answered(Route route, Answer answer, long nanos) {
        LOG.atLevel(
                        switch (route.operation()) {
                            case ORDER -> Level.DEBUG;
                            case PAY, CANCEL -> Level.INFO;
                        })
                .addKeyValue("operation", route.operation().name().toLowerCase(Locale.ROOT))
                .addKeyValue("merchant", route.merchant())
                .addKeyValue("code", answer.code())
                .addKeyValue("transaction", answer.body().getOrDefault("transactionId", ""))
                .addKeyValue("ms", Duration.ofNanos(nanos).toMillis())
                .log("answered");
    }

    private RequestLog() {}
}
