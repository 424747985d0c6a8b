package gyeolje.gateway.http;

import gyeolje.core.value.MerchantId;
import gyeolje.gateway.http.Route.Operation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what is under way, refuses beyond a bound, and lets a stopping gateway see when it is done. One merchant has a bound of its
 * own, so that it cannot take all there is. Cancels may use a small share beyond both bounds: however many payments wait for a slow
 * acquirer, money can be given back.
 */
final class Admission {
    /** What is kept for cancels is one part in so many. */
    private static final int SHARE = 16;

    private final int most;
    private final int mostOfOne;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<MerchantId, AtomicInteger> byMerchant = new ConcurrentHashMap<>();
    private volatile boolean draining;

    Admission(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Counts first: whoever is not seen by {@link #isIdle} sees that the gateway stops. */
    boolean enter(Operation operation) {
        if (underWay.incrementAndGet() <= bound(most, operation) && !draining) return true;
        underWay.decrementAndGet();
        return false;
    }

    private static int bound(int most, Operation operation) {
        return switch (operation) {
            case ORDER, PAY -> most;
            case CANCEL -> most + Math.max(1, most / SHARE);
        };
    }

    void leave() {
        underWay.decrementAndGet();
    }

    /** For a merchant that is known to exist, or there would be as many counts as somebody can think of. */
    boolean enter(MerchantId known, Operation operation) {
        var count = byMerchant.computeIfAbsent(known, _ -> new AtomicInteger());
        if (count.incrementAndGet() <= bound(mostOfOne, operation)) return true;
        count.decrementAndGet();
        return false;
    }

    void leave(MerchantId known) {
        var count = byMerchant.get(known);
        if (count != null) count.decrementAndGet();
    }

    void drain() {
        draining = true;
    }

    boolean isDraining() {
        return draining;
    }

    boolean isIdle() {
        return underWay.get() <= 0;
    }
}
