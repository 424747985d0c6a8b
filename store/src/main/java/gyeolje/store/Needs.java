package gyeolje.store;

import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.value.TransactionId;
import gyeolje.store.Command.Claim;
import gyeolje.store.Command.Place;
import gyeolje.store.Command.Release;
import gyeolje.store.Keys.LimitKey;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Keys.RequestKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows that a batch must know before it can be decided.
 *
 * @param limits to be locked before everything else, which puts all claims of a merchant in line
 * @param limitsToSee that nothing is taken of, so that nobody needs to wait
 * @param whole payments of which nobody has seen the row, or of which two commands saw different ones
 * @param seen payments that somebody saw, and in which version
 * @param looks whether what was seen is read again and locked; otherwise it is taken for true until the write shows that it is not
 * @param orders that are to be released
 */
record Needs(
        Set<LimitKey> limits,
        Set<LimitKey> limitsToSee,
        Set<PaymentKey> whole,
        Map<PaymentKey, Long> seen,
        boolean looks,
        Set<OrderKey> orders,
        List<NewOrder> newOrders) {
    /** What a new order may meet: a claim of its number, an identical request, another payment with its id. */
    record NewOrder(OrderKey key, RequestKey request, TransactionId id) {
        static NewOrder of(Order order) {
            return new NewOrder(OrderKey.of(order), RequestKey.of(order), order.transaction());
        }
    }

    /** @param careful when what was seen turned out to be wrong; a lease, whose moment may have been put off, always looks */
    static Needs of(Collection<? extends Command<?>> commands, boolean careful) {
        var needs = new Needs(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new HashMap<>(),
                careful || commands.stream().anyMatch(Command.Delay.class::isInstance),
                new LinkedHashSet<>(),
                new ArrayList<>());
        commands.forEach(needs::add);
        needs.limitsToSee.removeAll(needs.limits);
        needs.seen.keySet().removeAll(needs.whole);
        return needs;
    }

    private void add(Command<?> command) {
        switch (command) {
            case Place place -> addOrder(place);
            case Claim claim -> {
                limits.addAll(LimitKey.of(claim.key().merchant(), claim.day()));
                whole.add(claim.key());
            }
            case Release release -> {
                orders.add(OrderKey.of(release.order()));
                limits.addAll(LimitKey.of(release.order().merchant(), release.day()));
            }
            case Command.Advance _, Command.Delay _ -> {}
        }
        if (!(command instanceof Command.Conditional<?> it)) return;
        var earlier = seen.putIfAbsent(it.key(), it.seenVersion());
        if (earlier != null && earlier != it.seenVersion()) whole.add(it.key());
    }

    private void addOrder(Place place) {
        newOrders.add(NewOrder.of(place.order()));
        if (place.limits().equals(Limits.UNLIMITED)) return;
        limitsToSee.addAll(LimitKey.of(place.order().merchant(), place.day()));
    }

    /** Those of which the record says something else than somebody saw. */
    List<PaymentKey> overtaken(WorkingSet known) {
        var overtaken = new ArrayList<PaymentKey>();
        seen.forEach((key, version) -> {
            var head = known.heads.get(key);
            if (head != null && head.version() != version) overtaken.add(key);
        });
        return overtaken;
    }

    /** To be claimed or released, as soon as it is known which orders the payments are of. */
    Set<OrderKey> ordersOf(WorkingSet known) {
        var all = new LinkedHashSet<>(orders);
        for (var current : known.current.values())
            if (current.payment() instanceof Ordered ordered) all.add(OrderKey.of(ordered.order()));
        return all;
    }
}
