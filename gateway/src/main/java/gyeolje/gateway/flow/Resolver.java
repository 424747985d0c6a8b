package gyeolje.gateway.flow;

import gyeolje.core.payment.Acquirer;
import gyeolje.core.payment.Acquirer.Finding;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.ApprovalFound;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.CancelNotSent;
import gyeolje.core.payment.Event.CancelRefused;
import gyeolje.core.payment.Event.NetCancelled;
import gyeolje.core.payment.Event.NoApprovalFound;
import gyeolje.core.payment.Event.ResolverGaveUp;
import gyeolje.core.payment.Event.VoidDelayed;
import gyeolje.core.payment.Payment.Cancelling;
import gyeolje.core.payment.Payment.Open;
import gyeolje.core.payment.Payment.Paying;
import gyeolje.core.payment.Payment.Voiding;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.PaymentStore.Doubts;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.StoreException;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the doubt about one payment, one step at a time (merchant API, section 7, outcome unknown). What it cannot settle it puts
 * off, for longer the older the doubt is.
 */
public final class Resolver {
    private static final Logger LOG = LoggerFactory.getLogger(Resolver.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(40);
    private static final Duration LONGEST_PAUSE_OF_THE_YOUNG = Duration.ofSeconds(15);
    private static final int MOST_FAILURES = 10;
    private static final int MOST_FAILING = 10_000;
    /** How long a cancel that cannot even be tried makes room for others. */
    private static final Duration QUARANTINE = Duration.ofHours(1);

    private static final Duration GIVE_UP = Duration.ofHours(24);
    private static final String NET_CANCEL_REASON = "승인 결과 미확인 망취소";

    private final PaymentStore store;
    private final Acquirer acquirer;
    private final OutcomeRecorder outcomes;
    private final Time time;
    private final Patience patience;
    private final KnownDoubts known;
    private final Map<TransactionId, Integer> failures = new ConcurrentHashMap<>();

    public Resolver(PaymentStore store, Acquirer acquirer, OutcomeRecorder outcomes, Time time, Patience patience) {
        this.store = store;
        this.acquirer = acquirer;
        this.outcomes = outcomes;
        this.time = time;
        this.patience = patience;
        this.known = new KnownDoubts(time);
    }

    /** One step, whatever becomes of it: what fails again and again is put aside, so that the others get their turn. */
    void look(Stored stored) {
        var id = stored.payment().order().transaction();
        try {
            resolve(stored);
            failures.remove(id);
        } catch (StoreException e) {
            LOG.warn("cannot settle {} while the store is away: {}", id, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("cannot settle {}; it comes up again later", id, e);
            failed(stored);
        }
    }

    private void failed(Stored stored) {
        var id = stored.payment().order().transaction();
        if (failures.size() >= MOST_FAILING) failures.clear();
        if (failures.merge(id, 1, Integer::sum) < MOST_FAILURES) return;
        try {
            putAside(store.find(stored.payment().order().merchant(), id).orElse(stored));
            failures.remove(id);
        } catch (StoreException e) {
            LOG.warn("cannot put {} aside while the store is away: {}", id, e.getMessage());
        }
    }

    private void putAside(Stored stored) {
        if (stored.payment() instanceof Voiding) record(stored, new ResolverGaveUp(Doubt.Reason.POISON));
        else store.postpone(stored, time.instant().plus(QUARANTINE));
    }

    void resolve(Stored stored) {
        if (!(stored.payment() instanceof Open open)) return;
        if (isJustOverdue(open)) sayOverdue(open);
        switch (open) {
            case Paying _ -> doubt(stored);
            case Voiding voiding -> undo(stored, voiding);
            case Cancelling _ -> cancelAgain(stored);
        }
    }

    /** Whoever asked for this approval is gone; nobody knows what became of it. */
    private void doubt(Stored stored) {
        var now = time.instant();
        var doubt = new Doubt(Doubt.Reason.PROCESS_LOST, new Trace.Unknown(), now);
        record(stored, new ApprovalInDoubt(doubt, now.plus(patience.firstDelay())));
    }

    private void undo(Stored stored, Voiding voiding) {
        switch (voiding.doubt().trace()) {
            case Trace.Known(var tno) -> netCancel(stored, voiding, tno);
            case Trace.Unknown unknown -> ask(stored, voiding, unknown);
        }
    }

    private void ask(Stored stored, Voiding voiding, Trace.Unknown unknown) {
        if (!acquirer.answersByOrder()) {
            record(stored, new ResolverGaveUp(Doubt.Reason.CANNOT_ASK));
            return;
        }
        switch (acquirer.inquire(voiding.order(), unknown)) {
            case Finding.Approved(var tno, var amount) -> found(stored, new ApprovalFound(tno, amount));
            case Finding.Cancelled found -> record(stored, new NetCancelled(found.at()));
            case Finding.NotFound _ -> notFound(stored, voiding);
            case Finding.Unanswered(var why) -> delay(stored, voiding, Doubt.Reason.INQUIRY_UNANSWERED, why);
        }
    }

    /** What is found is undone at once, under a new hold on the payment, since this is a second call. */
    private void found(Stored stored, ApprovalFound approval) {
        var now = record(stored, approval);
        if (now.isEmpty() || !(now.get().payment() instanceof Voiding voiding)) return;
        store.postpone(now.get(), time.instant().plus(patience.askerIsLost()));
        netCancel(now.get(), voiding, approval.tno());
    }

    private void netCancel(Stored stored, Voiding voiding, AcquirerTransactionId tno) {
        switch (acquirer.cancel(voiding.order(), tno, NET_CANCEL_REASON)) {
            case AcquirerCancelled(var at) -> record(stored, new NetCancelled(at));
            case CancelRefused refused -> refused(stored, voiding, refused);
            case CancelNotSent(var why) -> delay(stored, voiding, Doubt.Reason.CANCEL_UNANSWERED, why);
            case CancelInDoubt(var reason) -> delay(stored, voiding, Doubt.Reason.CANCEL_UNANSWERED, reason.words());
        }
    }

    /**
     * Money that we know to have moved cannot be given back. A trade that the acquirer says it does not know may be news that has
     * not reached all of it yet, but after the guard time it is a contradiction for a person to look at.
     */
    private void refused(Stored stored, Voiding voiding, CancelRefused refused) {
        var patient = refused.ground() == CancelRefused.Ground.NO_SUCH_TRADE ? patience.guard() : GIVE_UP;
        if (voiding.doubt().since().plus(patient).isBefore(time.instant()))
            record(stored, new ResolverGaveUp(Doubt.Reason.CANCEL_REFUSED));
        else delay(stored, voiding, Doubt.Reason.CANCEL_REFUSED, "the acquirer refuses to cancel: " + refused.code());
    }

    /** An approval may still be on its way; only the guard time makes "not found" an answer. */
    private void notFound(Stored stored, Voiding voiding) {
        if (known.isKnownFor(stored.payment().order().transaction(), patience.guard()))
            record(stored, new NoApprovalFound(time.instant()));
        else if (voiding.doubt().reason() == Doubt.Reason.INQUIRY_UNANSWERED)
            delay(stored, voiding, Doubt.Reason.NOT_FOUND_YET, "it is answered again: not found");
        else putOff(stored, voiding.doubt().since(), "not found, and the guard time is not over");
    }

    /** The record says once why this takes long. */
    private void delay(Stored stored, Voiding voiding, Doubt.Reason reason, String why) {
        var told = voiding.doubt().reason() == reason
                ? stored
                : outcomes.record(stored, new VoidDelayed(reason)).orElse(stored);
        putOff(told, voiding.doubt().since(), why);
    }

    /** Marks the record before it asks, so that whoever asked first cannot record any more that nothing was cancelled. */
    private void cancelAgain(Stored stored) {
        var marked = outcomes.record(stored, new CancelInDoubt(Doubt.Reason.CANCEL_TRIED_AGAIN));
        if (marked.isPresent() && marked.get().payment() instanceof Cancelling still) askAgain(marked.get(), still);
    }

    /** Names it once or twice; that there are overdue ones is said until there are none. */
    private boolean isJustOverdue(Open open) {
        var now = time.instant();
        return open.overdueFrom()
                .filter(from -> from.isBefore(now) && now.isBefore(from.plus(Doubts.YOUNG)))
                .isPresent();
    }

    private static void sayOverdue(Open open) {
        boolean cancel = open instanceof Cancelling;
        LOG.error(
                "the {} of {} is unsettled since {}, and is tried again. {}",
                cancel ? "cancel" : "void",
                open.order().transaction(),
                open.openSince(),
                cancel ? DoubtAlarm.CANCEL_REMEDY : DoubtAlarm.VOID_REMEDY);
    }

    private void askAgain(Stored stored, Cancelling cancelling) {
        var since = cancelling.cancellation().requestedAt();
        var outcome = acquirer.cancel(
                cancelling.order(),
                cancelling.approval().tno(),
                cancelling.cancellation().reason());
        switch (outcome) {
            case AcquirerCancelled cancelled -> record(stored, cancelled);
            case CancelRefused refused -> refusedAgain(stored, since, refused);
            case CancelNotSent(var why) -> putOff(stored, since, why);
            case CancelInDoubt(var reason) -> putOff(stored, since, reason.words());
        }
    }

    /** An earlier request may still be on its way to the acquirer; only the guard time makes a later "no" an answer. */
    private void refusedAgain(Stored stored, Instant since, CancelRefused refused) {
        if (known.isKnownFor(stored.payment().order().transaction(), patience.guard())) record(stored, refused);
        else putOff(stored, since, "the acquirer refuses to cancel (" + refused.code() + ") for now");
    }

    private void putOff(Stored stored, Instant since, String why) {
        var now = time.instant();
        var pause = pause(
                Duration.between(since, now),
                now.toEpochMilli()
                        + stored.payment().order().transaction().text().hashCode());
        LOG.info(
                "{} is still in doubt, next look in {}: {}",
                stored.payment().order().transaction(),
                pause,
                why);
        store.postpone(stored, now.plus(pause));
    }

    /**
     * As long again as the doubt has lasted, within bounds, spread by a fifth: so that many doubts do not come back at once, and so
     * that of two gateways now the one comes first and now the other. The guard time must have passed for the one that looks.
     */
    private Duration pause(Duration age, long spread) {
        long least = Math.max(1, patience.firstDelay().toMillis());
        var longest = age.compareTo(Doubts.YOUNG) < 0 ? LONGEST_PAUSE_OF_THE_YOUNG : LONGEST_PAUSE;
        long base = Math.clamp(age.toMillis(), least, Math.max(least, longest.toMillis()));
        return Duration.ofMillis(base + base * Math.floorMod(spread, 100) / 500);
    }

    private Optional<Stored> record(Stored stored, Event event) {
        var id = stored.payment().order().transaction();
        known.forget(id);
        var recorded = outcomes.record(stored, event);
        if (recorded.isEmpty()) outcomes.recordInBackground(stored, event);
        if (event instanceof ResolverGaveUp(var reason))
            LOG.error("{} is stuck: {}. {}", id, reason.words(), DoubtAlarm.STUCK_REMEDY);
        return recorded;
    }
}
