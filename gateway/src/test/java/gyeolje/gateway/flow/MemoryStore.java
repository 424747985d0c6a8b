package gyeolje.gateway.flow;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Limits.Taken;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Live;
import gyeolje.core.payment.Payment.Open;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.StoreException;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A store in memory, as conditional as the contract wants, whose writes fail when told to. */
final class MemoryStore implements PaymentStore {
    /** How a write fails. */
    enum Fault {
        NONE,
        REFUSED,
        LOST,
        /** Written, but nobody can tell. */
        APPLIED,
        /** The same, and from then on nothing can be read or written. */
        APPLIED_THEN_AWAY
    }

    private static final Comparator<Map.Entry<TransactionId, Instant>> BY_DUE = Map.Entry.comparingByValue();

    private final Map<TransactionId, Stored> payments = new LinkedHashMap<>();
    private final Map<TransactionId, Instant> due = new LinkedHashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<String> journal = new ArrayList<>();
    /** As a reconciliation left them. */
    volatile long mismatches;

    private boolean down;
    private boolean away;
    private Runnable meanwhile = () -> {};
    /** When somebody last looked for what is due. */
    private Instant looked = Instant.EPOCH;

    /** How the next writes go, one each. */
    synchronized void next(Fault... coming) {
        faults.addAll(List.of(coming));
    }

    /** Nothing can be written until it is up again. */
    synchronized void down(boolean now) {
        down = now;
    }

    /** What somebody else does between the next caller's look and its write. */
    synchronized void meanwhile(Runnable others) {
        meanwhile = others;
    }

    synchronized void backAgain() {
        away = false;
    }

    /** Every change of state, in order. */
    synchronized List<String> journal() {
        return List.copyOf(journal);
    }

    synchronized void put(Payment payment) {
        payments.put(payment.order().transaction(), new Stored(payment, 7));
        if (payment instanceof Open open) due.put(payment.order().transaction(), open.resolveAfter());
    }

    synchronized Stored get(TransactionId id) {
        return Optional.ofNullable(payments.get(id)).orElseThrow();
    }

    synchronized Instant due(TransactionId id) {
        return Optional.ofNullable(due.get(id)).orElseThrow();
    }

    private synchronized <T> T write(Supplier<T> work) {
        var others = meanwhile;
        meanwhile = () -> {};
        others.run();
        if (down || away) throw StoreException.unknown("down", new IllegalStateException());
        var fault = faults.isEmpty() ? Fault.NONE : faults.removeFirst();
        return switch (fault) {
            case NONE -> work.get();
            case REFUSED -> throw StoreException.refused("refused", new IllegalStateException());
            case LOST -> throw StoreException.unknown("lost", new IllegalStateException());
            case APPLIED_THEN_AWAY -> {
                var written = work.get();
                away = true;
                throw StoreException.unknown("nobody heard: " + written, new IllegalStateException());
            }
            case APPLIED -> throw StoreException.unknown("nobody heard: " + work.get(), new IllegalStateException());
        };
    }

    @Override
    public synchronized Optional<Stored> find(MerchantId merchant, TransactionId id) {
        if (away) throw StoreException.refused("away", new IllegalStateException());
        return Optional.ofNullable(payments.get(id))
                .filter(stored -> stored.payment().order().merchant().equals(merchant));
    }

    @Override
    public synchronized Placing preview(MerchantId merchant, OrderNumber number, Fingerprint fingerprint) {
        if (isLive(merchant, number)) return new Placing.OrderLive();
        return payments.values().stream()
                .filter(stored -> isFor(stored.payment().order(), merchant, number)
                        && stored.payment().order().fingerprint().equals(fingerprint))
                .findFirst()
                .<Placing>map(Placing.Identical::new)
                .orElseGet(Placing.Placed::new);
    }

    private static boolean isFor(Order order, MerchantId merchant, OrderNumber number) {
        return order.merchant().equals(merchant) && order.number().equals(number);
    }

    private boolean isLive(MerchantId merchant, OrderNumber number) {
        return payments.values().stream()
                .map(Stored::payment)
                .anyMatch(payment -> payment instanceof Live && isFor(payment.order(), merchant, number));
    }

    @Override
    public Placing place(Ordered ordered, Limits limits, LocalDate day) {
        return write(() -> {
            var order = ordered.order();
            var met = preview(order.merchant(), order.number(), order.fingerprint());
            if (!(met instanceof Placing.Placed)) return met;
            var over = limits.exceededBy(taken(order.merchant(), day), order.amount());
            if (over.isPresent()) return new Placing.OverLimit(over.get());
            if (payments.containsKey(order.transaction())) return new Placing.IdTaken();
            put(order.transaction(), new Stored(ordered, 0));
            return met;
        });
    }

    @Override
    public synchronized Taken taken(MerchantId merchant, LocalDate day) {
        long today = 0;
        long month = 0;
        long all = 0;
        for (var stored : payments.values()) {
            if (!(stored.payment() instanceof Live live)
                    || !live.order().merchant().equals(merchant)) continue;
            long won = live.order().amount().amount();
            all += won;
            if (live.attempt().day().equals(day)) today += won;
            if (live.attempt().day().withDayOfMonth(1).equals(day.withDayOfMonth(1))) month += won;
        }
        return new Taken(today, month, all);
    }

    @Override
    public Claiming claim(MerchantId merchant, TransactionId id, Event.PayRequested event, Limits limits) {
        return write(() -> {
            var current = payments.get(id);
            if (current == null || !current.payment().order().merchant().equals(merchant))
                return new Claiming.Unknown();
            if (!(current.payment() instanceof Ordered ordered)) return new Claiming.Overtaken(current);
            var order = ordered.order();
            if (isLive(order.merchant(), order.number())) return new Claiming.OrderLive();
            var over = limits.exceededBy(taken(merchant, event.attempt().day()), order.amount());
            if (over.isPresent()) return new Claiming.OverLimit(over.get());
            return new Claiming.Claimed(put(id, new Stored(ordered.paying(event), current.version() + 1)));
        });
    }

    @Override
    public Advancing advance(Stored seen, Event event, Payment next) {
        return write(() -> {
            var id = next.order().transaction();
            var current = get(id);
            if (current.version() != seen.version()) return new Advancing.Overtaken(current);
            return new Advancing.Advanced(put(id, new Stored(next, seen.version() + 1)));
        });
    }

    private Stored put(TransactionId id, Stored stored) {
        payments.put(id, stored);
        journal.add(Payment.stateOf(stored.payment()));
        if (stored.payment() instanceof Open open) due.put(id, open.resolveAfter());
        else due.remove(id);
        return stored;
    }

    @Override
    public synchronized Due takeDue(Instant now, Duration lease, int young, int overdue) {
        looked = now;
        var until = now.plus(lease);
        var youngest = hand(now, until, young, it -> isYoung(it.getKey()), BY_DUE.reversed());
        return new Due(youngest, hand(now, until, overdue, _ -> true, BY_DUE));
    }

    private List<Stored> hand(
            Instant now,
            Instant until,
            int atMost,
            Predicate<Map.Entry<TransactionId, Instant>> which,
            Comparator<Map.Entry<TransactionId, Instant>> order) {
        var ids = due.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .filter(which)
                .sorted(order)
                .limit(atMost)
                .map(Map.Entry::getKey)
                .toList();
        ids.forEach(id -> due.put(id, until));
        return ids.stream().map(id -> held(get(id), until)).toList();
    }

    private boolean isYoung(TransactionId id) {
        return held(get(id), due(id)).payment() instanceof Open open && open.isYoungWhenDue();
    }

    private static Stored held(Stored stored, Instant until) {
        return stored.payment() instanceof Open open ? new Stored(open.resolvedAfter(until), stored.version()) : stored;
    }

    @Override
    public void postpone(Stored seen, Instant until) {
        write(() -> {
            var id = seen.payment().order().transaction();
            if (get(id).version() == seen.version()) due.put(id, until);
            return seen;
        });
    }

    @Override
    public synchronized Doubts doubts() {
        long stuck = payments.values().stream()
                .filter(stored -> stored.payment() instanceof Payment.Stuck)
                .count();
        return new Doubts(
                due.size(),
                Instant.EPOCH,
                stuck,
                overdue(Payment.Cancelling.class),
                overdue(Payment.Voiding.class),
                mismatches);
    }

    private long overdue(Class<? extends Open> state) {
        return payments.values().stream()
                .map(Stored::payment)
                .filter(state::isInstance)
                .map(state::cast)
                .filter(it ->
                        it.overdueFrom().filter(from -> !from.isAfter(looked)).isPresent())
                .count();
    }
}
