package gyeolje.gateway.flow;

import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.StoreException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says again and again that payments are stuck, from the start of the process until none is: nobody but a person can help them. */
final class StuckReminder {
    static final String REMEDY = "Get the trade list of its day from KCP and run `gyeolje reconcile`";

    private static final Logger LOG = LoggerFactory.getLogger(StuckReminder.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final PaymentStore store;
    private final Time time;
    private long lookAgain;

    StuckReminder(PaymentStore store, Time time) {
        this.store = store;
        this.time = time;
        this.lookAgain = time.nanos();
    }

    void look() {
        if (time.nanos() - lookAgain < 0) return;
        lookAgain = time.nanos() + EVERY.toNanos();
        try {
            long stuck = store.doubts().stuck();
            if (stuck > 0) LOG.error("{} payments are stuck. {}", stuck, REMEDY);
        } catch (StoreException e) {
            LOG.warn("cannot look for stuck payments: {}", e.getMessage());
        }
    }
}
