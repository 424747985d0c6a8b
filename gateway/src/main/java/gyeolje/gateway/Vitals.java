package gyeolje.gateway;

import gyeolje.core.payment.PaymentStore.Doubts;
import gyeolje.core.payment.StoreException;
import gyeolje.gateway.flow.Breaker;
import gyeolje.gateway.http.Health;
import gyeolje.gateway.http.HttpFront;
import gyeolje.kcp.Kcp;
import gyeolje.store.Store;
import java.util.Optional;

/** Reads health off the parts. */
final class Vitals implements HttpFront.Vitals {
    private final Store store;
    private final Kcp kcp;
    private final Breaker breaker;

    Vitals(Store store, Kcp kcp, Breaker breaker) {
        this.store = store;
        this.kcp = kcp;
        this.breaker = breaker;
    }

    @Override
    public Health look(boolean draining) {
        return new Health(
                draining,
                store.trouble(),
                doubts(),
                kcp.certificateDaysLeft(),
                breaker.approvals(),
                breaker.registrations());
    }

    private Optional<Doubts> doubts() {
        try {
            return Optional.of(store.doubts());
        } catch (StoreException e) {
            return Optional.empty();
        }
    }
}
