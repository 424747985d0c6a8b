package gyeolje.bench.child;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Payment.Paid;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The least that flows can run on, for a ceiling: payments by id in memory, the latest million orders until they are paid. Nothing is
 * durable, no limit is kept, no repeated request recognised, and two attempts at an order number may both be live.
 */
final class NoStore implements PaymentStore {
    private static final int ROOM = 1 << 20;

    private final ConcurrentMap<TransactionId, Stored> payments = new ConcurrentHashMap<>(ROOM);
    private final AtomicReferenceArray<TransactionId> latest = new AtomicReferenceArray<>(ROOM);
    private final AtomicInteger placed = new AtomicInteger();

    @Override
    public Optional<Stored> find(MerchantId merchant, TransactionId id) {
        return Optional.ofNullable(payments.get(id));
    }

    @Override
    public Placing preview(MerchantId merchant, OrderNumber number, Fingerprint fingerprint) {
        return new Placing.Placed();
    }

    @Override
    public Placing place(Ordered ordered, Limits limits, LocalDate day) {
        var id = ordered.order().transaction();
        if (payments.putIfAbsent(id, new Stored(ordered, 0)) != null) return new Placing.IdTaken();
        var oldest = latest.getAndSet(placed.getAndIncrement() & (ROOM - 1), id);
        if (oldest != null) payments.remove(oldest);
        return new Placing.Placed();
    }

    @Override
    public Limits.Taken taken(MerchantId merchant, LocalDate day) {
        return new Limits.Taken(0, 0, 0);
    }

    @Override
    public Claiming claim(MerchantId merchant, TransactionId id, Event.PayRequested event, Limits limits) {
        var current = payments.get(id);
        if (current == null) return new Claiming.Unknown();
        if (!(current.payment() instanceof Ordered ordered)) return new Claiming.Overtaken(current);
        var next = new Stored(ordered.paying(event), current.version() + 1);
        return payments.replace(id, current, next) ? new Claiming.Claimed(next) : claim(merchant, id, event, limits);
    }

    @Override
    public Advancing advance(Stored seen, Event event, Payment next) {
        var id = next.order().transaction();
        var moved = new Stored(next, seen.version() + 1);
        if (next instanceof Paid) payments.remove(id);
        else payments.put(id, moved);
        return new Advancing.Advanced(moved);
    }

    @Override
    public Due takeDue(Instant now, Duration lease, int young, int overdue) {
        return new Due(List.of(), List.of());
    }

    @Override
    public void postpone(Stored seen, Instant until) {}

    @Override
    public Doubts doubts() {
        return new Doubts(0, Instant.EPOCH, 0, 0, 0, 0);
    }
}
