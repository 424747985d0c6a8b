package gyeolje.gateway.flow;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Lifecycle;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.PaymentStore.Advancing.Advanced;
import gyeolje.core.payment.PaymentStore.Advancing.Overtaken;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.StoreException;
import gyeolje.core.payment.Verdict.Next;
import gyeolje.core.payment.Verdict.Refused;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes durable what has already happened upstream. A failed write is an unknown write: the record is read again and the event
 * offered again until the record shows it, for a bounded time while the merchant waits and after that in the background.
 */
public final class OutcomeRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeRecorder.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_IN_BACKGROUND = 10_000;

    private final PaymentStore store;
    private final Time time;
    private final Duration patience;
    private final Semaphore background = new Semaphore(MOST_IN_BACKGROUND);
    private volatile boolean closed;

    public OutcomeRecorder(PaymentStore store, Time time, Patience patience) {
        this.store = store;
        this.time = time;
        this.patience = patience.recording();
    }

    /** The record once it shows the event, or shows that it came too late; empty when the store does not answer in time or we stop. */
    Optional<Stored> record(Stored seen, Event event) {
        long start = time.nanos();
        boolean told = false;
        do {
            try {
                return Optional.of(offer(seen, event));
            } catch (RuntimeException e) {
                if (!told) LOG.warn("{} of {} is not recorded yet: {}", name(event), id(seen), e.toString());
                told = true;
                time.sleep(PAUSE);
                seen = reread(seen);
            }
        } while (!Thread.currentThread().isInterrupted() && time.nanos() - start < patience.toNanos());
        return Optional.empty();
    }

    /** Goes on offering the event until it is recorded or the process ends; then the resolver finds out by asking. */
    void recordInBackground(Stored seen, Event event) {
        if (!background.tryAcquire()) {
            LOG.error("too many outcomes wait for the store; {} of {} is left to the resolver", name(event), id(seen));
            return;
        }
        Thread.ofVirtual().name("record-" + id(seen)).start(() -> {
            try {
                recordAtLast(seen, event);
            } finally {
                background.release();
            }
        });
    }

    public void close() {
        closed = true;
    }

    private void recordAtLast(Stored seen, Event event) {
        while (!closed && !Thread.currentThread().isInterrupted()) {
            time.sleep(LONG_PAUSE);
            try {
                offer(reread(seen), event);
                LOG.info("{} of {} is recorded at last", name(event), id(seen));
                return;
            } catch (RuntimeException e) {
                LOG.debug("the store is still away: {}", e.toString());
            }
        }
    }

    private Stored offer(Stored seen, Event event) {
        while (true) {
            switch (Lifecycle.decide(seen.payment(), event)) {
                case Refused _ -> {
                    return seen;
                }
                case Next(var next) -> {
                    switch (store.advance(seen, event, next)) {
                        case Advanced(var now) -> {
                            return now;
                        }
                        case Overtaken(var current) -> seen = current;
                    }
                }
            }
        }
    }

    private Stored reread(Stored seen) {
        var order = seen.payment().order();
        try {
            return store.find(order.merchant(), order.transaction()).orElse(seen);
        } catch (StoreException e) {
            return seen;
        }
    }

    private static String name(Event event) {
        return event.getClass().getSimpleName();
    }

    private static String id(Stored seen) {
        return seen.payment().order().transaction().text();
    }
}
