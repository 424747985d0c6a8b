package gyeolje.core.payment;

import gyeolje.core.payment.Doubt.Reason;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.AcquirerNotReached;
import gyeolje.core.payment.Event.ApprovalFound;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.CancelNotSent;
import gyeolje.core.payment.Event.CancelRefused;
import gyeolje.core.payment.Event.CancelRequested;
import gyeolje.core.payment.Event.NetCancelled;
import gyeolje.core.payment.Event.NoApprovalFound;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Event.ResolverGaveUp;
import gyeolje.core.payment.Event.VoidDelayed;
import gyeolje.core.payment.Payment.Cancelled;
import gyeolje.core.payment.Payment.Cancelling;
import gyeolje.core.payment.Payment.Declined;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Payment.Paid;
import gyeolje.core.payment.Payment.Paying;
import gyeolje.core.payment.Payment.Stuck;
import gyeolje.core.payment.Payment.Voided;
import gyeolje.core.payment.Payment.Voiding;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** One order of 1,004 won in every state it can be in, and everything that can happen to it. */
final class Scene {
    static final Won PRICE = new Won(1_004);
    static final AcquirerTransactionId TNO = new AcquirerTransactionId("26040112000001");
    static final Instant START = Instant.parse("2026-04-01T03:00:00Z");
    static final Instant LATER = START.plusSeconds(30);
    static final LocalDateTime APPROVED_AT = LocalDateTime.parse("2026-04-01T12:00:05");
    static final LocalDateTime CANCELLED_AT = LocalDateTime.parse("2026-04-01T12:05:00");

    static final Order ORDER = new Order(
            new MerchantId("tester"),
            new TransactionId("20260401120000KK0001"),
            new OrderNumber("ZP2017090911"),
            PRICE,
            Window.MOBILE,
            "커피",
            new Buyer("홍길동", "buyer@shop.example", "01012345678"),
            "https://shop.example/return",
            "",
            CashReceipt.BY_KAKAOPAY,
            "iPhone",
            new SiteCode("T0000"),
            new Registration.NotNeeded(),
            Fingerprint.of("20260401120000", Digests.sha256("order")),
            START);
    static final Attempt ATTEMPT =
            new Attempt(Digests.sha256("authentication"), LocalDate.parse("2026-04-01"), START, 7);
    static final Approval APPROVAL = approval(TNO, PRICE);
    static final Cancellation CANCELLATION = new Cancellation(Digests.sha256("cancel"), "고객 변심", LATER);

    static Approval approval(AcquirerTransactionId tno, Won amount) {
        return new Approval(tno, amount, APPROVED_AT, new Approval.Means.KakaoMoney(amount));
    }

    static Doubt doubt(Reason reason, Trace trace) {
        return new Doubt(reason, trace, START);
    }

    static Doubt untraced() {
        return doubt(Reason.NO_ANSWER, new Trace.Unknown());
    }

    static Doubt traced() {
        return doubt(Reason.NO_ANSWER, new Trace.Known(TNO));
    }

    /** By the names that the tables use; `+tno` where we hold the acquirer's handle on an approval. */
    static Map<String, Payment> payments() {
        var all = new LinkedHashMap<String, Payment>();
        all.put("ordered", new Ordered(ORDER));
        all.put("paying", new Paying(ORDER, ATTEMPT, LATER));
        all.put("paid", new Paid(ORDER, ATTEMPT, APPROVAL));
        all.put("declined", new Declined(ORDER, ATTEMPT, "CC61", "한도 초과"));
        all.put("voiding", new Voiding(ORDER, ATTEMPT, untraced(), LATER));
        all.put("voiding+tno", new Voiding(ORDER, ATTEMPT, traced(), LATER));
        all.put("voided", new Voided(ORDER, ATTEMPT, untraced()));
        all.put("stuck", new Stuck(ORDER, ATTEMPT, untraced()));
        all.put("stuck+tno", new Stuck(ORDER, ATTEMPT, traced()));
        all.put("cancelling", new Cancelling(ORDER, ATTEMPT, APPROVAL, CANCELLATION, LATER));
        all.put("cancelled", new Cancelled(ORDER, ATTEMPT, APPROVAL, CANCELLATION, CANCELLED_AT));
        return all;
    }

    static Map<String, Event> events() {
        var all = new LinkedHashMap<String, Event>();
        all.put("merchant asks to pay", new PayRequested(ATTEMPT, LATER));
        all.put("acquirer approves", new AcquirerApproved(APPROVAL));
        all.put("acquirer approves 1 won more", new AcquirerApproved(approval(TNO, new Won(1_005))));
        all.put("acquirer declines", new AcquirerDeclined("CC61", "한도 초과"));
        all.put("approval surely not sent", new AcquirerNotReached("connection refused"));
        all.put("approval in doubt", new ApprovalInDoubt(untraced(), LATER));
        all.put("approval in doubt, tno known", new ApprovalInDoubt(traced(), LATER));
        all.put("inquiry finds an approval", new ApprovalFound(TNO, PRICE));
        all.put("inquiry finds none, time over", new NoApprovalFound(LATER));
        all.put("our net-cancel is done", new NetCancelled(CANCELLED_AT));
        all.put("what to undo stays unsaid", new VoidDelayed(Reason.INQUIRY_UNANSWERED));
        all.put("resolver gives up", new ResolverGaveUp(Reason.CANNOT_ASK));
        all.put("merchant asks to cancel", new CancelRequested(CANCELLATION, LATER));
        all.put("acquirer cancels", new AcquirerCancelled(CANCELLED_AT));
        all.put(
                "acquirer refuses the cancel",
                new CancelRefused(CancelRefused.Ground.NOT_ENOUGH_UNSETTLED, "8178", "정산 대상 금액 부족"));
        all.put("cancel surely not sent", new CancelNotSent("connection refused"));
        all.put("cancel in doubt", new CancelInDoubt(Reason.CANCEL_UNANSWERED));
        return all;
    }

    static Payment payment(String name) {
        return found(payments(), name);
    }

    static Event event(String name) {
        return found(events(), name);
    }

    private static <T> T found(Map<String, T> all, String name) {
        var one = all.get(name);
        if (one == null) throw new IllegalArgumentException("the scene has no \"" + name + "\"");
        return one;
    }

    private Scene() {}
}
