package gyeolje.gateway.flow;

import gyeolje.core.payment.Acquirer;
import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Approval.Means.KakaoMoney;
import gyeolje.core.payment.Authentication;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.ApprovalOutcome;
import gyeolje.core.payment.Event.CancelOutcome;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Registration.Registered;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.SiteCode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** An acquirer that says what it is told to say, and remembers what it was asked. */
final class ScriptedAcquirer implements Acquirer {
    static final AcquirerTransactionId TNO = new AcquirerTransactionId("26040112000001");
    static final LocalDateTime APPROVED_AT = LocalDateTime.of(2026, 4, 1, 12, 0, 5);
    static final LocalDateTime CANCELLED_AT = LocalDateTime.of(2026, 4, 1, 12, 5, 0);

    volatile boolean byOrder = true;
    volatile Function<Order, ApprovalOutcome> approving = order -> new AcquirerApproved(approval(order));
    volatile Supplier<CancelOutcome> cancelling = () -> new AcquirerCancelled(CANCELLED_AT);
    volatile Supplier<Finding> inquiring = Finding.NotFound::new;
    volatile Supplier<Registering> registering =
            () -> new Registering.Done(new Registered("key", "https://window.example/pay"));
    private final List<String> heard = new ArrayList<>();

    static Approval approval(Order order) {
        return new Approval(TNO, order.amount(), APPROVED_AT, new KakaoMoney(order.amount()));
    }

    private synchronized void hear(String what, Order order) {
        heard.add(what + " " + order.transaction());
    }

    /** What was asked of it, in order. */
    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public SiteCode site() {
        return new SiteCode("T0000");
    }

    @Override
    public boolean answersByOrder() {
        return byOrder;
    }

    @Override
    public Registering register(Order order) {
        hear("register", order);
        return registering.get();
    }

    @Override
    public ApprovalOutcome approve(Order order, Authentication authentication) {
        hear("approve", order);
        return approving.apply(order);
    }

    @Override
    public CancelOutcome cancel(Order order, AcquirerTransactionId tno, String reason) {
        hear("cancel " + tno.text() + " of", order);
        return cancelling.get();
    }

    @Override
    public Finding inquire(Order order, Trace trace) {
        hear("inquire", order);
        return inquiring.get();
    }
}
