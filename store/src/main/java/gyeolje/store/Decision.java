package gyeolje.store;

import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Limits.Taken;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore.Advancing;
import gyeolje.core.payment.PaymentStore.Claiming;
import gyeolje.core.payment.PaymentStore.Placing;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.ResponseCode;
import gyeolje.core.payment.StoreException;
import gyeolje.core.value.MerchantId;
import gyeolje.store.Changes.Moved;
import gyeolje.store.Command.Advance;
import gyeolje.store.Command.Claim;
import gyeolje.store.Command.Delay;
import gyeolje.store.Command.Move;
import gyeolje.store.Command.Place;
import gyeolje.store.Command.Release;
import gyeolje.store.Keys.LimitKey;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Keys.RequestKey;
import gyeolje.store.WorkingSet.Head;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** Decides the commands of a batch one after the other, each against what the ones before it left. Pure: the same on every database. */
final class Decision {
    private final WorkingSet known;
    private final Changes changes = new Changes();

    Decision(WorkingSet known) {
        this.known = known;
    }

    Changes changes() {
        return changes;
    }

    Placing place(Place command) {
        var order = command.order();
        var request = RequestKey.of(order);
        if (known.claims.containsKey(OrderKey.of(order))) return new Placing.OrderLive();
        var earlier = known.requests.get(request);
        if (earlier != null) return new Placing.Identical(earlier);
        var over = exceeded(command.limits(), order, command.day());
        if (over.isPresent()) return new Placing.OverLimit(over.get());
        if (!known.usedIds.add(order.transaction())) return new Placing.IdTaken();
        known.requests.put(request, new Stored(command.ordered(), 0));
        changes.placed.add(command);
        changes.journal.add(command.journal());
        return new Placing.Placed();
    }

    Claiming claim(Claim command) {
        var seen = known.current.get(command.key());
        if (seen == null) return new Claiming.Unknown();
        if (!(seen.payment() instanceof Ordered ordered)) return new Claiming.Overtaken(seen);
        var order = ordered.order();
        if (known.claims.containsKey(OrderKey.of(order))) return new Claiming.OrderLive();
        var over = exceeded(command.limits(), order, command.day());
        if (over.isPresent()) return new Claiming.OverLimit(over.get());
        var claim = new ClaimRow(order.transaction(), command.day(), order.amount());
        known.claims.put(OrderKey.of(order), claim);
        changes.claimed.put(OrderKey.of(order), claim);
        add(order.merchant(), claim, 1);
        var move = Move.of(seen, command.event(), ordered.paying(command.event()), command.at());
        move(command.key(), move);
        return new Claiming.Claimed(move.stored());
    }

    Advancing advance(Advance command) {
        return advance(command.key(), command.seenVersion(), command.move());
    }

    Advancing release(Release command) {
        var key = command.key();
        if (head(key).version() == command.seenVersion()) giveBack(key, OrderKey.of(command.order()));
        return advance(key, command.seenVersion(), command.move());
    }

    boolean delay(Delay command) {
        var head = head(command.key());
        if (head.version() != command.seenVersion()) return false;
        if (command.seenDue().isPresent() && !command.seenDue().equals(head.due())) return false;
        long until = Micros.of(command.until());
        known.heads.put(command.key(), new Head(head.version(), OptionalLong.of(until)));
        changes.delayed.put(command.key(), until);
        return true;
    }

    private Advancing advance(PaymentKey key, long seenVersion, Move move) {
        if (head(key).version() != seenVersion) return new Advancing.Overtaken(current(key));
        move(key, move);
        return new Advancing.Advanced(move.stored());
    }

    private void move(PaymentKey key, Move move) {
        changes.moved.merge(
                key, new Moved(head(key).version(), move), (first, later) -> new Moved(first.from(), later.move()));
        known.heads.put(key, new Head(move.state().version(), move.state().due()));
        known.current.put(key, move.stored());
        changes.delayed.remove(key);
        changes.journal.add(move.journal());
    }

    /** A payment that was voided once and came to life again holds nothing any more. */
    private void giveBack(PaymentKey key, OrderKey order) {
        var claim = known.claims.get(order);
        if (claim == null || !claim.transaction().equals(key.transaction())) return;
        add(key.merchant(), claim, -1);
        known.claims.remove(order);
        changes.released.add(order);
    }

    private void add(MerchantId merchant, ClaimRow claim, int sign) {
        for (var limit : LimitKey.of(merchant, claim.day())) {
            long won = won(limit) + sign * claim.amount().amount();
            known.limits.put(limit, won);
            changes.limits.put(limit, won);
        }
    }

    private Optional<ResponseCode> exceeded(Limits limits, Order order, LocalDate day) {
        if (limits.equals(Limits.UNLIMITED)) return Optional.empty();
        return limits.exceededBy(taken(order.merchant(), day), order.amount());
    }

    private Taken taken(MerchantId merchant, LocalDate day) {
        return new Taken(
                won(LimitKey.day(merchant, day)),
                won(LimitKey.month(merchant, day)),
                won(LimitKey.guarantee(merchant)));
    }

    private long won(LimitKey limit) {
        var won = known.limits.get(limit);
        if (won == null) throw refused("the limits of " + limit.period() + " were not asked for");
        return won;
    }

    private Head head(PaymentKey key) {
        var head = known.heads.get(key);
        if (head == null) throw refused("there is no payment " + key);
        return head;
    }

    private Stored current(PaymentKey key) {
        var current = known.current.get(key);
        if (current == null) throw refused("payment " + key + " moved in a way that its caller cannot have seen");
        return current;
    }

    private static StoreException refused(String why) {
        return StoreException.refused(why, new IllegalStateException(why));
    }
}
