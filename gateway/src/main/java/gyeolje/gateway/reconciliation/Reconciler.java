package gyeolje.gateway.reconciliation;

import gyeolje.core.payment.Lifecycle;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.PaymentStore.Advancing;
import gyeolje.core.payment.Verdict;
import gyeolje.core.reconciliation.Matching;
import gyeolje.core.reconciliation.Matching.Repair;
import gyeolje.core.reconciliation.PaymentBook;
import gyeolje.core.reconciliation.TradeList;
import gyeolje.core.value.SiteCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a day and repairs what the list settles beyond doubt, by the lifecycle's own rules and only if nobody moved the
 * payment meanwhile. It moves no money itself: an approval found here is cancelled by a gateway's resolver.
 */
public final class Reconciler {
    /** Most orders are paid within minutes; one that was paid later than this after it was made is only found if it is listed. */
    private static final int DAYS_FROM_ORDER_TO_PAY = 7;

    private final PaymentBook book;
    private final PaymentStore store;
    private final SiteCode site;
    private final Instant now;

    public Reconciler(PaymentBook book, PaymentStore store, SiteCode site, Instant now) {
        this.book = book;
        this.store = store;
        this.site = site;
        this.now = now;
    }

    /** What may be changed. */
    public enum Repairs {
        /** Nothing: only say what would be. */
        NONE,
        /** What the list says. */
        LISTED,
        /** Also what follows from the list's not saying it, which the operator vouches is whole. */
        LISTED_AND_UNLISTED
    }

    public Report compare(LocalDate day, TradeList list, Repairs allowed) {
        var matching = new Matching(day, now, list);
        book.read(day.minusDays(DAYS_FROM_ORDER_TO_PAY), day, stored -> {
            if (stored.payment().order().site().equals(site)) matching.see(stored);
        });
        for (var id : matching.unseen()) book.find(id).ifPresent(matching::see);
        var outcome = matching.outcome();
        var findings = new ArrayList<Report.Finding>();
        for (var found : outcome.found()) findings.add(new Report.Finding(found, Report.Fate.OPEN));
        for (var repair : outcome.repairs())
            findings.add(new Report.Finding(repair.of(), repair(repair, allowed, outcome.looksWhole())));
        return new Report(
                day,
                list.trades().size(),
                outcome.agreeing(),
                outcome.underWay(),
                List.copyOf(findings),
                outcome.unkept());
    }

    private Report.Fate repair(Repair repair, Repairs allowed, boolean looksWhole) {
        return switch (allowed) {
            case NONE -> repair.needsWholeList() ? Report.Fate.OPEN : Report.Fate.REPAIRABLE;
            case LISTED -> repair.needsWholeList() ? Report.Fate.OPEN : repair(repair);
            case LISTED_AND_UNLISTED -> {
                if (!repair.needsWholeList()) yield repair(repair);
                yield looksWhole ? repair(repair) : Report.Fate.LIST_NOT_WHOLE;
            }
        };
    }

    private Report.Fate repair(Repair repair) {
        return switch (Lifecycle.decide(repair.seen().payment(), repair.event())) {
            case Verdict.Refused _ -> Report.Fate.OPEN;
            case Verdict.Next(var next) ->
                switch (store.advance(repair.seen(), repair.event(), next)) {
                    case Advancing.Advanced _ -> Report.Fate.REPAIRED;
                    case Advancing.Overtaken _ -> Report.Fate.OVERTAKEN;
                };
        };
    }
}
