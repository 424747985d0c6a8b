package gyeolje.core.reconciliation;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Attempt;
import gyeolje.core.payment.Buyer;
import gyeolje.core.payment.Cancellation;
import gyeolje.core.payment.CashReceipt;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Reason;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.PaymentStore.Stored;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Payments of 1,000 won and lines about them. */
final class Samples {
    static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
    static final Instant NEXT_MORNING = Instant.parse("2026-04-01T23:00:00Z");
    static final LocalDateTime SEOUL_NOON = LocalDateTime.parse("2026-04-01T12:00:00");

    static String id(int number) {
        return "20260401120000KK%04d".formatted(number);
    }

    static AcquirerTransactionId tno(int number) {
        return new AcquirerTransactionId("2604010000%04d".formatted(number));
    }

    /** By the name of its state; `+tno` where we hold the acquirer's number. */
    static Stored payment(int number, String state) {
        return payment(number, state, NOON);
    }

    static Stored payment(int number, String state, Instant askedAt) {
        var order = order(number, "A-" + number);
        return new Stored(inState(order, tno(number), state.endsWith("+tno"), state.replace("+tno", ""), askedAt), 3);
    }

    private static Payment inState(
            Order order, AcquirerTransactionId tno, boolean traced, String state, Instant askedAt) {
        var attempt = new Attempt(Digests.sha256("authentication"), DAY, askedAt, 7);
        var approval = new Approval(tno, order.amount(), SEOUL_NOON, new Approval.Means.KakaoMoney(Won.ZERO));
        var cancellation = new Cancellation(Digests.sha256("cancel"), "변심", NOON);
        var doubt = new Doubt(Reason.NO_ANSWER, traced ? new Trace.Known(tno) : new Trace.Unknown(), askedAt);
        return switch (state) {
            case "ordered" -> new Payment.Ordered(order);
            case "paying" -> new Payment.Paying(order, attempt, askedAt);
            case "paid" -> new Payment.Paid(order, attempt, approval);
            case "declined" -> new Payment.Declined(order, attempt, "CC10", "한도 초과");
            case "voiding" -> new Payment.Voiding(order, attempt, doubt, askedAt.plusSeconds(3_600));
            case "voided" -> new Payment.Voided(order, attempt, doubt);
            case "stuck" -> new Payment.Stuck(order, attempt, doubt);
            case "cancelling" -> new Payment.Cancelling(order, attempt, approval, cancellation, askedAt);
            case "cancelled" -> new Payment.Cancelled(order, attempt, approval, cancellation, SEOUL_NOON);
            default -> throw new IllegalArgumentException(state);
        };
    }

    static Order order(int number, String orderNumber) {
        return new Order(
                new MerchantId("tester"),
                new TransactionId(id(number)),
                new OrderNumber(orderNumber),
                new Won(1_000),
                Window.PC,
                "커피",
                new Buyer("홍길동", "buyer@shop.example", "01012345678"),
                "https://shop.example/return",
                "",
                CashReceipt.BY_KAKAOPAY,
                "",
                new SiteCode("T0000"),
                new Registration.NotNeeded(),
                Fingerprint.of("20260401120000", Digests.sha256("order " + number)),
                NOON);
    }

    /** `-` for no line; else a state, and what is odd about the line. */
    static List<Trade> lines(int number, String listed) {
        var trades = new ArrayList<Trade>();
        for (var one : listed.split("\\+", -1)) {
            if (!one.equals("-")) trades.add(line(trades.size() + 2, number, one.strip()));
        }
        return trades;
    }

    static Trade line(int line, int number, String listed) {
        var words = List.of(listed.split(" ", -1));
        var at = words.contains("yesterday") ? SEOUL_NOON.minusDays(1) : SEOUL_NOON;
        return new Trade(
                line,
                words.contains("other-tno") ? tno(number + 5_000) : tno(number),
                id(number),
                new Won(words.contains("999") ? 999 : 1_000),
                at,
                Trade.State.valueOf(words.getFirst().toUpperCase(Locale.ROOT)));
    }

    private Samples() {}
}
