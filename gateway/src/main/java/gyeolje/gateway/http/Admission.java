package gyeolje.gateway.http;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is under way, refuses beyond a bound, and lets a stopping gateway see when it is done. */
final class Admission {
    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean draining;

    Admission(int most) {
        this.most = most;
    }

    /** Counts first: whoever is not seen by {@link #isIdle} sees that the gateway stops. */
    boolean enter() {
        if (underWay.incrementAndGet() <= most && !draining) return true;
        underWay.decrementAndGet();
        return false;
    }

    void leave() {
        underWay.decrementAndGet();
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
