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
 * @param payments to be locked, with the version that somebody saw
 * @param orders that are to be released
 */
record Needs(
        Set<LimitKey> limits,
        Set<LimitKey> limitsToSee,
        Map<PaymentKey, Long> payments,
        Set<OrderKey> orders,
        List<NewOrder> newOrders) {
    /** What a new order may meet: a claim of its number, an identical request, another payment with its id. */
    record NewOrder(OrderKey key, RequestKey request, TransactionId id) {
        static NewOrder of(Order order) {
            return new NewOrder(OrderKey.of(order), RequestKey.of(order), order.transaction());
        }
    }

    /** Stands for a version where nobody saw one, or two commands saw different ones. */
    private static final Long UNSEEN = -1L;

    static Needs of(Collection<? extends Command<?>> commands) {
        var needs = new Needs(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new HashMap<>(),
                new LinkedHashSet<>(),
                new ArrayList<>());
        commands.forEach(needs::add);
        needs.limitsToSee.removeAll(needs.limits);
        return needs;
    }

    private void add(Command<?> command) {
        switch (command) {
            case Place place -> addOrder(place);
            case Claim claim -> {
                limits.addAll(LimitKey.of(claim.key().merchant(), claim.day()));
                payments.put(claim.key(), UNSEEN);
            }
            case Release release -> {
                orders.add(OrderKey.of(release.order()));
                limits.addAll(LimitKey.of(release.order().merchant(), release.day()));
            }
            case Command.Advance _, Command.Delay _ -> {}
        }
        if (command instanceof Command.Conditional<?> seen)
            payments.merge(seen.key(), seen.seenVersion(), (one, other) -> one.equals(other) ? one : UNSEEN);
    }

    private void addOrder(Place place) {
        newOrders.add(NewOrder.of(place.order()));
        if (place.limits().equals(Limits.UNLIMITED)) return;
        limitsToSee.addAll(LimitKey.of(place.order().merchant(), place.day()));
    }

    /** Whether the record moved on since somebody saw it. */
    boolean isOvertaken(PaymentKey key, WorkingSet known) {
        var head = known.heads.get(key);
        return head != null && !isUnseen(key) && head.version() != payments.get(key);
    }

    /** Of whom the whole row is read in any case. */
    boolean isUnseen(PaymentKey key) {
        return UNSEEN.equals(payments.get(key));
    }

    /** To be claimed or released, as soon as it is known which orders the payments are of. */
    Set<OrderKey> ordersOf(WorkingSet known) {
        var all = new LinkedHashSet<>(orders);
        for (var current : known.current.values())
            if (current.payment() instanceof Ordered ordered) all.add(OrderKey.of(ordered.order()));
        return all;
    }
}
