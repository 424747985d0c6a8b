package gyeolje.gateway.flow;

import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.PaymentStore.Stored;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for payments whose asker is lost or whose doubt is due, from the start of the process to its end. There is no other
 * recovery: what a crash left behind is found here like any other doubt.
 */
public final class ResolverLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResolverLoop.class);
    /** For whatever is longest overdue. */
    private static final int AT_ONCE = 12;
    /** For young doubts alone, so that a backlog does not keep them waiting. */
    private static final int YOUNG_AT_ONCE = 4;

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final long SPREAD_MILLIS = 200;
    /** Odd and without a pattern: a product with it differs in all of its upper digits where its factor differs in the last. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    /** While more is due than there are places. */
    private static final Duration SHORT_PAUSE = Duration.ofMillis(20);

    private static final Duration STOPPING = Duration.ofSeconds(2);

    private final PaymentStore store;
    private final Resolver resolver;
    private final Time time;
    private final Duration lease;
    private final DoubtAlarm alarm;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Semaphore youngPlaces = new Semaphore(YOUNG_AT_ONCE);
    private final Thread thread;

    public ResolverLoop(PaymentStore store, Resolver resolver, Time time, Patience patience) {
        this.store = store;
        this.resolver = resolver;
        this.time = time;
        this.lease = patience.askerIsLost();
        this.alarm = new DoubtAlarm(store, time);
        this.thread = Thread.ofVirtual().name("resolver").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            boolean more = round();
            alarm.look();
            time.sleep(more ? SHORT_PAUSE : pause());
        }
    }

    /**
     * A fifth longer or shorter, as the clock's last digits have it. Two gateways that look at one and the same beat would leave every
     * doubt to the one that is a moment ahead, and the guard time must have passed for the one that looks.
     */
    private Duration pause() {
        long spread = Math.floorMod((time.nanos() * GOLDEN) >>> 32, SPREAD_MILLIS);
        return PAUSE.plusMillis(spread - SPREAD_MILLIS / 2);
    }

    /** Whether there may be more to do as soon as there is room. */
    private boolean round() {
        int young = youngPlaces.availablePermits();
        int free = places.availablePermits();
        if (young + free == 0) return true;
        try {
            var due = store.takeDue(time.instant(), lease, young, free);
            due.young().forEach(it -> resolveAside(it, youngPlaces));
            due.overdue().forEach(it -> resolveAside(it, places));
            return isFull(due.overdue(), free) || isFull(due.young(), young);
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) LOG.warn("cannot look for doubts: {}", e.getMessage());
            return false;
        }
    }

    private static boolean isFull(List<Stored> taken, int room) {
        return room > 0 && taken.size() == room;
    }

    private void resolveAside(Stored stored, Semaphore places) {
        places.acquireUninterruptibly();
        Thread.ofVirtual()
                .name("resolve-" + stored.payment().order().transaction())
                .start(() -> {
                    try {
                        resolver.look(stored);
                    } finally {
                        places.release();
                    }
                });
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
