package gyeolje.gateway.flow;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Attempt;
import gyeolje.core.payment.Authentication;
import gyeolje.core.payment.Buyer;
import gyeolje.core.payment.Cancellation;
import gyeolje.core.payment.CashReceipt;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Registration;
import gyeolje.core.payment.Window;
import gyeolje.core.request.Fields;
import gyeolje.core.request.Profile;
import gyeolje.core.request.Signatures;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The flows among hand-made parts. */
final class Stage {
    static final TransactionId ID = new TransactionId("20260401120000KK0001");
    static final MerchantId TESTER = new MerchantId("tester");
    static final ApiCertKey KEY = new ApiCertKey("25bcd7a82f5b4058818462cc7715964c");
    static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(12), Duration.ofSeconds(1), Duration.ofMinutes(15));

    final MemoryStore store = new MemoryStore();
    final ScriptedAcquirer acquirer = new ScriptedAcquirer();
    final Time time;
    final Deque<TransactionId> ids = new ArrayDeque<>();
    final List<DoubtTold> told = new CopyOnWriteArrayList<>();
    private final AtomicLong claims = new AtomicLong();
    final OutcomeRecorder outcomes;
    final OrderFlow orders;
    final PayFlow pays;
    final CancelFlow cancels;
    final Resolver resolver;

    Stage() {
        this(new HandTime());
    }

    Stage(Time time) {
        this.time = time;
        for (int i = 1; i < 100; i++) ids.add(new TransactionId("20260401120000KK%04d".formatted(i)));
        outcomes = new OutcomeRecorder(store, time, PATIENCE, told::add);
        orders = new OrderFlow(store, acquirer, ids::remove, time);
        pays = new PayFlow(store, acquirer, outcomes, time, PATIENCE, claims::incrementAndGet);
        cancels = new CancelFlow(store, acquirer, outcomes, time, PATIENCE);
        resolver = new Resolver(store, acquirer, outcomes, time, PATIENCE);
    }

    static Caller caller(Limits limits) {
        return new Caller(
                new Merchant(
                        TESTER,
                        "시험",
                        true,
                        Profile.STANDARD,
                        List.of(KEY),
                        List.of(AddressRange.of("127.0.0.1")),
                        Set.of(),
                        Merchant.DEFAULT_MINIMUM,
                        Merchant.DEFAULT_MAXIMUM,
                        limits),
                "iPhone");
    }

    static Caller caller() {
        return caller(Limits.UNLIMITED);
    }

    static Order order() {
        return order(ID);
    }

    static Order order(TransactionId id) {
        return new Order(
                TESTER,
                id,
                new OrderNumber("ORDER-1"),
                new Won(1004),
                Window.PC,
                "텀블러",
                new Buyer("김결제", "", ""),
                "https://shop.example/return",
                "",
                CashReceipt.BY_KAKAOPAY,
                "",
                new SiteCode("T0000"),
                new Registration.NotNeeded(),
                Fingerprint.of("20260401120000", Digests.sha256("request")),
                HandTime.NOON);
    }

    static Attempt attempt() {
        return attempt(7);
    }

    /** @param claim the number that its gateway drew for it: the first is 1 */
    static Attempt attempt(long claim) {
        var authentication = new Authentication("data", "info", "00100000", "KAKAO_MONEY");
        return new Attempt(authentication.hash(), LocalDate.of(2026, 4, 1), HandTime.NOON, claim);
    }

    static Fields orderFields(String number, String amount, String timestamp, String window) {
        var texts = new HashMap<String, String>();
        texts.put("orderNumber", number);
        texts.put("userAgent", window);
        texts.put("amount", amount);
        texts.put("itemName", "텀블러");
        texts.put("userName", "김결제");
        texts.put("returnUrl", "https://shop.example/return");
        texts.put("timestamp", timestamp);
        texts.put(
                "signature",
                Signatures.order(TESTER, new OrderNumber(number), Won.of(amount), KEY, timestamp)
                        .text());
        return new Fields(texts, Set.of());
    }

    static Fields payFields(String encData) {
        return payFields(encData, ID);
    }

    static Fields payFields(String encData, TransactionId id) {
        return new Fields(
                Map.of(
                        "res_cd", "0000",
                        "enc_data", encData,
                        "enc_info", "info",
                        "card_pay_method", "KAKAO_MONEY",
                        "ordr_idxx", id.text()),
                Set.of());
    }

    static Fields cancelFields(String reason) {
        return new Fields(
                Map.of(
                        "transactionId", ID.text(),
                        "cancelReason", reason,
                        "signature", Signatures.cancel(TESTER, ID, KEY).text()),
                Set.of());
    }

    Answer pay() {
        return pays.pay(caller(), payFields("data"));
    }

    Answer cancel() {
        return cancels.cancel(caller(), cancelFields("고객 변심"));
    }

    String state() {
        return Payment.stateOf(store.get(ID).payment());
    }

    /** What the record says once the background has had its say. */
    String stateOnce(String awaited) throws InterruptedException {
        for (int i = 0; i < 3_000 && !state().equals(awaited); i++) Thread.sleep(10);
        return state();
    }

    /** Lets time pass, then one step of whatever is due. */
    void step(Duration after) {
        time.sleep(after);
        for (var due : store.takeDue(time.instant(), Stage.PATIENCE.askerIsLost(), 0, 16)
                .all()) resolver.look(due);
    }

    void voiding(Trace trace) {
        var doubt = new Doubt(Doubt.Reason.NO_ANSWER, trace, HandTime.NOON);
        store.put(new Payment.Voiding(Stage.order(), Stage.attempt(), doubt, HandTime.NOON));
    }

    void cancelling() {
        store.put(new Payment.Cancelling(
                Stage.order(),
                Stage.attempt(),
                ScriptedAcquirer.approval(Stage.order()),
                new Cancellation(Digests.sha256("cancel"), "고객 변심", HandTime.NOON),
                HandTime.NOON));
    }

    Stage ordered() {
        store.put(new Ordered(order()));
        return this;
    }

    Stage paid() {
        store.put(new Payment.Paid(order(), attempt(), ScriptedAcquirer.approval(order())));
        return this;
    }
}
