package gyeolje.gateway.flow;

import gyeolje.core.payment.Acquirer;
import gyeolje.core.payment.Authentication;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.AcquirerNotReached;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.ApprovalOutcome;
import gyeolje.core.payment.Event.CancelOutcome;
import gyeolje.core.payment.Order;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.SiteCode;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spares merchants the wait for an acquirer that is away, and us the doubts that come of asking it: new approvals and
 * registrations are then refused at once as surely not sent. Cancels and inquiries always pass, and whether the acquirer is back is
 * found out without moving money. A decline is an answer like any other.
 */
public final class Breaker implements Acquirer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final String WHY = "not asked: the last calls had no answer";

    private final Acquirer acquirer;
    private final Predicate<Order> answers;
    private final Time time;
    private final Executor aside;
    private final Circuit approvals;
    private final Circuit registrations;
    private volatile boolean closed;

    /**
     * In front of an acquirer.
     *
     * @param answers whether it answers at all, asked in a way that moves no money; the order is one that had no answer
     * @param aside where it is asked, again and again while it is away
     */
    public Breaker(Acquirer acquirer, Predicate<Order> answers, Time time, Executor aside) {
        this.acquirer = acquirer;
        this.answers = answers;
        this.time = time;
        this.aside = aside;
        this.approvals = new Circuit(time);
        this.registrations = new Circuit(time);
    }

    /** What passes at the moment. */
    public enum State {
        /** Everything. */
        CLOSED,
        /** Nothing. */
        OPEN,
        /** A growing share. */
        RAMPING
    }

    public State approvals() {
        return approvals.state();
    }

    public State registrations() {
        return registrations.state();
    }

    @Override
    public SiteCode site() {
        return acquirer.site();
    }

    @Override
    public boolean answersByOrder() {
        return acquirer.answersByOrder();
    }

    @Override
    public Registering register(Order order) {
        var admitted = registrations.admit();
        if (admitted.isEmpty()) return new Registering.Unreachable(WHY);
        var registering = acquirer.register(order);
        hear(registrations, admitted.getAsInt(), isAnswer(registering), "registrations", () -> registers(order));
        return registering;
    }

    @Override
    public ApprovalOutcome approve(Order order, Authentication authentication) {
        var admitted = approvals.admit();
        if (admitted.isEmpty()) return new AcquirerNotReached(WHY);
        var outcome = acquirer.approve(order, authentication);
        hear(approvals, admitted.getAsInt(), isAnswer(outcome), "approvals", () -> answers.test(order));
        return outcome;
    }

    @Override
    public CancelOutcome cancel(Order order, AcquirerTransactionId tno, String reason) {
        return acquirer.cancel(order, tno, reason);
    }

    @Override
    public Finding inquire(Order order, Trace trace) {
        return acquirer.inquire(order, trace);
    }

    /** Announcing an order moves no money, and one that nobody was told of is never paid. */
    private boolean registers(Order order) {
        return isAnswer(acquirer.register(order));
    }

    private static boolean isAnswer(Registering registering) {
        return switch (registering) {
            case Registering.Done _, Registering.Refused _ -> true;
            case Registering.Unreachable _ -> false;
        };
    }

    private static boolean isAnswer(ApprovalOutcome outcome) {
        return switch (outcome) {
            case AcquirerApproved _, AcquirerDeclined _ -> true;
            case AcquirerNotReached _ -> false;
            case ApprovalInDoubt inDoubt -> isAnswer(inDoubt.doubt());
        };
    }

    /** A doubt with the acquirer's number on it, or about what it said, comes from an acquirer that is there. */
    private static boolean isAnswer(Doubt doubt) {
        return switch (doubt.reason()) {
            case NO_ANSWER, UNREADABLE, UPSTREAM_FAULT -> doubt.trace() instanceof Trace.Known;
            case DUPLICATE,
                    AMOUNT_DIFFERS,
                    ORDER_DIFFERS,
                    SITE_DIFFERS,
                    NO_HANDLE,
                    PROCESS_LOST,
                    RECORD_FAILED,
                    APPROVED_TOO_LATE,
                    CANCEL_UNANSWERED,
                    CANCEL_TRIED_AGAIN,
                    INQUIRY_UNANSWERED,
                    NOT_FOUND_YET,
                    CANNOT_ASK,
                    CANCEL_REFUSED,
                    POISON -> true;
        };
    }

    /** Some way to find out whether the acquirer is back. */
    @FunctionalInterface
    private interface Probe {
        boolean answers();
    }

    private void hear(Circuit circuit, int admitted, boolean answered, String what, Probe probe) {
        if (answered) {
            circuit.answered(admitted);
        } else if (circuit.unanswered(admitted)) {
            LOG.error("KCP does not answer: new {} are refused until it does", what);
            aside.execute(() -> waitFor(circuit, what, probe));
        }
    }

    private void waitFor(Circuit circuit, String what, Probe probe) {
        var pause = FIRST_PAUSE;
        while (!closed && !Thread.currentThread().isInterrupted()) {
            time.sleep(pause);
            if (closed) return;
            if (answers(probe)) {
                LOG.warn("KCP answers again: {} are let through little by little", what);
                circuit.restore();
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private static boolean answers(Probe probe) {
        try {
            return probe.answers();
        } catch (RuntimeException e) {
            LOG.warn("cannot find out whether KCP answers: {}", e.getMessage());
            return false;
        }
    }

    /** Ends the waiting. */
    @Override
    public void close() {
        closed = true;
    }
}
