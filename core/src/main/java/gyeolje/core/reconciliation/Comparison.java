package gyeolje.core.reconciliation;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Attempt;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.ApprovalFound;
import gyeolje.core.payment.Event.NetCancelled;
import gyeolje.core.payment.Event.NoApprovalFound;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Cancelled;
import gyeolje.core.payment.Payment.Cancelling;
import gyeolje.core.payment.Payment.Declined;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Payment.Paid;
import gyeolje.core.payment.Payment.Paying;
import gyeolje.core.payment.Payment.Stuck;
import gyeolje.core.payment.Payment.Voided;
import gyeolje.core.payment.Payment.Voiding;
import gyeolje.core.reconciliation.Discrepancy.Kind;
import gyeolje.core.reconciliation.Judgement.Agrees;
import gyeolje.core.reconciliation.Judgement.Differs;
import gyeolje.core.reconciliation.Judgement.Mendable;
import gyeolje.core.reconciliation.Judgement.OfAnotherDay;
import gyeolje.core.reconciliation.Judgement.UnderWay;
import gyeolje.core.value.AcquirerTransactionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One payment of ours against what the list says of it: a total function, every state named.
 *
 * @param day the list's, in Seoul
 * @param now when the list is read
 */
record Comparison(LocalDate day, Instant now) {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    /** An approval asked for so shortly before midnight may be in the next day's list. */
    private static final Duration NEAR_MIDNIGHT = Duration.ofMinutes(30);
    /** How long after its end a day's list may still miss something. */
    private static final Duration LATE_ENTRIES = Duration.ofHours(1);

    Judgement listed(Payment payment, Trade trade) {
        return switch (payment) {
            case Paying _ -> new UnderWay();
            case Ordered _, Declined _ -> trade.stands() ? notPaidHere(payment, trade) : new Agrees();
            case Voiding voiding -> undoing(voiding, voiding.doubt(), trade);
            case Stuck stuck -> undoing(stuck, stuck.doubt(), trade);
            case Voided voided -> undoing(voided, voided.doubt(), trade);
            case Paid paid -> approved(paid, paid.approval(), trade);
            case Cancelling cancelling -> approved(cancelling, cancelling.approval(), trade);
            case Cancelled cancelled -> approved(cancelled, cancelled.approval(), trade);
        };
    }

    Judgement unlisted(Payment payment) {
        return switch (payment) {
            case Paid paid -> missingThere(paid.approval());
            case Cancelling cancelling -> missingThere(cancelling.approval());
            case Cancelled cancelled -> missingThere(cancelled.approval());
            case Stuck stuck
            when stuck.attempt().day().equals(day) -> unlisted(Kind.STUCK_NOT_LISTED, stuck.attempt(), stuck.doubt());
            case Voiding voiding
            when voiding.attempt().day().equals(day) && isOverdue(voiding) ->
                unlisted(Kind.VOID_OVERDUE, voiding.attempt(), voiding.doubt());
            case Paying paying -> underWay(paying.attempt());
            case Voiding voiding -> underWay(voiding.attempt());
            case Declined declined -> quiet(declined.attempt());
            case Voided voided -> quiet(voided.attempt());
            case Ordered _, Stuck _ -> new OfAnotherDay();
        };
    }

    private Judgement missingThere(Approval approval) {
        if (!approval.approvedAt().toLocalDate().equals(day)) return new OfAnotherDay();
        return new Differs(
                Kind.MISSING_AT_ACQUIRER,
                approval.amount().digits() + " won approved at " + approval.approvedAt() + " are not in the list");
    }

    private Judgement unlisted(Kind kind, Attempt attempt, Doubt doubt) {
        var asked = attempt.startedAt();
        var detail = "asked for at " + timeOf(asked) + ", not in the list";
        boolean surelyThisDay = timeOf(asked).toLocalDate().equals(day)
                && timeOf(asked.plus(NEAR_MIDNIGHT)).toLocalDate().equals(day);
        boolean mayBeClosed = surelyThisDay && isOver() && doubt.trace() instanceof Trace.Unknown;
        return mayBeClosed ? new Mendable(kind, detail, new NoApprovalFound(now)) : new Differs(kind, detail);
    }

    private boolean isOver() {
        var end = day.plusDays(1).atStartOfDay(SEOUL).toInstant();
        return now.isAfter(end.plus(LATE_ENTRIES));
    }

    private Judgement underWay(Attempt attempt) {
        return attempt.day().equals(day) ? new UnderWay() : new OfAnotherDay();
    }

    private Judgement quiet(Attempt attempt) {
        return attempt.day().equals(day) ? new Agrees() : new OfAnotherDay();
    }

    /** What must not stand: it is being undone, has been, or waits for someone to say its number. */
    private Judgement undoing(Payment payment, Doubt doubt, Trade trade) {
        var known = numberOf(doubt);
        if (known.filter(tno -> !tno.equals(trade.tno())).isPresent()) return otherNumber(known.get(), trade);
        if (payment instanceof Voiding voiding && known.isPresent())
            return isOverdue(voiding) ? overdue(voiding, trade) : new UnderWay();
        return switch (trade.state()) {
            case CANCELLED -> payment instanceof Voided ? new Agrees() : undoneThere(payment, trade);
            case PARTLY_CANCELLED -> partly(trade);
            case APPROVED -> found(payment, known.isPresent(), trade);
        };
    }

    private Judgement undoneThere(Payment payment, Trade trade) {
        return new Mendable(
                Kind.STUCK_CANCELLED_THERE,
                Payment.stateOf(payment) + " here, cancelled there ("
                        + trade.amount().digits() + " won)",
                new NetCancelled(timeOf(now)));
    }

    /** A stuck payment whose number we knew all along is one that the acquirer would not cancel: asking again is no help. */
    private static Judgement found(Payment payment, boolean known, Trade trade) {
        if (!trade.amount().equals(payment.order().amount())) return wrongAmount(payment, trade);
        if (payment instanceof Stuck && known) return notPaidHere(payment, trade);
        return new Mendable(
                Kind.NOT_PAID_HERE, standing(payment, trade), new ApprovalFound(trade.tno(), trade.amount()));
    }

    private Judgement approved(Payment payment, Approval approval, Trade trade) {
        if (!approval.tno().equals(trade.tno())) return otherNumber(approval.tno(), trade);
        if (!approval.amount().equals(trade.amount())) return wrongAmount(payment, trade);
        if (payment instanceof Cancelling cancelling && isOverdue(cancelling)) return overdue(cancelling, trade);
        return switch (trade.state()) {
            case PARTLY_CANCELLED -> partly(trade);
            case CANCELLED ->
                payment instanceof Paid
                        ? new Differs(Kind.CANCELLED_THERE, approval.amount().digits() + " won are paid here only")
                        : sameDay(approval, trade);
            case APPROVED ->
                payment instanceof Cancelled cancelled
                        ? new Differs(Kind.NOT_CANCELLED_THERE, "cancelled here at " + cancelled.cancelledAt())
                        : sameDay(approval, trade);
        };
    }

    private boolean isOverdue(Cancelling cancelling) {
        return cancelling.overdueFrom().filter(from -> from.isBefore(now)).isPresent();
    }

    /** What the list of a moment ago brought to light has not been looked at yet. */
    private boolean isOverdue(Voiding voiding) {
        return voiding.overdueFrom()
                .filter(from -> from.isBefore(now) && from.isBefore(voiding.resolveAfter()))
                .isPresent();
    }

    private Judgement overdue(Voiding voiding, Trade trade) {
        var since = "in doubt since " + timeOf(voiding.doubt().since());
        return switch (trade.state()) {
            case PARTLY_CANCELLED -> partly(trade);
            case APPROVED -> new Differs(Kind.VOID_OVERDUE, since + ", still approved there");
            case CANCELLED ->
                new Mendable(Kind.VOID_OVERDUE, since + ", cancelled there", new NetCancelled(timeOf(now)));
        };
    }

    private Judgement overdue(Cancelling cancelling, Trade trade) {
        var since = "cancel asked for at " + timeOf(cancelling.cancellation().requestedAt());
        return switch (trade.state()) {
            case PARTLY_CANCELLED -> partly(trade);
            case APPROVED -> new Differs(Kind.CANCEL_OVERDUE, since + ", still approved there");
            case CANCELLED ->
                new Mendable(Kind.CANCEL_OVERDUE, since + ", cancelled there", new AcquirerCancelled(timeOf(now)));
        };
    }

    private static Judgement sameDay(Approval approval, Trade trade) {
        if (approval.approvedAt().toLocalDate().equals(trade.at().toLocalDate())) return new Agrees();
        return new Differs(
                Kind.WRONG_DAY, "approved at " + approval.approvedAt() + " here and at " + trade.at() + " there");
    }

    private static Judgement wrongAmount(Payment payment, Trade trade) {
        return new Differs(
                Kind.WRONG_AMOUNT,
                payment.order().amount().digits() + " won here, "
                        + trade.amount().digits() + " won there");
    }

    private static Judgement otherNumber(AcquirerTransactionId ours, Trade trade) {
        return new Differs(Kind.OTHER_NUMBER, "number " + ours + " here, " + trade.tno() + " there");
    }

    private static Judgement partly(Trade trade) {
        return new Differs(Kind.PARTLY_CANCELLED, "a part of " + trade.amount().digits() + " won was cancelled there");
    }

    private static Judgement notPaidHere(Payment payment, Trade trade) {
        return new Differs(Kind.NOT_PAID_HERE, standing(payment, trade));
    }

    private static String standing(Payment payment, Trade trade) {
        return Payment.stateOf(payment) + " here, " + trade.amount().digits() + " won stand approved there";
    }

    /** The acquirer's number of what this payment moved, if we ever heard it. */
    static Optional<AcquirerTransactionId> numberOf(Payment payment) {
        return switch (payment) {
            case Paid paid -> Optional.of(paid.approval().tno());
            case Cancelling cancelling -> Optional.of(cancelling.approval().tno());
            case Cancelled cancelled -> Optional.of(cancelled.approval().tno());
            case Voiding voiding -> numberOf(voiding.doubt());
            case Stuck stuck -> numberOf(stuck.doubt());
            case Voided voided -> numberOf(voided.doubt());
            case Ordered _, Paying _, Declined _ -> Optional.empty();
        };
    }

    private static Optional<AcquirerTransactionId> numberOf(Doubt doubt) {
        return switch (doubt.trace()) {
            case Trace.Known(var tno) -> Optional.of(tno);
            case Trace.Unknown _ -> Optional.empty();
        };
    }

    private static LocalDateTime timeOf(Instant instant) {
        return LocalDateTime.ofInstant(instant, SEOUL);
    }
}
