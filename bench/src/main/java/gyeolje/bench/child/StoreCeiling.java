package gyeolje.bench.child;

import gyeolje.bench.Moments;
import gyeolje.bench.Town;
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
import gyeolje.core.payment.Payment.Paying;
import gyeolje.core.payment.PaymentStore.Claiming;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.Registration;
import gyeolje.core.payment.Window;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.Won;
import gyeolje.gateway.flow.TransactionIds;
import gyeolje.store.MasterKey;
import gyeolje.store.Store;
import gyeolje.store.StoreSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicLong;

/** The least that the record takes: the rows of orders and payments through the gateway's own store, by many callers at once. */
final class StoreCeiling implements Part {
    private final Store store;
    private final int merchants;
    private final TransactionIds ids = new TransactionIds(InstantSource.system());
    private final AtomicLong numbers = new AtomicLong();

    private StoreCeiling(Store store, int merchants) {
        this.store = store;
        this.merchants = merchants;
    }

    static StoreCeiling open(String url, int merchants) {
        var key = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));
        return new StoreCeiling(Store.open(StoreSettings.of(url, key, InstantSource.system())), merchants);
    }

    /** `order` or `payment`, how many callers, how many milliseconds. */
    @Override
    public String command(String line) throws Exception {
        var words = line.split(" ", -1);
        Rounds.Round round = words[0].equals("order") ? this::order : this::payment;
        return Rounds.run(
                Thread.ofVirtual().factory(),
                Collections.nCopies(Integer.parseInt(words[1]), round),
                Long.parseLong(words[2]));
    }

    private Order order() {
        long number = numbers.incrementAndGet();
        var orderNumber = "S-%012d".formatted(number);
        var order = new Order(
                Town.unlimited((int) (number % merchants)),
                ids.get(),
                new OrderNumber(orderNumber),
                new Won(1004),
                Window.PC,
                "한결 머그컵 2개",
                new Buyer("김결제", "buyer@shop.example", "01012345678"),
                "https://shop.example/payments/return",
                "",
                CashReceipt.BY_KAKAOPAY,
                "gyeolje-bench",
                new SiteCode("T0000"),
                new Registration.NotNeeded(),
                Fingerprint.of(Moments.text(Moments.inSeoul()), Digests.sha256(orderNumber)),
                Instant.now());
        store.place(new Ordered(order), Limits.UNLIMITED, LocalDate.of(2026, 4, 1));
        return order;
    }

    private void payment() {
        var order = order();
        var now = Instant.now();
        var attempt = new Attempt(Digests.sha256(order.number().text()), LocalDate.of(2026, 4, 1), now, 7);
        var requested = new PayRequested(attempt, now.plusSeconds(18));
        var paying = new Paying(order, attempt, requested.resolveAfter());
        if (!(store.claim(new Stored(new Ordered(order), 0), requested, paying, Limits.UNLIMITED)
                instanceof Claiming.Claimed(var claimed))) throw new IllegalStateException("a claim was lost");
        var approval = new Approval(
                new AcquirerTransactionId("26" + order.number().text().substring(2)),
                order.amount(),
                LocalDateTime.of(2026, 4, 1, 12, 0),
                new KakaoMoney(order.amount()));
        store.advance(claimed, new AcquirerApproved(approval), new Paid(order, attempt, approval));
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public void close() {
        store.close();
    }
}
