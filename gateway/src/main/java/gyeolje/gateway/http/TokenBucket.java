package gyeolje.gateway.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets a rate pass, and bursts above it as long as they are short: one moment says how full it is. */
final class TokenBucket {
    /**
     * How much passes.
     *
     * @param every one token is added
     * @param most tokens at once
     */
    record Rate(Duration every, int most) {
        static Rate of(int tokens, Duration during, int most) {
            return new Rate(during.dividedBy(tokens), most);
        }

        private long slack() {
            return every.toNanos() * (most - 1);
        }
    }

    private final long every;
    private final long slack;
    /** When the bucket will be full again. */
    private final AtomicLong fullAt;

    TokenBucket(Rate rate, long now) {
        this.every = rate.every().toNanos();
        this.slack = rate.slack();
        this.fullAt = new AtomicLong(now);
    }

    /** Takes a token if there is one; answers how long to wait for it, or nothing. */
    Duration take(long now) {
        while (true) {
            long seen = fullAt.get();
            long ahead = Math.max(0, seen - now);
            if (ahead > slack) return Duration.ofNanos(ahead - slack);
            if (fullAt.compareAndSet(seen, now + ahead + every)) return Duration.ZERO;
        }
    }
}
