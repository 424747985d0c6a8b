package gyeolje.kcp;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Approval.Means;
import gyeolje.core.payment.Approval.Means.KakaoCard;
import gyeolje.core.payment.Approval.Means.KakaoMoney;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Reason;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.AcquirerNotReached;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.ApprovalOutcome;
import gyeolje.core.payment.Order;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Won;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What an answer to a request for approval means (KCP wire, approval). Approved is only what agrees in every respect with what was
 * ordered; declined is only a definite no; everything between is a doubt, with KCP's number on it where one was given.
 */
final class ApprovalReading {
    private static final int MOST_CARD_NAME = 40;
    private static final int MOST_APPROVAL_NUMBER = 20;
    private static final int MOST_INSTALMENTS = 60;

    private final InstantSource clock;
    private final Duration firstDelay;

    ApprovalReading(InstantSource clock, Duration firstDelay) {
        this.clock = clock;
        this.firstDelay = firstDelay;
    }

    ApprovalOutcome read(Order order, Reply reply) {
        return switch (reply) {
            case Reply.NotSent(var why) -> new AcquirerNotReached(why);
            case Reply.Silent _ -> doubt(Reason.NO_ANSWER, new Trace.Unknown());
            case Reply.Unreadable unreadable ->
                doubt(
                        unreadable.status() == Reply.Answered.OK ? Reason.UNREADABLE : Reason.UPSTREAM_FAULT,
                        new Trace.Unknown());
            case Reply.Answered answered when answered.isOk() -> read(order, answered.answer());
            case Reply.Answered answered -> readFault(answered);
        };
    }

    private ApprovalOutcome read(Order order, Answer answer) {
        if (!KcpCodes.isWellFormed(answer.code())) return doubt(Reason.UNREADABLE, answer.trace());
        return switch (KcpCodes.meaning(answer.code())) {
            case DONE -> approved(order, answer);
            case UNCERTAIN -> doubt(Reason.UPSTREAM_FAULT, answer.trace());
            case SEEN_BEFORE -> doubt(Reason.DUPLICATE, answer.trace());
            case REFUSED, ALREADY_CANCELLED, NO_SUCH_TRADE, NOT_ENOUGH_UNSETTLED, UNLISTED -> declined(answer);
        };
    }

    /** Over another status only a refusal that the table knows is believed, and only when KCP blames the request for it. */
    private ApprovalOutcome readFault(Reply.Answered answered) {
        var answer = answered.answer();
        return switch (KcpCodes.meaning(answer.code())) {
            case REFUSED -> answered.blamesUs() ? declined(answer) : doubt(Reason.UPSTREAM_FAULT, answer.trace());
            case SEEN_BEFORE -> doubt(Reason.DUPLICATE, answer.trace());
            case DONE, UNCERTAIN, ALREADY_CANCELLED, NO_SUCH_TRADE, NOT_ENOUGH_UNSETTLED, UNLISTED ->
                doubt(Reason.UPSTREAM_FAULT, answer.trace());
        };
    }

    private ApprovalOutcome approved(Order order, Answer answer) {
        var tno = answer.tno();
        if (tno.isEmpty()) return doubt(Reason.NO_HANDLE, new Trace.Unknown());
        var wrong = difference(order, answer);
        if (wrong.isPresent()) return doubt(wrong.get(), answer.trace());
        return means(order, answer)
                .<ApprovalOutcome>map(means -> new AcquirerApproved(approval(order, answer, tno.get(), means)))
                .orElseGet(() -> doubt(Reason.UNREADABLE, answer.trace()));
    }

    private static Optional<Reason> difference(Order order, Answer answer) {
        if (!answer.agrees(Field.SITE, order.site().text())) return Optional.of(Reason.SITE_DIFFERS);
        if (!answer.agrees(Field.ORDER, order.transaction().text())) return Optional.of(Reason.ORDER_DIFFERS);
        if (!answer.text(Field.AMOUNT).equals(order.amount().digits())) return Optional.of(Reason.AMOUNT_DIFFERS);
        return Optional.empty();
    }

    /** The time decides nothing about the money, so an answer without one is dated now. */
    private Approval approval(Order order, Answer answer, AcquirerTransactionId tno, Means means) {
        var at = answer.time(Field.EASYPOINT_TIME, Field.KAKAO_MONEY_TIME, Field.APPROVAL_TIME)
                .orElseGet(() -> Seoul.now(clock));
        return new Approval(tno, order.amount(), at, means);
    }

    /**
     * By pay_method, or where that is missing by the marks of KakaoPay. Anything else was not paid with what we sell, and the merchant
     * could not be told with what: it is undone.
     */
    private static Optional<Means> means(Order order, Answer answer) {
        return switch (answer.text(Field.METHOD)) {
            case Wire.PAYS_BY_KAKAO_MONEY -> Optional.of(money(order, answer));
            case Wire.PAYS_BY_CARD -> Optional.of(card(answer));
            case "" -> marked(order, answer);
            default -> Optional.empty();
        };
    }

    private static Optional<Means> marked(Order order, Answer answer) {
        if (answer.text(Field.WALLET).equals(Wire.KAKAOPAY_WALLET)) return Optional.of(card(answer));
        if (answer.text(Field.SERVICE).equals(Wire.KAKAOPAY_SERVICE)) return Optional.of(money(order, answer));
        return Optional.empty();
    }

    /** No receipt where KCP says so, or names more than was paid; the free part of a balance is never on one. */
    private static Means money(Order order, Answer answer) {
        var text = answer.text(Field.CASH_RECEIPT_AMOUNT);
        if (!answer.agrees(Field.CASH_RECEIPT, Wire.YES) || !Won.isWellFormed(text)) return new KakaoMoney(Won.ZERO);
        var receipt = Won.of(text);
        return new KakaoMoney(receipt.compareTo(order.amount()) > 0 ? Won.ZERO : receipt);
    }

    private static Means card(Answer answer) {
        return new KakaoCard(
                answer.printable(Field.APPROVAL_NUMBER, MOST_APPROVAL_NUMBER),
                answer.printable(Field.CARD_NAME, MOST_CARD_NAME),
                CardNumber.masked(answer.text(Field.CARD_NUMBER)),
                instalments(answer.text(Field.INSTALMENTS)));
    }

    /** `00`, nothing and nonsense are a lump sum. */
    private static int instalments(String quota) {
        if (!quota.matches("[0-9]{1,3}")) return 0;
        int months = Integer.parseInt(quota);
        return months > MOST_INSTALMENTS ? 0 : months;
    }

    private static AcquirerDeclined declined(Answer answer) {
        return new AcquirerDeclined(answer.code(), answer.message().isEmpty() ? answer.code() : answer.message());
    }

    private ApprovalInDoubt doubt(Reason reason, Trace trace) {
        var now = clock.instant();
        return new ApprovalInDoubt(new Doubt(reason, trace, now), now.plus(firstDelay));
    }
}
