package gyeolje.sandbox.ledger;

import gyeolje.sandbox.wire.Seoul;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers of 14 digits: the minute in Seoul and a count. They only rise, so a busy minute borrows from the next one. */
final class TradeNumbers {
    private final AtomicLong last = new AtomicLong();

    String next(Instant now) {
        long minute = Long.parseLong(Seoul.second(now).substring(2, 12)) * 10_000;
        return Long.toString(last.updateAndGet(seen -> Math.max(seen, minute) + 1));
    }

    void seen(String tno) {
        last.accumulateAndGet(Long.parseLong(tno), Math::max);
    }
}
