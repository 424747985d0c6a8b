package gyeolje.simulation;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.PaymentStore.Stored;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The record as the judges saw it being written, one move after the other. */
final class Book {
    /** Which state may follow which (docs/proof.md); written down a second time here, on purpose. */
    private static final Map<String, Set<String>> MOVES = Map.of(
            "ORDERED", Set.of("PAYING"),
            "PAYING", Set.of("PAID", "DECLINED", "VOIDING"),
            "PAID", Set.of("CANCELLING"),
            "DECLINED", Set.of(),
            "VOIDING", Set.of("VOIDING", "VOIDED", "STUCK"),
            "VOIDED", Set.of("VOIDING"),
            "STUCK", Set.of("VOIDING", "VOIDED"),
            "CANCELLING", Set.of("CANCELLING", "CANCELLED", "PAID"),
            "CANCELLED", Set.of());

    static final Set<String> OPEN = Set.of("PAYING", "VOIDING", "CANCELLING");

    /** One payment of the record. */
    static final class Entry {
        final String transaction;
        final String merchant;
        final String orderNumber;
        final long won;
        private Stored stored;

        private Entry(Stored stored) {
            var order = stored.payment().order();
            this.transaction = order.transaction().text();
            this.merchant = order.merchant().text();
            this.orderNumber = order.number().text();
            this.won = order.amount().amount();
            this.stored = stored;
        }

        String state() {
            return Payment.stateOf(stored.payment());
        }

        Stored stored() {
            return stored;
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Court court;

    Book(Court court) {
        this.court = court;
    }

    void placed(Stored stored) {
        var entry = new Entry(stored);
        var before = entries.putIfAbsent(entry.transaction, entry);
        court.require(before == null, "I8", "transaction id " + entry.transaction + " was given out twice");
    }

    /** The state before and after. */
    record Move(Entry entry, String from, String to) {}

    Optional<Move> moved(Stored seen, Event event, Stored after) {
        var entry = entries.get(seen.payment().order().transaction().text());
        if (entry == null) {
            court.blame("I8", "a payment moved that was never placed");
            return Optional.empty();
        }
        var from = entry.state();
        var to = Payment.stateOf(after.payment());
        var what = entry.transaction + ": " + from + " -> " + to + " by "
                + event.getClass().getSimpleName();
        court.require(MOVES.getOrDefault(from, Set.of()).contains(to), "I8", "no such move: " + what);
        court.require(
                after.version() == entry.stored.version() + 1,
                "I8",
                what + ": version " + entry.stored.version() + " -> " + after.version());
        court.require(isSameOrder(entry, after.payment().order()), "I6", what + ": the order changed");
        entry.stored = after;
        return Optional.of(new Move(entry, from, to));
    }

    private static boolean isSameOrder(Entry entry, Order order) {
        return order.amount().amount() == entry.won
                && order.merchant().text().equals(entry.merchant)
                && order.number().text().equals(entry.orderNumber);
    }

    void putOff(Stored seen, Instant until) {
        find(seen.payment().order().transaction().text()).ifPresent(entry -> {
            if (entry.stored.version() == seen.version() && entry.stored.payment() instanceof Payment.Open open)
                entry.stored = new Stored(open.resolvedAfter(until), seen.version());
        });
    }

    Optional<Entry> find(String transaction) {
        return Optional.ofNullable(entries.get(transaction));
    }

    String state(String transaction) {
        return find(transaction).map(Entry::state).orElse("ABSENT");
    }

    Collection<Entry> all() {
        return entries.values();
    }

    boolean isAllSettled() {
        return entries.values().stream().noneMatch(entry -> OPEN.contains(entry.state()));
    }

    /** Orders that somebody tried to pay. */
    long attempts() {
        return entries.values().stream()
                .filter(entry -> !entry.state().equals("ORDERED"))
                .count();
    }

    /** Asked before every look of a resolver, so it makes no garbage; far in the future when nothing is due. */
    Instant earliestDue() {
        var earliest = Instant.MAX;
        for (var entry : entries.values())
            if (entry.stored.payment() instanceof Payment.Open open
                    && open.resolveAfter().isBefore(earliest)) earliest = open.resolveAfter();
        return earliest;
    }
}
