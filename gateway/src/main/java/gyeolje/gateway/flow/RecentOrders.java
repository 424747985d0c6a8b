package gyeolje.gateway.flow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import java.time.Duration;
import java.util.Optional;

/**
 * Orders that this gateway recorded a short while ago, so that most pays need not read theirs. Whoever claims with one that has
 * moved on meanwhile learns so from the store.
 */
public final class RecentOrders {
    private static final int MOST = 10_000;
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private final Cache<Key, Stored> recorded;

    public RecentOrders(Time time) {
        this.recorded = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(A_WHILE)
                .ticker(time::nanos)
                .executor(Runnable::run)
                .build();
    }

    private record Key(MerchantId merchant, TransactionId transaction) {}

    void recorded(Order order) {
        recorded.put(new Key(order.merchant(), order.transaction()), new Stored(new Ordered(order), 0));
    }

    /** Once: afterwards the payment has moved on, or the store is to be asked. */
    Optional<Stored> take(MerchantId merchant, TransactionId transaction) {
        return Optional.ofNullable(recorded.asMap().remove(new Key(merchant, transaction)));
    }
}
