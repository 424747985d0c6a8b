package gyeolje.gateway;

import gyeolje.core.payment.PaymentStore.Doubts;
import gyeolje.core.payment.StoreException;
import gyeolje.core.reconciliation.Discrepancy;
import gyeolje.gateway.flow.Breaker;
import gyeolje.gateway.flow.DoubtTold;
import gyeolje.kcp.Kcp;
import gyeolje.kcp.Operation;
import gyeolje.kcp.Outcome;
import gyeolje.store.Store;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What operators watch beside the requests: the acquirer, the store and the doubts. */
final class GatewayMetrics {
    private final PrometheusMeterRegistry registry;
    private final DistributionSummary batchSize;
    private final Timer commits;
    private volatile Optional<Store> watched = Optional.empty();
    private volatile Optional<Look> look = Optional.empty();

    GatewayMetrics(PrometheusMeterRegistry registry) {
        this.registry = registry;
        this.batchSize = DistributionSummary.builder("gyeolje.store.batch.size")
                .description("Writes made durable by one commit")
                .register(registry);
        this.commits = Timer.builder("gyeolje.store.commit")
                .description("Time of one commit")
                .register(registry);
    }

    void upstream(Operation operation, Outcome outcome, Duration took) {
        Timer.builder("gyeolje.upstream")
                .description("Calls to KCP")
                .tag("operation", operation.name().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(took);
    }

    void watch(Store store, InstantSource clock) {
        store.onBatch(batch -> {
            batchSize.record(batch.size());
            commits.record(batch.commit());
        });
        watched = Optional.of(store);
        gauge("gyeolje.payments.in.doubt", "Payments that the resolver works on", Doubts::open);
        gauge("gyeolje.payments.stuck", "Payments that only the acquirer's trade list can settle", Doubts::stuck);
        gauge(
                "gyeolje.cancels.overdue",
                "Cancels that have been unsettled for more than 45 seconds",
                Doubts::overdueCancels);
        gauge(
                "gyeolje.voids.overdue",
                "Approvals in doubt that have not been undone, or not been answered for, for more than 45 seconds",
                Doubts::overdueVoids);
        gauge(
                "gyeolje.oldest.doubt.seconds",
                "Age of the oldest doubt",
                doubts -> doubts.open() == 0
                        ? 0
                        : Duration.between(doubts.oldestSince(), clock.instant())
                                .toSeconds());
        for (var kind : Discrepancy.Kind.values())
            Gauge.builder("gyeolje.mismatches", this, it -> it.seen(look -> look.mismatches(kind)))
                    .description("What reconciliations found and nobody has settled or acknowledged")
                    .tag("kind", kind.id())
                    .register(registry);
    }

    /** Everything in the text format of Prometheus. The store is asked once for all gauges that it answers for. */
    String scrape() {
        look = watched.flatMap(GatewayMetrics::look);
        return registry.scrape();
    }

    private static Optional<Look> look(Store store) {
        try {
            return Optional.of(new Look(store.doubts(), store.reconciliations().remaining()));
        } catch (StoreException e) {
            return Optional.empty();
        }
    }

    /** Not a number while the store does not answer. */
    private double seen(ToDoubleFunction<Look> read) {
        return look.map(read::applyAsDouble).orElse(Double.NaN);
    }

    /**
     * What the store said last.
     *
     * @param remaining findings of the newest reconciliation of each day, which another process recorded, by the id of their kind
     */
    private record Look(Doubts doubts, Map<String, Long> remaining) {
        double mismatches(Discrepancy.Kind kind) {
            return remaining.getOrDefault(kind.id(), 0L);
        }
    }

    void told(DoubtTold told) {
        Counter.builder("gyeolje.doubts")
                .description("Doubts that began or ended, by what and why")
                .tag("event", told.event())
                .tag("reason", told.reason())
                .register(registry)
                .increment();
    }

    void watch(Kcp kcp) {
        Gauge.builder("gyeolje.certificate.days.left", kcp, Kcp::certificateDaysLeft)
                .description("Days until KCP refuses our certificate")
                .register(registry);
    }

    void watch(Breaker breaker) {
        open("approve", breaker, Breaker::approvals);
        open("register", breaker, Breaker::registrations);
    }

    private void open(String operation, Breaker breaker, Function<Breaker, Breaker.State> state) {
        Gauge.builder("gyeolje.breaker.open", breaker, it -> state.apply(it) == Breaker.State.OPEN ? 1 : 0)
                .description("1 while calls are refused because KCP does not answer")
                .tag("operation", operation)
                .register(registry);
    }

    private void gauge(String name, String description, ToDoubleFunction<Doubts> read) {
        Gauge.builder(name, this, it -> it.seen(look -> read.applyAsDouble(look.doubts())))
                .description(description)
                .register(registry);
    }
}
