package gyeolje.simulation;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.simulation.Book.Entry;
import gyeolje.simulation.Book.Move;
import gyeolje.simulation.Ledger.Approving;
import gyeolje.simulation.Ledger.Trade;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Compare record and ledger after every move of either. The promises are named in docs/proof.md. */
final class Judges {
    private static final Set<String> UNDECIDED = Set.of("PAYING", "VOIDING", "STUCK");
    private static final Set<String> GIVING_BACK = Set.of("CANCELLING", "VOIDING", "STUCK");

    private final Court court;
    private final Book book;
    private final Ledger ledger;
    private final History history;
    private final Settling settling;
    private final Map<String, Integer> approvalsAsked = new HashMap<>();

    Judges(Court court, Book book, Ledger ledger, History history, Settling settling) {
        this.court = court;
        this.book = book;
        this.ledger = ledger;
        this.history = history;
        this.settling = settling;
    }

    /** A request to approve leaves a gateway. */
    void askedToApprove(Approving asked) {
        var transaction = asked.transaction();
        var state = book.state(transaction);
        court.require(
                UNDECIDED.contains(state), "I11", "approval of " + transaction + " is asked for while it is " + state);
        book.find(transaction)
                .ifPresent(entry -> court.require(
                        entry.won == asked.won(),
                        "I6",
                        transaction + " was ordered for " + entry.won + " and is asked for " + asked.won()));
        int times = approvalsAsked.merge(transaction, 1, Integer::sum);
        court.require(times == 1, "I1", "approval of " + transaction + " is asked for " + times + " times");
    }

    /** The acquirer took the money. */
    void approved(Trade trade) {
        var state = book.state(trade.transaction);
        court.require(
                UNDECIDED.contains(state), "I2", "money is taken for " + trade.transaction + ", which is " + state);
        long live = ledger.liveOf(trade.merchant, trade.orderNumber);
        court.require(live <= 1, "I1", "order " + trade.orderNumber + " has " + live + " live approvals");
        court.require(ledger.of(trade.transaction).size() == 1, "I1", trade.transaction + " is approved twice");
    }

    /** The acquirer gave the money back. */
    void gaveBack(Trade trade) {
        var state = book.state(trade.transaction);
        court.require(
                GIVING_BACK.contains(state), "I5", "money of " + trade.transaction + " goes back while it is " + state);
    }

    void moved(Stored seen, Event event, Stored after) {
        book.moved(seen, event, after).ifPresent(move -> moved(move, event));
    }

    private void moved(Move move, Event event) {
        settling.moved(move, event);
        var entry = move.entry();
        switch (move.to()) {
            case "PAID" -> {
                backed(entry);
                if (move.from().equals("PAYING")) heard(entry);
            }
            case "CANCELLING" -> backed(entry, move);
            case "DECLINED", "VOIDED" ->
                court.require(
                        ledger.live(entry.transaction).isEmpty(),
                        "I2",
                        entry.transaction + " is " + move.to() + ", but the acquirer holds its money");
            case "CANCELLED" ->
                court.require(
                        ledger.live(entry.transaction).isEmpty()
                                && !ledger.of(entry.transaction).isEmpty(),
                        "I5",
                        entry.transaction + " is CANCELLED, but the acquirer has not given its money back");
            default -> {}
        }
    }

    private void backed(Entry entry, Move move) {
        if (move.from().equals("PAID")) backed(entry);
    }

    /** Paid means: the acquirer holds exactly the ordered amount. */
    private void backed(Entry entry) {
        var live = ledger.live(entry.transaction);
        court.require(
                live.isPresent(), "I5", entry.transaction + " is recorded as paid, but the acquirer holds no money");
        live.ifPresent(trade -> court.require(
                trade.won == entry.won,
                "I6",
                entry.transaction + " was ordered for " + entry.won + " and approved for " + trade.won));
    }

    /** Nobody may be told that the outcome is unknown and have it become a payment afterwards. */
    private void heard(Entry entry) {
        court.require(
                history.mayStillHear(entry.transaction),
                "I4",
                entry.transaction + " becomes paid after every request to pay it was answered");
    }

    /** Whoever claimed an order and sent nothing can say so, as long as it lives. */
    void nothingIsStuckThatWasNeverSent() {
        for (var entry : book.all())
            court.require(
                    !entry.state().equals("STUCK") || approvalsAsked.containsKey(entry.transaction),
                    "I9",
                    entry.transaction + " is stuck, although nothing was sent and no gateway died");
    }

    void atRest(boolean operatorIsDone) {
        for (var entry : book.all()) atRest(entry, operatorIsDone);
        for (var trade : ledger.all()) {
            var state = book.state(trade.transaction);
            boolean known = state.equals("PAID") || (state.equals("STUCK") && !operatorIsDone);
            court.require(
                    !trade.isLive() || known, "I2", "orphan money at rest: " + trade.transaction + " is " + state);
        }
    }

    private void atRest(Entry entry, boolean operatorIsDone) {
        court.require(
                !Book.OPEN.contains(entry.state()),
                "I9",
                entry.transaction + " is still " + entry.state() + " at rest");
        court.require(
                !operatorIsDone || !entry.state().equals("STUCK"),
                "I9",
                entry.transaction + " is stuck although the trade list was imported");
        if (entry.state().equals("PAID")) backed(entry);
    }

    /** What each merchant took and kept is what the acquirer holds for it. */
    void conserved(Iterable<String> merchants) {
        for (var merchant : merchants) {
            long recorded = book.all().stream()
                    .filter(entry ->
                            entry.merchant.equals(merchant) && entry.state().equals("PAID"))
                    .mapToLong(entry -> entry.won)
                    .sum();
            long held = ledger.liveWon(merchant);
            court.require(
                    recorded == held,
                    "conservation",
                    merchant + " was paid " + recorded + " by the record and " + held + " by the ledger");
        }
    }
}
