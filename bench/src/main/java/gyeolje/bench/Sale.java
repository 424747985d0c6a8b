package gyeolje.bench;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Approval.Means.KakaoMoney;
import gyeolje.core.payment.Attempt;
import gyeolje.core.payment.Buyer;
import gyeolje.core.payment.CashReceipt;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Payment.Paid;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.PaymentStore.Claiming;
import gyeolje.core.payment.PaymentStore.Placing;
import gyeolje.core.payment.Registration;
import gyeolje.core.payment.Window;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import java.time.Instant;

/** An order and its payment as the gateway records them, without a gateway. */
public final class Sale {
    public static final long WON = 1004;
    private static final int SECONDS_TO_ANSWER = 18;
    /** As long as most: it is drawn from all numbers. */
    private static final long CLAIM = 7_141_592_653_589_793_238L;

    public static Order order(MerchantId merchant, TransactionId id, String number, Instant at) {
        return new Order(
                merchant,
                id,
                new OrderNumber(number),
                new Won(WON),
                Window.PC,
                "한결 머그컵 2개",
                new Buyer("김결제", "buyer@shop.example", "01012345678"),
                "https://shop.example/payments/return",
                "",
                CashReceipt.BY_KAKAOPAY,
                "gyeolje-bench",
                new SiteCode("T0000"),
                new Registration.NotNeeded(),
                Fingerprint.of(Moments.text(Moments.inSeoul(at)), Digests.sha256(number)),
                at);
    }

    public static void place(PaymentStore store, Order order) {
        var day = Moments.inSeoul(order.orderedAt()).toLocalDate();
        if (!(store.place(new Ordered(order), Limits.UNLIMITED, day) instanceof Placing.Placed))
            throw new IllegalStateException("an order was not placed");
    }

    /** In two steps, the intent and what the acquirer said. */
    public static void pay(PaymentStore store, Order order, Instant at, AcquirerTransactionId tno) {
        var inSeoul = Moments.inSeoul(at);
        var attempt = new Attempt(Digests.sha256(order.number().text()), inSeoul.toLocalDate(), at, CLAIM);
        var requested = new PayRequested(attempt, at.plusSeconds(SECONDS_TO_ANSWER));
        if (!(store.claim(order.merchant(), order.transaction(), requested, Limits.UNLIMITED)
                instanceof Claiming.Claimed(var claimed))) throw new IllegalStateException("a claim was lost");
        var approval = new Approval(tno, order.amount(), inSeoul.withNano(0), new KakaoMoney(order.amount()));
        store.advance(claimed, new AcquirerApproved(approval), new Paid(order, attempt, approval));
    }

    private Sale() {}
}
