package gyeolje.store;

import gyeolje.core.payment.Lifecycle;
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
import gyeolje.core.payment.Verdict;
import gyeolje.core.value.Won;
import gyeolje.store.Keys.LimitKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Verifies one payment after the other: lives its life again from its journal and compares. */
final class PaymentCheck {
    private final PaymentCodec codec;
    private final Consumer<String> findings;

    private Optional<PaymentRow> row = Optional.empty();
    private Optional<Holding> holding = Optional.empty();
    private Optional<Payment> recorded = Optional.empty();
    private Optional<Payment> lived = Optional.empty();
    private boolean holds;
    private long entries;

    private long payments;
    private long approved;
    private long cancelled;
    private long voided;

    PaymentCheck(PaymentCodec codec, Consumer<String> findings) {
        this.codec = codec;
        this.findings = findings;
    }

    void begin(PaymentRow found, Optional<Holding> claim) {
        row = Optional.of(found);
        holding = claim;
        recorded = readable(found);
        lived = recorded.map(it -> new Ordered(it.order()));
        holds = false;
        entries = 0;
        payments++;
        recorded.ifPresent(this::count);
    }

    private Optional<Payment> readable(PaymentRow found) {
        try {
            return Optional.of(codec.read(found).payment());
        } catch (UnreadableRowException e) {
            findings.accept(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    void next(long version, String event, String detail) {
        if (version != entries) found("journal has version " + version + " where " + entries + " was expected");
        entries = version + 1;
        try {
            if (version == 0) placed(event, detail);
            else lived = lived.flatMap(before -> live(before, version, event, detail));
        } catch (IllegalArgumentException | DateTimeException e) {
            found("journal version " + version + " cannot be read: " + e.getMessage());
            lived = Optional.empty();
        }
    }

    private void placed(String event, String detail) {
        var in = Json.read(detail);
        var order = row.orElseThrow();
        if (!event.equals(EventCodec.ORDER_PLACED)) found("journal begins with " + event);
        else if (in.number("amount") != order.amount()) found("amount is not the one that was ordered");
        else if (!in.text("orderNumber").equals(order.orderNumber()))
            found("order number is not the one that was ordered");
    }

    private Optional<Payment> live(Payment before, long version, String name, String detail) {
        return switch (Lifecycle.decide(before, EventCodec.read(name, detail))) {
            case Verdict.Refused(var ground) -> {
                found("journal version " + version + ", " + name + ", cannot follow: " + ground);
                yield Optional.empty();
            }
            case Verdict.Next(var after) -> {
                holds = after instanceof Payment.Live && (holds || before instanceof Ordered);
                yield Optional.of(after);
            }
        };
    }

    void end() {
        long version = row.orElseThrow().state().version();
        if (entries != version + 1) found("journal ends before version " + version);
        else if (lived.isPresent()) compare(lived.get(), recorded.orElseThrow());
        recorded.ifPresent(this::compareClaim);
        recorded.ifPresent(this::compareAmount);
    }

    private void compare(Payment fromJournal, Payment fromRow) {
        if (!undated(fromJournal).equals(undated(fromRow)))
            found("recorded as " + Payment.stateOf(fromRow) + ", but its journal leads to another "
                    + Payment.stateOf(fromJournal));
    }

    /** When the resolver looks next is moved without a journal row. */
    private static Payment undated(Payment payment) {
        return payment instanceof Payment.Open open ? open.resolvedAfter(Instant.EPOCH) : payment;
    }

    private void compareClaim(Payment payment) {
        var own = holding.filter(it -> it.transaction().equals(row.orElseThrow().transaction()));
        if (lived.isPresent() && holds && own.isEmpty()) found("live, but does not hold its order number");
        if (lived.isPresent() && !holds && own.isPresent()) found("holds its order number, but is not entitled to it");
        if (own.isEmpty()) return;
        if (own.get().amount() != payment.order().amount().amount()) found("claimed another amount than was ordered");
        if (payment instanceof Payment.Live live
                && !own.get().day().equals(LimitKey.dayText(live.attempt().day())))
            found("claimed on another day than it was paid");
    }

    private void compareAmount(Payment payment) {
        var amount = payment.order().amount();
        if (!approvedAmount(payment).equals(amount)) found("approved amount is not the ordered amount");
    }

    private static Won approvedAmount(Payment payment) {
        return switch (payment) {
            case Paid paid -> paid.approval().amount();
            case Cancelling cancelling -> cancelling.approval().amount();
            case Cancelled it -> it.approval().amount();
            case Ordered _, Paying _, Declined _, Voiding _, Voided _, Stuck _ ->
                payment.order().amount();
        };
    }

    private void count(Payment payment) {
        long won = payment.order().amount().amount();
        switch (payment) {
            case Paid _, Cancelling _ -> approved += won;
            case Cancelled _ -> cancelled += won;
            case Voided _ -> voided += won;
            case Ordered _, Paying _, Declined _, Voiding _, Stuck _ -> {}
        }
    }

    private void found(String what) {
        findings.accept("payment " + row.orElseThrow() + ": " + what);
    }

    Verification.Summary summary(long journalRows, long found) {
        return new Verification.Summary(payments, journalRows, approved, cancelled, voided, found);
    }
}
