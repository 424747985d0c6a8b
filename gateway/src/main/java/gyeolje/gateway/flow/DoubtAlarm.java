package gyeolje.gateway.flow;

import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.StoreException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that payments are stuck, cancels or voids overdue, or findings of a reconciliation open: at once when there are more than
 * before, and again and again until there are none, since nobody but a person can help the first and perhaps the others.
 */
final class DoubtAlarm {
    static final String STUCK_REMEDY = "Get the trade list of its day from KCP and run `gyeolje reconcile`";
    static final String CANCEL_REMEDY =
            "If KCP stays silent, cancel it in KCP's console and run `gyeolje reconcile` with a new trade list";

    static final String VOID_REMEDY =
            "If KCP stays silent, cancel what it approved in KCP's console and run `gyeolje reconcile` with a new trade list";

    static final String MISMATCH_REMEDY =
            "Do what `gyeolje reconcile` said about each and run it again for that day, or with --acknowledge";

    private static final Logger LOG = LoggerFactory.getLogger(DoubtAlarm.class);
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration REMIND = Duration.ofMinutes(10);

    private final PaymentStore store;
    private final Time time;
    private final Bell stuck;
    private final Bell overdueCancels;
    private final Bell overdueVoids;
    private final Bell mismatches;
    private long lookAgain;

    DoubtAlarm(PaymentStore store, Time time) {
        this.store = store;
        this.time = time;
        this.lookAgain = time.nanos();
        this.stuck = new Bell(time, "payments are stuck. " + STUCK_REMEDY);
        this.overdueCancels = new Bell(time, "cancels are unsettled for more than 45 seconds. " + CANCEL_REMEDY);
        this.overdueVoids = new Bell(time, "payments are not undone for more than 45 seconds. " + VOID_REMEDY);
        this.mismatches = new Bell(time, "findings of reconciliations remain. " + MISMATCH_REMEDY);
    }

    void look() {
        if (time.nanos() - lookAgain < 0) return;
        lookAgain = time.nanos() + LOOK.toNanos();
        try {
            var now = store.doubts();
            stuck.count(now.stuck());
            overdueCancels.count(now.overdueCancels());
            overdueVoids.count(now.overdueVoids());
            mismatches.count(now.mismatches());
        } catch (StoreException e) {
            LOG.warn("cannot look for stuck payments: {}", e.getMessage());
        }
    }

    /** Rings for a number above zero, when it grows and every ten minutes. */
    private static final class Bell {
        private final Time time;
        private final String words;
        private long last;
        private long ringAgain;

        Bell(Time time, String words) {
            this.time = time;
            this.words = words;
            this.ringAgain = time.nanos();
        }

        void count(long now) {
            if (now > last || (now > 0 && time.nanos() - ringAgain >= 0)) {
                LOG.error("{} {}", now, words);
                ringAgain = time.nanos() + REMIND.toNanos();
            }
            last = now;
        }
    }
}
