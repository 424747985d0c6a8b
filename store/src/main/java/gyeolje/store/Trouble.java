package gyeolje.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why nothing can be written at the moment, whichever session met it. */
final class Trouble {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    private final AtomicLong faults = new AtomicLong();
    private volatile Optional<String> why = Optional.empty();

    Optional<String> why() {
        return why;
    }

    /** How often there was some: a session that was opened before the last time is not to be trusted. */
    long faults() {
        return faults.get();
    }

    void met(String what, Throwable e) {
        LOG.error("{}; nothing is written until a probe succeeds", what, e);
        faults.incrementAndGet();
        why = Optional.of(what + ": " + e.getMessage());
    }

    void lasts(Exception e) {
        why = Optional.of("writing still fails: " + e.getMessage());
    }

    void over() {
        why = Optional.empty();
        LOG.info("writing works again");
    }
}
