package gyeolje.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Every order the shop remembers: the newest ones, in memory and, when it was given one, in a file. */
final class OrderBook implements AutoCloseable {
    private static final Duration DOUBLE_CLICK = Duration.ofSeconds(3);

    private final int limit;
    private final LinkedHashMap<String, OrderEntry> entries = new LinkedHashMap<>();
    private final Optional<OrderFile> file;
    private final ReentrantLock lock = new ReentrantLock();

    private OrderBook(int limit, Optional<OrderFile> file) {
        this.limit = limit;
        this.file = file;
    }

    static OrderBook inMemory(int limit) {
        return new OrderBook(limit, Optional.empty());
    }

    /** The book as its file left it, however the last shop ended. */
    static OrderBook on(Path directory, int limit) throws IOException {
        var opened = OrderFile.open(directory, limit);
        var book = new OrderBook(limit, Optional.of(opened.file()));
        opened.orders().forEach(order -> book.entries.put(order.number(), new OrderEntry(book, order)));
        return book;
    }

    Optional<OrderEntry> find(String number) {
        lock.lock();
        try {
            return Optional.ofNullable(entries.get(number));
        } finally {
            lock.unlock();
        }
    }

    /** The order itself, or the equal one that the same browser began a moment ago: a double click is one order. */
    OrderEntry begin(Order order) {
        lock.lock();
        try {
            for (var entry : entries.sequencedValues().reversed()) {
                if (order.placedAt() - entry.order().placedAt() >= DOUBLE_CLICK.toMillis()) break;
                if (isDoubleClick(entry.order(), order)) return entry;
            }
            makeRoom();
            var entry = new OrderEntry(this, order);
            entries.put(order.number(), entry);
            return entry;
        } finally {
            lock.unlock();
        }
    }

    /** Newest first. */
    List<Order> newest(int count, Predicate<Order> wanted) {
        lock.lock();
        try {
            var found = new ArrayList<Order>();
            for (var entry : entries.sequencedValues().reversed()) {
                if (found.size() == count) break;
                if (wanted.test(entry.order())) found.add(entry.order());
            }
            return List.copyOf(found);
        } finally {
            lock.unlock();
        }
    }

    /** Returns once the order would survive a power cut. An order that the gateway has not seen is not worth a line. */
    void store(Order order) {
        if (file.isPresent() && !(order.state() instanceof State.Ordering))
            file.get().append(order);
    }

    private static boolean isDoubleClick(Order earlier, Order order) {
        return earlier.shopper().equals(order.shopper())
                && earlier.goods() == order.goods()
                && earlier.buyer().equals(order.buyer())
                && (earlier.state() instanceof State.Ordering || earlier.state() instanceof State.Placed);
    }

    /** The oldest order goes, but never one whose payment is in doubt. */
    private void makeRoom() {
        if (entries.size() < limit) return;
        var oldest = entries.values().stream()
                .filter(entry ->
                        !(entry.order().state() instanceof State.Paying(var _, var doubt) && doubt.mayBePaid()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("every order kept has a payment in doubt"));
        entries.remove(oldest.order().number());
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) file.get().close();
    }
}
