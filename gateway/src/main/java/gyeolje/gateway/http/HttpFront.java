package gyeolje.gateway.http;

import gyeolje.core.request.Fields;
import gyeolje.gateway.flow.Answer;
import gyeolje.gateway.flow.Caller;
import gyeolje.gateway.flow.CancelFlow;
import gyeolje.gateway.flow.MerchantDesk;
import gyeolje.gateway.flow.OrderFlow;
import gyeolje.gateway.flow.PayFlow;
import gyeolje.gateway.flow.Time;
import gyeolje.gateway.settings.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Both ports: the merchants' and the operators'. */
public final class HttpFront {
    public static final int MOST_UNDER_WAY = 20_000;
    private static final int MOST_OPERATORS = 256;
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Admission admission;
    private final Optional<TlsRenewal> tls;
    private final int port;
    private final int adminPort;

    private HttpFront(Admission admission, Optional<TlsRenewal> tls, int port, int adminPort) {
        this.admission = admission;
        this.tls = tls;
        this.port = port;
        this.adminPort = adminPort;
    }

    /** The flows behind the merchants' routes. */
    public record Flows(OrderFlow order, PayFlow pay, CancelFlow cancel) implements MerchantApi.Flows {
        @Override
        public Answer answer(Route.Operation operation, Caller caller, Fields fields) {
            return switch (operation) {
                case ORDER -> order.order(caller, fields);
                case PAY -> pay.pay(caller, fields);
                case CANCEL -> cancel.cancel(caller, fields);
            };
        }
    }

    /** What an operator can see; looked at when asked. */
    public interface Vitals {
        Health look(boolean draining);
    }

    /**
     * Starts both ports.
     *
     * @param scrape everything of the registry in the text format of Prometheus
     * @throws Exception when a port is taken or a TLS file cannot be used
     */
    public static HttpFront start(
            Vertx vertx,
            Settings settings,
            MerchantDesk merchants,
            Flows flows,
            Vitals vitals,
            MeterRegistry registry,
            Supplier<String> scrape,
            Executor threads,
            OrderConcurrencyLimit orderLimit,
            Time time)
            throws Exception {
        var http = settings.http();
        var admission = new Admission(MOST_UNDER_WAY, http.rates().underWay());
        Gauge.builder("gyeolje.orders.at.once.limit", orderLimit, OrderConcurrencyLimit::bound)
                .description(
                        "How many orders may be under way; new ones beyond are refused while requests wait for a processor")
                .register(registry);
        var api = new MerchantApi(
                merchants,
                flows,
                new ClientAddress(settings.http().trustedProxies()),
                new RequestMetrics(registry),
                threads,
                admission,
                orderLimit,
                new Throttle(http.rates(), registry, time::nanos),
                http.connections().read());
        int loops = Runtime.getRuntime().availableProcessors();
        var bounds = ConnectionBounds.of(http.connections());
        var tls = http.tls().map(files -> new TlsRenewal(files, vertx, time));
        var options = Listeners.options(
                http.host(), http.port(), tls.map(pair -> pair.first().options()));
        if (tls.isPresent())
            options.setSslHandshakeTimeout(bounds.read().toMillis()).setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        var servers = Listeners.start(vertx, options, api, loops, bounds, time::nanos);
        var admin = new AdminApi(() -> vitals.look(admission.isDraining()), scrape, threads);
        var adminOptions =
                Listeners.options(settings.admin().host(), settings.admin().port(), Optional.empty());
        var adminServers = Listeners.start(vertx, adminOptions, admin, 1, bounds.atMost(MOST_OPERATORS), time::nanos);
        tls.ifPresent(pair -> {
            pair.follow(servers.getFirst(), options.getSslOptions());
            Gauge.builder("gyeolje.tls.certificate.days.left", pair, TlsRenewal::daysLeft)
                    .description("Days until the certificate of http.tls expires")
                    .register(registry);
        });
        return new HttpFront(
                admission,
                tls,
                servers.getFirst().actualPort(),
                adminServers.getFirst().actualPort());
    }

    public int port() {
        return port;
    }

    public int adminPort() {
        return adminPort;
    }

    /** Takes no new requests and waits for those under way. */
    public boolean drain(Duration atMost) {
        tls.ifPresent(TlsRenewal::close);
        admission.drain();
        long start = System.nanoTime();
        while (!admission.isIdle()) {
            if (System.nanoTime() - start > atMost.toNanos()) return false;
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }
}
