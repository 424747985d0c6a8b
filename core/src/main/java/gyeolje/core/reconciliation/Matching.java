package gyeolje.core.reconciliation;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.NoApprovalFound;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.reconciliation.Discrepancy.Kind;
import gyeolje.core.value.TransactionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a day's trade list against our payments, which come by one at a time. What is found depends on the list and the payments
 * alone. Only what the list says unambiguously may be repaired: a trade number or an order that appears twice, or under two
 * names, is for a person.
 */
public final class Matching {
    /** Of a kind; a list with more is the wrong list, and a count of the rest says so. */
    static final int MOST_KEPT = 10_000;

    private final Comparison comparison;
    private final TradeList list;
    private final Map<String, Trade> byOrder = new LinkedHashMap<>();
    private final Map<String, Trade> byNumber = new HashMap<>();
    /** Orders of the list that somebody else's line casts doubt on. */
    private final Set<String> ambiguous = new HashSet<>();

    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> standing = new HashMap<>();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<Discrepancy> found = new ArrayList<>();
    private final List<Repair> repairs = new ArrayList<>();
    private long agreeing;
    private long underWay;
    private long unkept;

    public Matching(LocalDate day, Instant now, TradeList list) {
        this.comparison = new Comparison(day, now);
        this.list = list;
        for (var line : list.unreadable())
            note(Kind.UNREADABLE_LINE, "", "", "line " + line.line() + ": " + line.why());
        list.trades().forEach(this::index);
    }

    /** A payment that the list could settle, and how. */
    public record Repair(Stored seen, Event event, Discrepancy of) {
        /** It rests on what the list does not say, so the list must be whole. */
        public boolean needsWholeList() {
            return event instanceof NoApprovalFound;
        }
    }

    /**
     * What came of it.
     *
     * @param found what differs and cannot be repaired, so many of each kind at most
     * @param unkept how many more were found
     * @param repairs what differs and can
     * @param looksWhole whether nothing in the list suggests that something is missing from it
     */
    public record Outcome(
            long agreeing,
            long underWay,
            List<Discrepancy> found,
            long unkept,
            List<Repair> repairs,
            boolean looksWhole) {}

    private void index(Trade trade) {
        if (!trade.at().toLocalDate().equals(comparison.day()))
            note(Kind.WRONG_DAY, trade, "line " + trade.line() + " is of " + trade.at());
        var sameNumber = byNumber.putIfAbsent(trade.tno().text(), trade);
        var sameOrder = byOrder.putIfAbsent(trade.order(), trade);
        if (sameNumber != null) {
            note(Kind.DUPLICATE_NUMBER, trade, "lines " + sameNumber.line() + " and " + trade.line());
            ambiguous.add(sameNumber.order());
            ambiguous.add(trade.order());
        } else if (sameOrder != null) {
            note(
                    Kind.TWO_APPROVALS,
                    trade,
                    "also " + sameOrder.tno() + ", lines " + sameOrder.line() + " and " + trade.line());
            ambiguous.add(trade.order());
        }
    }

    /** Compares one of our payments; a payment that came by before is not counted again. */
    public void see(Stored stored) {
        var payment = stored.payment();
        var id = payment.order().transaction().text();
        var trade = Optional.ofNullable(byOrder.get(id));
        if (trade.isPresent() && !seen.add(id)) return;
        Comparison.numberOf(payment).ifPresent(tno -> noteForeignUse(tno.text(), id));
        trade.filter(Trade::stands).ifPresent(it -> noteSecondOfOrder(payment, it));
        count(stored, trade);
    }

    private void count(Stored stored, Optional<Trade> trade) {
        var payment = stored.payment();
        var judgement = trade.map(it -> comparison.listed(payment, own(payment, it)))
                .orElseGet(() -> comparison.unlisted(payment));
        switch (judgement) {
            case Judgement.Agrees _ -> agreeing++;
            case Judgement.UnderWay _ -> underWay++;
            case Judgement.OfAnotherDay _ -> {}
            case Judgement.Differs(var kind, var detail) -> {
                if (!isTold(kind, trade)) add(discrepancy(kind, payment, trade, detail));
            }
            case Judgement.Mendable(var kind, var detail, var event) ->
                repairs.add(new Repair(stored, event, discrepancy(kind, payment, trade, detail)));
        }
    }

    /** A line of another day than the list's was found before anybody asked whose it is. */
    private boolean isTold(Kind kind, Optional<Trade> trade) {
        return kind == Kind.WRONG_DAY
                && trade.filter(it -> !it.at().toLocalDate().equals(comparison.day()))
                        .isPresent();
    }

    /** Of several trades of one order the one whose number we recorded. */
    private Trade own(Payment payment, Trade first) {
        return Comparison.numberOf(payment)
                .map(tno -> byNumber.get(tno.text()))
                .filter(trade -> trade.order().equals(first.order()))
                .orElse(first);
    }

    private void noteForeignUse(String tno, String id) {
        var trade = byNumber.get(tno);
        if (trade == null || trade.order().equals(id)) return;
        ambiguous.add(trade.order());
        note(Kind.OTHER_NUMBER, trade, "this number belongs to " + id + " here");
    }

    /** Two attempts to pay one order number of a merchant may never both stand. */
    private void noteSecondOfOrder(Payment payment, Trade trade) {
        var order = payment.order();
        var other = standing.putIfAbsent(order.merchant() + "/" + order.number(), trade.order());
        if (other != null)
            note(Kind.TWO_APPROVALS, trade, "order " + order.number() + " of " + order.merchant() + ", also " + other);
    }

    /** Trades that no payment came by for: ours of another day perhaps, to be looked up and seen. */
    public List<TransactionId> unseen() {
        return byOrder.keySet().stream()
                .filter(order -> !seen.contains(order) && TransactionId.isWellFormed(order))
                .map(TransactionId::new)
                .toList();
    }

    /** To be asked once, when every payment came by. */
    public Outcome outcome() {
        for (var trade : list.trades()) {
            if (!seen.contains(trade.order()))
                note(Kind.MISSING_HERE, trade, trade.amount().digits() + " won, line " + trade.line());
        }
        var safe = new ArrayList<Repair>();
        for (var repair : repairs) {
            if (ambiguous.contains(repair.of().subject())) add(repair.of());
            else safe.add(repair);
        }
        boolean looksWhole = counts.keySet().stream().noneMatch(Matching::castsDoubtOnTheList);
        return new Outcome(agreeing, underWay, List.copyOf(found), unkept, List.copyOf(safe), looksWhole);
    }

    private static boolean castsDoubtOnTheList(Kind kind) {
        return switch (kind) {
            case UNREADABLE_LINE, MISSING_AT_ACQUIRER, WRONG_DAY, DUPLICATE_NUMBER, OTHER_NUMBER -> true;
            case MISSING_HERE,
                    WRONG_AMOUNT,
                    TWO_APPROVALS,
                    NOT_PAID_HERE,
                    CANCELLED_THERE,
                    NOT_CANCELLED_THERE,
                    PARTLY_CANCELLED,
                    STUCK_NOT_LISTED,
                    STUCK_CANCELLED_THERE,
                    CANCEL_OVERDUE,
                    VOID_OVERDUE -> false;
        };
    }

    private static Discrepancy discrepancy(Kind kind, Payment payment, Optional<Trade> trade, String detail) {
        var tno = trade.map(Trade::tno).or(() -> Comparison.numberOf(payment));
        return new Discrepancy(
                kind,
                payment.order().transaction().text(),
                tno.map(Object::toString).orElse(""),
                detail);
    }

    private void note(Kind kind, Trade trade, String detail) {
        note(kind, trade.order(), trade.tno().text(), detail);
    }

    private void note(Kind kind, String subject, String tno, String detail) {
        add(new Discrepancy(kind, subject, tno, detail));
    }

    private void add(Discrepancy discrepancy) {
        if (counts.merge(discrepancy.kind(), 1L, Long::sum) <= MOST_KEPT) found.add(discrepancy);
        else unkept++;
    }
}
