package gyeolje.gateway.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * An adaptive concurrency limit (load shedding): bounds how many orders may be under way by how long requests stand in queues. While even the quickest of a while had to wait, the
 * queue does not go away and everybody in it is late: new orders are refused until it is short again, what was ordered before is paid
 * and cancelled. A burst that is over within that while is nobody's business.
 */
public final class OrderConcurrencyLimit {
    /** Of the quickest. */
    static final Duration LONGEST_WAIT = Duration.ofMillis(10);
    /** Over which the quickest is looked for. */
    static final Duration WHILE = Duration.ofMillis(50);
    /** Fewer say nothing about a queue. */
    static final int ENOUGH = 20;
    /** So many are never refused. */
    static final int LEAST = 1_024;

    private static final double STRONGEST = 0.2;
    private static final double WEAKEST = 0.9;
    private static final int RELEASE_PART = 20;

    private final int most;
    private final LongSupplier nanos;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Queue processor;
    private final Queue store;
    private volatile int bound;

    /**
     * Without a bound to begin with.
     *
     * @param most so many are under way at most whatever this decides
     * @param nanos the clock that never jumps
     */
    public OrderConcurrencyLimit(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        this.bound = most;
        this.processor = new Queue();
        this.store = new Queue();
    }

    /** Of requests that wait for a processor. */
    public Queue processor() {
        return processor;
    }

    /** Of writes that wait for the writer. */
    public Queue store() {
        return store;
    }

    /** How many orders may be under way now. */
    int bound() {
        return bound;
    }

    boolean enter() {
        if (underWay.incrementAndGet() <= bound) return true;
        underWay.decrementAndGet();
        return false;
    }

    void leave() {
        underWay.decrementAndGet();
    }

    /** To what would have waited as long as it may, were everything in proportion; step by step, as it is not. */
    private void tighten(long wait) {
        double part = Math.clamp((double) LONGEST_WAIT.toNanos() / wait, STRONGEST, WEAKEST);
        bound = Math.max(LEAST, (int) (Math.min(bound, underWay.get()) * part));
    }

    private void release() {
        int now = bound;
        if (now < most) bound = Math.min(most, now + now / RELEASE_PART);
    }

    /** Somewhere to wait. */
    public final class Queue {
        private final AtomicLong quickest = new AtomicLong(Long.MAX_VALUE);
        private final AtomicInteger seen = new AtomicInteger();
        private final AtomicLong lookAt = new AtomicLong(nanos.getAsLong() + WHILE.toNanos());
        private volatile boolean standing;

        /** So many got to its end, none of them sooner than after that time. */
        public void waited(Duration time, int many) {
            long wait = time.toNanos();
            if (wait < quickest.get()) quickest.accumulateAndGet(wait, Math::min);
            seen.addAndGet(many);
            long now = nanos.getAsLong();
            long look = lookAt.get();
            if (now - look >= 0 && lookAt.compareAndSet(look, now + WHILE.toNanos())) look();
        }

        private void look() {
            long wait = quickest.getAndSet(Long.MAX_VALUE);
            standing = seen.getAndSet(0) >= ENOUGH && wait > LONGEST_WAIT.toNanos();
            if (standing) tighten(wait);
            else if (!processor.standing && !store.standing) release();
        }
    }
}
