package gyeolje.gateway.flow;

import static gyeolje.core.payment.ResponseCode.ASK_OPERATOR;
import static gyeolje.core.payment.ResponseCode.CANCEL_NOT_RECORDED;
import static gyeolje.core.payment.ResponseCode.NOTHING_TO_CANCEL;
import static gyeolje.core.payment.ResponseCode.NOT_CANCELLABLE;
import static gyeolje.core.payment.ResponseCode.NOT_ENOUGH_UNSETTLED;
import static gyeolje.core.payment.ResponseCode.NOT_TRUSTED;

import gyeolje.core.payment.Acquirer;
import gyeolje.core.payment.Cancellation;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.CancelNotSent;
import gyeolje.core.payment.Event.CancelOutcome;
import gyeolje.core.payment.Event.CancelRefused;
import gyeolje.core.payment.Event.CancelRequested;
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
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.PaymentStore.Advancing;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.Verdict.Next;
import gyeolje.core.payment.Verdict.Refused;
import gyeolje.core.request.CancelRequest;
import gyeolje.core.request.Fields;
import gyeolje.core.request.Parsed.Ok;
import gyeolje.core.request.Parsed.Rejected;
import java.util.Optional;

/** The merchant gives the money back, once (merchant API, sections 5 and 7). */
public final class CancelFlow {
    private final PaymentStore store;
    private final Acquirer acquirer;
    private final OutcomeRecorder outcomes;
    private final Time time;
    private final Patience patience;

    public CancelFlow(PaymentStore store, Acquirer acquirer, OutcomeRecorder outcomes, Time time, Patience patience) {
        this.store = store;
        this.acquirer = acquirer;
        this.outcomes = outcomes;
        this.time = time;
        this.patience = patience;
    }

    public Answer cancel(Caller caller, Fields fields) {
        return switch (CancelRequest.parse(fields, caller.reading(time.instant()))) {
            case Rejected(var refusal) -> Answer.refused(refusal);
            case Ok(var request) -> cancel(caller, request);
        };
    }

    private Answer cancel(Caller caller, CancelRequest request) {
        var merchant = caller.merchant();
        if (!request.isSignedBy(merchant.id(), merchant.keys())) return Answer.of(NOT_TRUSTED);
        return store.find(merchant.id(), request.transaction())
                .map(stored -> cancel(stored, request))
                .orElse(Answer.of(NOTHING_TO_CANCEL));
    }

    private Answer cancel(Stored stored, CancelRequest request) {
        var now = time.instant();
        var cancellation = new Cancellation(request.hash(), request.reason(), now);
        var requested = new CancelRequested(cancellation, now.plus(patience.askerIsLost()));
        return switch (Lifecycle.decide(stored.payment(), requested)) {
            case Refused _ -> repeat(stored, request);
            case Next(var cancelling) ->
                switch (store.advance(stored, requested, cancelling)) {
                    case Advancing.Advanced(var intended) -> ask(intended);
                    case Advancing.Overtaken(var current) -> repeat(current, request);
                };
        };
    }

    private Answer ask(Stored intended) {
        if (!(intended.payment() instanceof Cancelling cancelling)) return Answer.of(NOT_CANCELLABLE);
        var outcome = acquirer.cancel(
                cancelling.order(),
                cancelling.approval().tno(),
                cancelling.cancellation().reason());
        var recorded = outcomes.record(intended, outcome);
        if (recorded.isPresent()) return answer(cancelling, recorded.get().payment(), outcome);
        outcomes.recordInBackground(intended, outcome);
        return Answer.of(outcome instanceof AcquirerCancelled ? CANCEL_NOT_RECORDED : ASK_OPERATOR);
    }

    /** While this cancel was under way, the resolver may have ended it and another one may have worked. */
    private static Answer answer(Cancelling asked, Payment recorded, CancelOutcome outcome) {
        if (recorded instanceof Cancelled cancelled) {
            boolean own = cancelled
                    .cancellation()
                    .request()
                    .equals(asked.cancellation().request());
            return own ? Answers.cancelled(cancelled) : Answer.of(NOT_CANCELLABLE);
        }
        if (recorded instanceof Cancelling) return Answer.of(ASK_OPERATOR);
        return switch (outcome) {
            case CancelRefused refused -> refused(refused);
            case AcquirerCancelled _, CancelNotSent _, CancelInDoubt _ -> Answer.of(ASK_OPERATOR);
        };
    }

    private static Answer refused(CancelRefused refused) {
        return switch (refused.ground()) {
            case NOT_ENOUGH_UNSETTLED -> Answer.of(NOT_ENOUGH_UNSETTLED);
            case NO_SUCH_TRADE, OTHER -> Answer.of(refused.code(), refused.message());
        };
    }

    /** The same request again hears the same answer, once there is one; any other finds nothing to cancel. */
    private Answer repeat(Stored stored, CancelRequest request) {
        return switch (stored.payment()) {
            case Cancelled cancelled when isFirst(cancelled.cancellation(), request) -> Answers.cancelled(cancelled);
            case Cancelling cancelling
            when isFirst(cancelling.cancellation(), request) ->
                settled(stored).map(payment -> afterwards(payment, request)).orElse(Answer.of(ASK_OPERATOR));
            case Ordered _, Paying _, Paid _, Declined _, Voiding _, Voided _, Stuck _, Cancelling _, Cancelled _ ->
                Answer.of(NOT_CANCELLABLE);
        };
    }

    private static boolean isFirst(Cancellation first, CancelRequest request) {
        return first.request().equals(request.hash());
    }

    /** The cancel that was waited for may have failed and another one worked meanwhile. */
    private static Answer afterwards(Payment payment, CancelRequest request) {
        if (!(payment instanceof Cancelled cancelled)) return Answer.of(ASK_OPERATOR);
        return isFirst(cancelled.cancellation(), request) ? Answers.cancelled(cancelled) : Answer.of(NOT_CANCELLABLE);
    }

    private Optional<Payment> settled(Stored stored) {
        var order = stored.payment().order();
        return Waiting.until(
                time,
                patience.identicalRequest(),
                () -> store.find(order.merchant(), order.transaction())
                        .map(Stored::payment)
                        .filter(payment -> !(payment instanceof Cancelling)));
    }
}
