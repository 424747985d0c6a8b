package gyeolje.gateway;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.value.TransactionId;
import gyeolje.gateway.flow.Breaker;
import gyeolje.gateway.flow.CancelFlow;
import gyeolje.gateway.flow.ClaimNumbers;
import gyeolje.gateway.flow.MerchantDesk;
import gyeolje.gateway.flow.OrderFlow;
import gyeolje.gateway.flow.OutcomeRecorder;
import gyeolje.gateway.flow.Patience;
import gyeolje.gateway.flow.PayFlow;
import gyeolje.gateway.flow.Resolver;
import gyeolje.gateway.flow.ResolverLoop;
import gyeolje.gateway.flow.Time;
import gyeolje.gateway.flow.TransactionIds;
import gyeolje.gateway.http.HttpFront;
import gyeolje.gateway.http.LoopThreads;
import gyeolje.gateway.http.OrderConcurrencyLimit;
import gyeolje.gateway.log.KnownSecrets;
import gyeolje.gateway.settings.Settings;
import gyeolje.kcp.Kcp;
import gyeolje.store.Merchants;
import gyeolje.store.Store;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: everything that a running gateway is made of, put together once, in the order in which it is needed. */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    /** KCP renews a certificate from so many days before it expires. */
    private static final int RENEW_DAYS = 30;

    private static final Duration DRAINING = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final Store store;
    private final Kcp kcp;
    private final Breaker breaker;
    private final OutcomeRecorder outcomes;
    private final ResolverLoop resolver;
    private final HttpFront front;
    private final ExecutorService threads;

    /**
     * Starts a gateway; it answers when this returns.
     *
     * @throws Exception with a one-line message when the configuration, the store, the credentials or a port cannot be used
     */
    public static Gateway start(Settings settings) throws Exception {
        var time = Time.system();
        return start(settings, time, new TransactionIds(time));
    }

    /** As above, with clocks and transaction ids of the caller's. */
    public static Gateway start(Settings settings, Time time, Supplier<TransactionId> ids) throws Exception {
        return start(settings, time, ids, UnaryOperator.identity());
    }

    /** As above, with what the caller puts between flows and store; where money is real it must keep the store's contract. */
    public static Gateway start(
            Settings settings, Time time, Supplier<TransactionId> ids, UnaryOperator<PaymentStore> record)
            throws Exception {
        var parts = new Parts(settings, time);
        try {
            return new Gateway(settings, time, ids, parts, record.apply(parts.store));
        } catch (Exception e) {
            parts.close();
            throw e;
        }
    }

    /** What must be closed again when a later part does not start. */
    private static final class Parts {
        final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        final GatewayMetrics metrics = new GatewayMetrics(registry);
        final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        final Store store;
        final Kcp kcp;

        Parts(Settings settings, Time time) throws Exception {
            try {
                var kcpSettings = Adapters.kcp(settings);
                Adapters.lookAtFiles(settings, kcpSettings);
                this.kcp = new Kcp(kcpSettings, vertx, time, metrics::upstream);
                this.store = Store.open(Adapters.store(settings, time));
            } catch (RuntimeException e) {
                closeVertx(vertx);
                throw e;
            }
        }

        void close() {
            store.close();
            kcp.close();
            closeVertx(vertx);
        }
    }

    private Gateway(Settings settings, Time time, Supplier<TransactionId> ids, Parts parts, PaymentStore payments)
            throws Exception {
        this.vertx = parts.vertx;
        this.store = parts.store;
        this.kcp = parts.kcp;
        DemoKey.refuseWhenLive(Adapters.kcp(settings), store.merchants());
        parts.metrics.watch(store, time);
        parts.metrics.watch(kcp);
        if (kcp.certificateDaysLeft() <= RENEW_DAYS)
            LOG.warn(
                    "KCP's certificate expires in {} days: renew it, or approvals and cancels stop",
                    kcp.certificateDaysLeft());
        var patience = new Patience(
                settings.kcp().deadline(),
                settings.resolver().firstDelay(),
                settings.resolver().guard());
        this.threads = Executors.newThreadPerTaskExecutor(new LoopThreads());
        this.outcomes = new OutcomeRecorder(payments, time, patience, parts.metrics::told);
        this.breaker = new Breaker(kcp, kcp::answers, time, Gateway::aside);
        parts.metrics.watch(breaker);
        this.resolver =
                new ResolverLoop(payments, new Resolver(payments, kcp, outcomes, time, patience), time, patience);
        var flows = new HttpFront.Flows(
                new OrderFlow(payments, breaker, ids, time),
                new PayFlow(payments, breaker, outcomes, time, patience, new ClaimNumbers()),
                new CancelFlow(payments, breaker, outcomes, time, patience));
        var vitals = new Vitals(store, kcp, breaker);
        var orderLimit = new OrderConcurrencyLimit(HttpFront.MOST_UNDER_WAY, time::nanos);
        store.onBatch(batch -> orderLimit.store().waited(batch.waited(), batch.size()));
        this.front = HttpFront.start(
                vertx,
                settings,
                new MerchantDesk(
                        store.merchants()::edition,
                        id -> keptSecret(store.merchants().find(id)),
                        time::nanos,
                        Gateway::aside),
                flows,
                vitals,
                parts.registry,
                parts.metrics::scrape,
                threads,
                orderLimit,
                time);
        resolver.start();
    }

    private static Optional<Merchant> keptSecret(Optional<Merchant> merchant) {
        merchant.ifPresent(found -> found.keys().forEach(key -> KnownSecrets.hide(key.secret())));
        return merchant;
    }

    public int port() {
        return front.port();
    }

    public int adminPort() {
        return front.adminPort();
    }

    public Merchants merchants() {
        return store.merchants();
    }

    /** Takes no new requests, lets those under way finish for 20 seconds, and leaves the rest to the next start. */
    @Override
    public void close() {
        if (!front.drain(DRAINING))
            LOG.warn("requests are still under way; what they leave open is settled at the next start");
        resolver.close();
        breaker.close();
        outcomes.close();
        threads.shutdownNow();
        store.close();
        kcp.close();
        closeVertx(vertx);
    }

    private static void aside(Runnable task) {
        Thread.ofVirtual().name("aside").start(task);
    }

    private static void closeVertx(Vertx vertx) {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the network did not stop cleanly", e);
        }
    }
}
