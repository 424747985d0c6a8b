package gyeolje.store;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Approval.Means;
import gyeolje.core.payment.Attempt;
import gyeolje.core.payment.Buyer;
import gyeolje.core.payment.Cancellation;
import gyeolje.core.payment.CashReceipt;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Payment.Paying;
import gyeolje.core.payment.PaymentStore;
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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/** Payments to test with. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-04-01T03:00:00.123456789Z");
    static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    static final MerchantId TESTER = new MerchantId("tester");
    static final Buyer BUYER = new Buyer("홍길동의비밀이름", "secret.buyer@example.com", "01098765432");
    static final AcquirerTransactionId TNO = new AcquirerTransactionId("20260401000001");
    static final LocalDateTime SEOUL_NOON = LocalDateTime.of(2026, 4, 1, 12, 0, 1);
    static final Approval MONEY = new Approval(TNO, new Won(1_000), SEOUL_NOON, new Means.KakaoMoney(new Won(900)));
    static final Doubt SILENCE = new Doubt(Doubt.Reason.NO_ANSWER, new Doubt.Trace.Unknown(), NOON);
    static final Cancellation CANCELLATION = new Cancellation(Digests.sha256("cancel"), "단순 변심", NOON);

    /** The n-th transaction id. */
    static TransactionId transaction(int n) {
        var digits = Integer.toString(n, 36).toUpperCase(Locale.ROOT);
        return new TransactionId("20260401120000KK" + "0".repeat(4 - digits.length()) + digits);
    }

    static Ordered ordered(int n, String orderNumber) {
        return ordered(TESTER, n, orderNumber, 1_000, "request " + n);
    }

    static Ordered ordered(MerchantId merchant, int n, String orderNumber, long won, String request) {
        return new Ordered(new Order(
                merchant,
                transaction(n),
                new OrderNumber(orderNumber),
                new Won(won),
                Window.MOBILE,
                "따뜻한 \"커피\" ☕",
                BUYER,
                "https://shop.example/return",
                "myshop://back",
                CashReceipt.BY_KAKAOPAY,
                "Mozilla/5.0 (iPhone)",
                new SiteCode("T0000"),
                new Registration.Registered("approval-key", "https://window.example/pay"),
                Fingerprint.of("20260401120000", Digests.sha256(request)),
                NOON));
    }

    /** For a merchant without limits. */
    static Placing place(PaymentStore store, Ordered ordered) {
        return store.place(ordered, Limits.UNLIMITED, DAY);
    }

    static Attempt attempt(LocalDate day) {
        return new Attempt(Digests.sha256("authentication"), day, NOON, 7);
    }

    static PayRequested payRequested() {
        return new PayRequested(attempt(DAY), NOON.plusSeconds(30));
    }

    static Paying paying(Ordered ordered) {
        return new Paying(ordered.order(), attempt(DAY), NOON.plusSeconds(30));
    }

    private Samples() {}
}
