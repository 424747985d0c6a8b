package gyeolje.simulation;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Limits.Taken;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Live;
import gyeolje.core.payment.Payment.Open;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The store's contract, in memory. The same seeds on the real store must leave the same trace. */
final class ModelStore implements PaymentStore {
    private record Key(MerchantId merchant, TransactionId id) {}

    private record OrderKey(MerchantId merchant, OrderNumber number) {}

    private record RequestKey(MerchantId merchant, Fingerprint request) {}

    /** What a live attempt holds. */
    private record Claim(TransactionId transaction, LocalDate day, long won) {}

    private static final Comparator<Stored> BY_DUE =
            Comparator.comparing(stored -> stored.payment() instanceof Open open ? open.resolveAfter() : Instant.MAX);

    private final Map<Key, Stored> rows = new LinkedHashMap<>();
    private final Map<RequestKey, Key> requests = new HashMap<>();
    private final Map<OrderKey, Claim> claims = new LinkedHashMap<>();

    @Override
    public Optional<Stored> find(MerchantId merchant, TransactionId id) {
        return Optional.ofNullable(rows.get(new Key(merchant, id)));
    }

    @Override
    public Placing preview(MerchantId merchant, OrderNumber number, Fingerprint fingerprint) {
        if (claims.containsKey(new OrderKey(merchant, number))) return new Placing.OrderLive();
        var earlier = requests.get(new RequestKey(merchant, fingerprint));
        return earlier == null ? new Placing.Placed() : new Placing.Identical(current(earlier));
    }

    @Override
    public Placing place(Ordered ordered, Limits limits, LocalDate day) {
        var order = ordered.order();
        var answer = preview(order.merchant(), order.number(), order.fingerprint());
        if (!(answer instanceof Placing.Placed)) return answer;
        var over = limits.exceededBy(taken(order.merchant(), day), order.amount());
        if (over.isPresent()) return new Placing.OverLimit(over.get());
        if (rows.keySet().stream().anyMatch(key -> key.id().equals(order.transaction()))) return new Placing.IdTaken();
        var key = keyOf(ordered);
        rows.put(key, new Stored(ordered, 0));
        requests.put(new RequestKey(order.merchant(), order.fingerprint()), key);
        return answer;
    }

    @Override
    public Taken taken(MerchantId merchant, LocalDate day) {
        long inDay = 0;
        long inMonth = 0;
        long ever = 0;
        for (var entry : claims.entrySet()) {
            if (!entry.getKey().merchant().equals(merchant)) continue;
            var claim = entry.getValue();
            ever += claim.won();
            if (YearMonth.from(claim.day()).equals(YearMonth.from(day))) inMonth += claim.won();
            if (claim.day().equals(day)) inDay += claim.won();
        }
        return new Taken(inDay, inMonth, ever);
    }

    @Override
    public Claiming claim(MerchantId merchant, TransactionId id, PayRequested event, Limits limits) {
        var current = rows.get(new Key(merchant, id));
        if (current == null) return new Claiming.Unknown();
        if (!(current.payment() instanceof Ordered ordered)) return new Claiming.Overtaken(current);
        var order = ordered.order();
        var orderKey = new OrderKey(order.merchant(), order.number());
        if (claims.containsKey(orderKey)) return new Claiming.OrderLive();
        var day = event.attempt().day();
        var over = limits.exceededBy(taken(order.merchant(), day), order.amount());
        if (over.isPresent()) return new Claiming.OverLimit(over.get());
        claims.put(orderKey, new Claim(order.transaction(), day, order.amount().amount()));
        return new Claiming.Claimed(write(current, ordered.paying(event)));
    }

    @Override
    public Advancing advance(Stored seen, Event event, Payment next) {
        var current = current(keyOf(next));
        if (current.version() != seen.version()) return new Advancing.Overtaken(current);
        if (!(next instanceof Live)) release(next);
        return new Advancing.Advanced(write(current, next));
    }

    /** Only the attempt that holds the order number gives it back. */
    private void release(Payment next) {
        var order = next.order();
        var key = new OrderKey(order.merchant(), order.number());
        var claim = claims.get(key);
        if (claim != null && claim.transaction().equals(order.transaction())) claims.remove(key);
    }

    private Stored write(Stored current, Payment next) {
        var written = new Stored(next, current.version() + 1);
        rows.put(keyOf(next), written);
        return written;
    }

    @Override
    public Due takeDue(Instant now, Duration lease, int young, int overdue) {
        var until = now.plus(lease);
        var youngest = hand(now, until, young, Open::isYoungWhenDue, BY_DUE.reversed());
        return new Due(youngest, hand(now, until, overdue, _ -> true, BY_DUE));
    }

    private List<Stored> hand(Instant now, Instant until, int atMost, Predicate<Open> which, Comparator<Stored> order) {
        var due = rows.values().stream()
                .filter(stored -> stored.payment() instanceof Open open
                        && !open.resolveAfter().isAfter(now)
                        && which.test(open))
                .sorted(order)
                .limit(atMost)
                .toList();
        var taken = new ArrayList<Stored>();
        for (var stored : due) taken.add(putOff(stored, until));
        return taken;
    }

    @Override
    public void postpone(Stored seen, Instant until) {
        var current = current(keyOf(seen.payment()));
        if (current.version() == seen.version()) putOff(current, until);
    }

    private Stored putOff(Stored stored, Instant until) {
        if (!(stored.payment() instanceof Open open)) return stored;
        var later = new Stored(open.resolvedAfter(until), stored.version());
        rows.put(keyOf(later.payment()), later);
        return later;
    }

    @Override
    public Doubts doubts() {
        long open = rows.values().stream()
                .filter(it -> it.payment() instanceof Open)
                .count();
        long stuck = rows.values().stream()
                .filter(it -> it.payment() instanceof Payment.Stuck)
                .count();
        return new Doubts(open, Instant.EPOCH, stuck, 0, 0, 0);
    }

    private Stored current(Key key) {
        var stored = rows.get(key);
        if (stored == null) throw new IllegalStateException("there is no payment " + key.id());
        return stored;
    }

    private static Key keyOf(Payment payment) {
        return new Key(payment.order().merchant(), payment.order().transaction());
    }
}
