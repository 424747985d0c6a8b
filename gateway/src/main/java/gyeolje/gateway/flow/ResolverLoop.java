package gyeolje.gateway.flow;

import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.PaymentStore.Stored;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for payments whose asker is lost or whose doubt is due, from the start of the process to its end. There is no other
 * recovery: what a crash left behind is found here like any other doubt.
 */
public final class ResolverLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResolverLoop.class);
    private static final int AT_ONCE = 16;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration STOPPING = Duration.ofSeconds(2);

    private final PaymentStore store;
    private final Resolver resolver;
    private final Time time;
    private final Duration lease;
    private final DoubtAlarm alarm;
    private final Semaphore places = new Semaphore(AT_ONCE);
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
            if (round()) continue;
            alarm.look();
            time.sleep(PAUSE);
        }
    }

    /** Whether there may be more to do at once. */
    private boolean round() {
        int free = places.availablePermits();
        if (free == 0) return false;
        try {
            var due = store.takeDue(time.instant(), lease, free);
            due.forEach(this::resolveAside);
            return due.size() == free;
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) LOG.warn("cannot look for doubts: {}", e.getMessage());
            return false;
        }
    }

    private void resolveAside(Stored stored) {
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
