package gyeolje.shop;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One order's place in the book. Whoever talks to the gateway about the order holds its lock meanwhile. */
final class OrderEntry {
    private static final long PATIENCE_SECONDS = 45;

    private final OrderBook book;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Order order;

    OrderEntry(OrderBook book, Order order) {
        this.book = book;
        this.order = order;
    }

    Order order() {
        return order;
    }

    /** Durable first, then visible. */
    void become(Order next) {
        book.store(next);
        order = next;
    }

    /**
     * Does the work when nobody else works on this order. After a long wait it does without: the page then shows the
     * order as it stands, and nothing is sent twice at once.
     */
    void alone(Runnable work) {
        if (!locked()) return;
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private boolean locked() {
        try {
            return lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
