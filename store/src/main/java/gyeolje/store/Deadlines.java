package gyeolje.store;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Ends the wait of callers whose write takes too long. All are equally patient, so whoever came first is first in line, and one look
 * now and then costs a fraction of a timer for each.
 */
final class Deadlines implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final long patience;
    private final Queue<Ticket<?>> waiting = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean ended;

    Deadlines(String name, Duration patience) {
        this.patience = patience.toNanos();
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** For who comes now, by the clock that never jumps. */
    long next() {
        return System.nanoTime() + patience;
    }

    Duration since(Ticket<?> came) {
        return Duration.ofNanos(System.nanoTime() - (came.givenUpAt() - patience));
    }

    void watch(Ticket<?> ticket) {
        waiting.add(ticket);
        if (ended) endAll();
    }

    private void run() {
        while (!closing || !waiting.isEmpty()) {
            look();
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                closing = true;
            }
        }
        ended = true;
        endAll();
    }

    /** For who comes while the last one leaves. */
    private void endAll() {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) next.giveUp("the store is closed");
    }

    private void look() {
        long now = System.nanoTime();
        for (var first = waiting.peek(); first != null && first.isOver(now); first = waiting.peek()) waiting.poll();
    }

    /** Nobody comes any more; who waits still is watched to the end. */
    @Override
    public void close() {
        closing = true;
    }
}
