package gyeolje.gateway.flow;

import static gyeolje.core.payment.ResponseCode.ALREADY_PAID;
import static gyeolje.core.payment.ResponseCode.ASK_OPERATOR;
import static gyeolje.core.payment.ResponseCode.UNKNOWN_ORDER;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Acquirer;
import gyeolje.core.payment.Attempt;
import gyeolje.core.payment.Authentication;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.ApprovalOutcome;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Cancelled;
import gyeolje.core.payment.Payment.Declined;
import gyeolje.core.payment.Payment.Live;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Payment.Paying;
import gyeolje.core.payment.Payment.Voided;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.PaymentStore.Claiming;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.StoreException;
import gyeolje.core.request.Fields;
import gyeolje.core.request.Parsed.Ok;
import gyeolje.core.request.Parsed.Rejected;
import gyeolje.core.request.PayRequest;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Money moves here and nowhere else (merchant API, sections 5 and 7). The intent is durable before the acquirer hears of it, the
 * acquirer is asked once, and the answer is read off the record.
 */
public final class PayFlow {
    private final PaymentStore store;
    private final Acquirer acquirer;
    private final OutcomeRecorder outcomes;
    private final Time time;
    private final Patience patience;
    private final LongSupplier claims;

    /** @param claims draws numbers that nobody draws twice, on no node */
    public PayFlow(
            PaymentStore store,
            Acquirer acquirer,
            OutcomeRecorder outcomes,
            Time time,
            Patience patience,
            LongSupplier claims) {
        this.store = store;
        this.acquirer = acquirer;
        this.outcomes = outcomes;
        this.time = time;
        this.patience = patience;
        this.claims = claims;
    }

    public Answer pay(Caller caller, Fields fields) {
        return switch (PayRequest.parse(fields, caller.reading(time.instant()))) {
            case Rejected(var refusal) -> Answer.refused(refusal);
            case Ok(var request) -> pay(caller.merchant(), request.transaction(), request.authentication());
        };
    }

    private Answer pay(Merchant merchant, TransactionId id, Authentication authentication) {
        var now = time.instant();
        var attempt = new Attempt(authentication.hash(), SeoulDay.of(now), now, claims.getAsLong());
        var requested = new PayRequested(attempt, now.plus(patience.askerIsLost()));
        return switch (claim(merchant, id, requested)) {
            case Claiming.Claimed(var claimed) -> approve(claimed, authentication);
            case Claiming.Unknown _ -> Answer.of(UNKNOWN_ORDER);
            case Claiming.Overtaken(var current) -> repeat(current, authentication);
            case Claiming.OrderLive _ -> Answer.of(ALREADY_PAID);
            case Claiming.OverLimit(var which) -> Answer.of(which);
        };
    }

    /** Nothing follows a claim that may be recorded or not; should it be, the record hears that nothing was sent. */
    private Claiming claim(Merchant merchant, TransactionId id, PayRequested requested) {
        try {
            return store.claim(merchant.id(), id, requested, merchant.limits());
        } catch (StoreException e) {
            if (!e.isRefused()) outcomes.recordNothingSent(merchant.id(), id, requested.attempt());
            return onRecord(merchant.id(), id, requested.attempt()).orElseThrow(() -> e);
        }
    }

    /** While nothing can be written, a first pay has to wait; who asks again, or for nothing, still hears what is on record. */
    private Optional<Claiming> onRecord(MerchantId merchant, TransactionId id, Attempt mine) {
        var found = store.find(merchant, id);
        if (found.isEmpty()) return Optional.of(new Claiming.Unknown());
        boolean isAnothers = found.flatMap(it -> attemptOf(it.payment()))
                .filter(it -> !it.equals(mine))
                .isPresent();
        return isAnothers ? found.map(Claiming.Overtaken::new) : Optional.empty();
    }

    private Answer approve(Stored claimed, Authentication authentication) {
        var outcome = acquirer.approve(claimed.payment().order(), authentication);
        var recorded = outcomes.record(claimed, outcome);
        if (recorded.isPresent()) return Answers.paid(recorded.get().payment());
        outcomes.recordInBackground(claimed, afterUnknownAnswer(outcome));
        return Answer.of(ASK_OPERATOR);
    }

    /** The merchant is about to hear that the outcome is unknown; from then on an approval can only be undone. */
    private ApprovalOutcome afterUnknownAnswer(ApprovalOutcome outcome) {
        if (!(outcome instanceof AcquirerApproved(var approval))) return outcome;
        var now = time.instant();
        var trace = new Doubt.Trace.Known(approval.tno());
        return new ApprovalInDoubt(new Doubt(Doubt.Reason.RECORD_FAILED, trace, now), now);
    }

    /** The same request again hears the same answer; another one learns only that the order is taken. */
    private Answer repeat(Stored stored, Authentication authentication) {
        boolean identical = attemptOf(stored.payment())
                .filter(it -> it.authentication().equals(authentication.hash()))
                .isPresent();
        if (!identical) return Answer.of(ALREADY_PAID);
        return settled(stored).map(Answers::paid).orElse(Answer.of(ASK_OPERATOR));
    }

    private Optional<Payment> settled(Stored stored) {
        if (!(stored.payment() instanceof Paying)) return Optional.of(stored.payment());
        var order = stored.payment().order();
        return Waiting.until(
                time,
                patience.identicalRequest(),
                () -> store.find(order.merchant(), order.transaction())
                        .map(Stored::payment)
                        .filter(payment -> !(payment instanceof Paying)));
    }

    private static Optional<Attempt> attemptOf(Payment payment) {
        return switch (payment) {
            case Ordered _ -> Optional.empty();
            case Live live -> Optional.of(live.attempt());
            case Declined declined -> Optional.of(declined.attempt());
            case Voided voided -> Optional.of(voided.attempt());
            case Cancelled cancelled -> Optional.of(cancelled.attempt());
        };
    }
}
