package gyeolje.store;

import gyeolje.core.payment.Buyer;
import gyeolje.core.payment.CashReceipt;
import gyeolje.core.payment.Order;
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
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.Registration;
import gyeolje.core.payment.Window;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Sealer.DoesNotOpen;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/** Payments to rows and back. */
final class PaymentCodec {
    private final Sealer sealer;

    PaymentCodec(Sealer sealer) {
        this.sealer = sealer;
    }

    PaymentRow row(Payment payment, long version, long updatedAt) {
        var order = payment.order();
        return new PaymentRow(
                order.merchant().text(),
                order.transaction().text(),
                order.number().text(),
                order.fingerprint().text(),
                order.amount().amount(),
                Micros.of(order.orderedAt()),
                JsonText.of(out -> writeOrder(out, order)),
                sealer.seal(buyer(order.buyer()), PaymentRow.sealPlace(PaymentKey.of(order))),
                state(payment, version, updatedAt));
    }

    static PaymentRow.State state(Payment payment, long version, long updatedAt) {
        return new PaymentRow.State(
                Payment.stateOf(payment),
                version,
                due(payment),
                openSince(payment),
                updatedAt,
                JsonText.of(out -> writeState(out, payment)));
    }

    /** The payment as it will be read again: due to the microsecond. */
    static Payment asRecorded(Payment payment) {
        if (payment instanceof Payment.Open open)
            return open.resolvedAfter(Micros.instant(Micros.of(open.resolveAfter())));
        return payment;
    }

    private static OptionalLong due(Payment payment) {
        if (payment instanceof Payment.Open open) return OptionalLong.of(Micros.of(open.resolveAfter()));
        return OptionalLong.empty();
    }

    static OptionalLong overdue(Payment payment) {
        if (!(payment instanceof Payment.Open open)) return OptionalLong.empty();
        return optional(open.overdueFrom());
    }

    static OptionalLong youngUntil(Payment payment) {
        if (!(payment instanceof Payment.Open open)) return OptionalLong.empty();
        return optional(open.youngUntil());
    }

    private static OptionalLong optional(Optional<Instant> moment) {
        return moment.map(Micros::of).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private static OptionalLong openSince(Payment payment) {
        return switch (payment) {
            case Payment.Open open -> OptionalLong.of(Micros.of(open.openSince()));
            case Stuck stuck -> OptionalLong.of(Micros.of(stuck.doubt().since()));
            case Ordered _, Paid _, Declined _, Voided _, Cancelled _ -> OptionalLong.empty();
        };
    }

    private static void writeOrder(JsonText out, Order order) {
        out.put("window", order.window().name());
        out.put("itemName", order.itemName());
        out.put("returnUrl", order.returnUrl());
        out.put("appUrl", order.appUrl());
        out.put("cashReceipt", order.cashReceipt().name());
        out.put("userAgent", order.shopperUserAgent());
        out.put("site", order.site().text());
        out.put("orderedAt", order.orderedAt().toString());
        switch (order.registration()) {
            case Registration.NotNeeded() -> {}
            case Registration.Registered(var approvalKey, var payUrl) ->
                out.put("registration", it -> {
                    it.put("approvalKey", approvalKey);
                    it.put("payUrl", payUrl);
                });
        }
    }

    private static String buyer(Buyer buyer) {
        return JsonText.of(out -> {
            out.put("name", buyer.name());
            out.put("email", buyer.email());
            out.put("mobileNumber", buyer.mobileNumber());
        });
    }

    private static void writeState(JsonText out, Payment payment) {
        if (payment instanceof Payment.Live live) Parts.write(out, live.attempt());
        switch (payment) {
            case Ordered _, Paying _ -> {}
            case Paid paid -> Parts.write(out, paid.approval());
            case Declined declined -> {
                Parts.write(out, declined.attempt());
                out.put("code", declined.code());
                out.put("message", declined.message());
            }
            case Voiding voiding -> Parts.write(out, voiding.doubt());
            case Stuck stuck -> Parts.write(out, stuck.doubt());
            case Voided voided -> {
                Parts.write(out, voided.attempt());
                Parts.write(out, voided.doubt());
            }
            case Cancelling cancelling -> {
                Parts.write(out, cancelling.approval());
                Parts.write(out, cancelling.cancellation());
            }
            case Cancelled cancelled -> {
                Parts.write(out, cancelled.attempt());
                Parts.write(out, cancelled.approval());
                Parts.write(out, cancelled.cancellation());
                out.put("cancelledAt", cancelled.cancelledAt().toString());
            }
        }
    }

    /** Throws {@link UnreadableRowException} for what this version does not know. */
    Stored read(PaymentRow row) {
        try {
            return new Stored(payment(row, order(row)), row.state().version());
        } catch (IllegalArgumentException | DateTimeException | DoesNotOpen e) {
            throw new UnreadableRowException("payment " + row + " cannot be read: " + e.getMessage(), e);
        }
    }

    Order order(PaymentRow row) throws DoesNotOpen {
        var merchant = new MerchantId(row.merchant());
        var transaction = new TransactionId(row.transaction());
        var in = Json.read(row.order());
        var buyer = Json.readPersonal(
                sealer.open(row.buyer(), PaymentRow.sealPlace(new PaymentKey(merchant, transaction))));
        return new Order(
                merchant,
                transaction,
                new OrderNumber(row.orderNumber()),
                new Won(row.amount()),
                Window.valueOf(in.text("window")),
                in.text("itemName"),
                new Buyer(buyer.text("name"), buyer.text("email"), buyer.text("mobileNumber")),
                in.text("returnUrl"),
                in.text("appUrl"),
                CashReceipt.valueOf(in.text("cashReceipt")),
                in.text("userAgent"),
                new SiteCode(in.text("site")),
                registration(in),
                new Fingerprint(row.fingerprint()),
                Instant.parse(in.text("orderedAt")));
    }

    private static Registration registration(Json in) {
        if (!in.has("registration")) return new Registration.NotNeeded();
        var it = in.object("registration");
        return new Registration.Registered(it.text("approvalKey"), it.text("payUrl"));
    }

    private static Payment payment(PaymentRow row, Order order) {
        var in = Json.read(row.state().detail());
        return switch (row.state().name()) {
            case "ORDERED" -> new Ordered(order);
            case "PAYING" -> new Paying(order, Parts.attempt(in), resolveAfter(row));
            case "PAID" -> new Paid(order, Parts.attempt(in), Parts.approval(in));
            case "DECLINED" -> new Declined(order, Parts.attempt(in), in.text("code"), in.text("message"));
            case "VOIDING" -> new Voiding(order, Parts.attempt(in), Parts.doubt(in), resolveAfter(row));
            case "VOIDED" -> new Voided(order, Parts.attempt(in), Parts.doubt(in));
            case "STUCK" -> new Stuck(order, Parts.attempt(in), Parts.doubt(in));
            case "CANCELLING" ->
                new Cancelling(order, Parts.attempt(in), Parts.approval(in), Parts.cancellation(in), resolveAfter(row));
            case "CANCELLED" ->
                new Cancelled(
                        order,
                        Parts.attempt(in),
                        Parts.approval(in),
                        Parts.cancellation(in),
                        LocalDateTime.parse(in.text("cancelledAt")));
            default ->
                throw new IllegalArgumentException(
                        "unknown state " + row.state().name());
        };
    }

    private static Instant resolveAfter(PaymentRow row) {
        return Micros.instant(row.state().due().orElseThrow(() -> new IllegalArgumentException("open, but never due")));
    }
}
