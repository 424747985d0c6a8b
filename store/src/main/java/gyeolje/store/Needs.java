package gyeolje.store;

import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Order;
import gyeolje.core.value.TransactionId;
import gyeolje.store.Command.Claim;
import gyeolje.store.Command.Place;
import gyeolje.store.Command.Release;
import gyeolje.store.Keys.LimitKey;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Keys.RequestKey;
import java.time.LocalDate;
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
 * @param orders that are to be claimed or released
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

    /** Stands for a version where two commands saw different ones. */
    private static final Long DISAGREED = -1L;

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
            case Claim claim -> addClaim(claim.order(), claim.day());
            case Release release -> addClaim(release.order(), release.day());
            case Command.Advance _, Command.Delay _ -> {}
        }
        if (command instanceof Command.Conditional<?> seen)
            payments.merge(seen.key(), seen.seenVersion(), (one, other) -> one.equals(other) ? one : DISAGREED);
    }

    private void addOrder(Place place) {
        newOrders.add(NewOrder.of(place.order()));
        if (place.limits().equals(Limits.UNLIMITED)) return;
        limitsToSee.addAll(LimitKey.of(place.order().merchant(), place.day()));
    }

    private void addClaim(Order order, LocalDate day) {
        orders.add(OrderKey.of(order));
        limits.addAll(LimitKey.of(order.merchant(), day));
    }
}
