package gyeolje.gateway.flow;

import gyeolje.core.payment.Attempt;
import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.AcquirerNotReached;
import gyeolje.core.payment.Event.CancelNotSent;
import gyeolje.core.payment.Event.CancelRefused;
import gyeolje.core.payment.Event.CancelRequested;
import gyeolje.core.payment.Lifecycle;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Cancelling;
import gyeolje.core.payment.Payment.Paid;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.PaymentStore.Advancing.Advanced;
import gyeolje.core.payment.PaymentStore.Advancing.Overtaken;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.StoreException;
import gyeolje.core.payment.Verdict.Next;
import gyeolje.core.payment.Verdict.Refused;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes durable what has already happened upstream. A failed write is an unknown write: the record is read again and the event
 * offered again until the record shows it, for a bounded time while the merchant waits and after that in the background.
 *
 * <p>That nothing was cancelled is news only for as long as nobody else has tried: it is recorded on the very version that was seen
 * when the acquirer was asked, or not at all.
 */
public final class OutcomeRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeRecorder.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_IN_BACKGROUND = 10_000;

    private final PaymentStore store;
    private final Time time;
    private final Patience patience;
    private final Consumer<DoubtTold> doubts;
    private final Semaphore background = new Semaphore(MOST_IN_BACKGROUND);
    private volatile boolean closed;

    /** @param doubts hears of every doubt that is recorded, and of its end */
    public OutcomeRecorder(PaymentStore store, Time time, Patience patience, Consumer<DoubtTold> doubts) {
        this.store = store;
        this.time = time;
        this.patience = patience;
        this.doubts = doubts;
    }

    /** The record once it shows the event, or shows that it came too late; empty when the store does not answer in time or we stop. */
    Optional<Stored> record(Stored asked, Event event) {
        long start = time.nanos();
        boolean told = false;
        var seen = asked;
        do {
            try {
                return Optional.of(offer(asked, seen, event));
            } catch (RuntimeException e) {
                if (!told) LOG.warn("{} of {} is not recorded yet: {}", name(event), id(seen), e.toString());
                told = true;
                time.sleep(PAUSE);
                seen = reread(seen);
            }
        } while (!Thread.currentThread().isInterrupted()
                && time.nanos() - start < patience.recording().toNanos());
        return Optional.empty();
    }

    /** Goes on offering the event until it is recorded or the process ends; then the resolver finds out by asking. */
    void recordInBackground(Stored seen, Event event) {
        var id = seen.payment().order().transaction();
        if (!isNoCancel(event)) inBackground(id, name(event), () -> recordAtLast(seen, event));
    }

    /**
     * Tells the record that nothing was sent for an attempt whose intent failed to be recorded for certain. Only whoever made the
     * attempt can know; after a crash nobody does, and the resolver asks the acquirer.
     */
    void recordNothingSent(MerchantId merchant, TransactionId id, Attempt mine) {
        inBackground(id, "the intent", () -> disown(merchant, id, mine));
    }

    private void inBackground(TransactionId id, String what, Runnable work) {
        if (!background.tryAcquire()) {
            LOG.error("too many outcomes wait for the store; {} of {} is left to the resolver", what, id.text());
            return;
        }
        Thread.ofVirtual().name("record-" + id.text()).start(() -> {
            try {
                work.run();
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
                offer(seen, reread(seen), event);
                LOG.info("{} of {} is recorded at last", name(event), id(seen));
                return;
            } catch (RuntimeException e) {
                LOG.debug("the store is still away: {}", e.toString());
            }
        }
    }

    /** As long as the record can still turn out to hold the attempt: until the resolver would have met it. */
    private void disown(MerchantId merchant, TransactionId id, Attempt mine) {
        long start = time.nanos();
        boolean maybe = true;
        while (maybe && !closed && !Thread.currentThread().isInterrupted()) {
            time.sleep(LONG_PAUSE);
            try {
                boolean late = time.nanos() - start > patience.askerIsLost().toNanos();
                maybe = !isDisowned(merchant, id, mine) && !late;
            } catch (RuntimeException e) {
                LOG.debug("the store is still away: {}", e.toString());
            }
        }
    }

    /** Whether the question is over: the record says that nothing was sent, or the attempt in it is another. */
    private boolean isDisowned(MerchantId merchant, TransactionId id, Attempt mine) {
        var found = store.find(merchant, id);
        if (found.isEmpty()) return true;
        var seen = found.get();
        if (!(seen.payment() instanceof Payment.Live live)) return !(seen.payment() instanceof Payment.Ordered);
        if (!live.attempt().equals(mine)) return true;
        offer(seen, seen, new AcquirerNotReached("nobody could say that the intent was recorded, so nothing was sent"));
        LOG.info("{}: nothing was sent, and the record says so", id.text());
        return true;
    }

    private static boolean isNoCancel(Event event) {
        return event instanceof CancelRefused || event instanceof CancelNotSent;
    }

    private Stored offer(Stored asked, Stored current, Event event) {
        if (isNoCancel(event) && current.version() != asked.version()) return current;
        var seen = current;
        while (true) {
            var move = move(asked, seen, event);
            if (move.isEmpty()) return seen;
            var by = move.get().by();
            switch (store.advance(seen, by, move.get().to())) {
                case Advanced(var now) -> {
                    tell(now, by);
                    if (by.equals(event)) return now;
                    seen = now;
                }
                case Overtaken(var now) -> {
                    if (isNoCancel(event)) return now;
                    seen = now;
                }
            }
        }
    }

    private void tell(Stored now, Event event) {
        DoubtTold.of(event, now.payment()).ifPresent(told -> {
            LOG.warn("{}: {}: {}", id(now), told.event(), told.words());
            doubts.accept(told);
        });
    }

    /** What to write next; empty when the record has no use for the event. */
    private static Optional<Move> move(Stored asked, Stored seen, Event event) {
        return switch (Lifecycle.decide(seen.payment(), event)) {
            case Next(var next) -> Optional.of(new Move(event, next));
            case Refused _ -> event instanceof AcquirerCancelled ? requestedAgain(asked, seen) : Optional.empty();
        };
    }

    /**
     * The money is back although somebody recorded meanwhile that it could not be given back: the cancel is taken up again, so that
     * its outcome can be recorded.
     */
    private static Optional<Move> requestedAgain(Stored asked, Stored seen) {
        if (!(asked.payment() instanceof Cancelling first) || !(seen.payment() instanceof Paid))
            return Optional.empty();
        var requested = new CancelRequested(first.cancellation(), first.resolveAfter());
        return switch (Lifecycle.decide(seen.payment(), requested)) {
            case Next(var next) -> Optional.of(new Move(requested, next));
            case Refused _ -> Optional.empty();
        };
    }

    private record Move(Event by, Payment to) {}

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
