package gyeolje.sandbox.ledger;

import gyeolje.sandbox.wire.Authentication;
import gyeolje.sandbox.wire.Result;
import java.time.Instant;
import java.util.Optional;

/** One approved trade and what was cancelled of it. */
public final class Approval {
    private static final long SMALLEST_PART = 1;
    private static final Cancelled NOTHING = new Cancelled(0, 0, Optional.empty());

    private final String tno;
    private final Authentication authentication;
    private final Instant at;
    private final Instant visibleFrom;
    private volatile Cancelled cancelled = NOTHING;
    private int cancelCalls;

    /** What was cancelled so far: the sum, in how many steps, and when the last one was. */
    public record Cancelled(long amount, int steps, Optional<Instant> at) {}

    public enum State {
        APPROVED,
        PARTLY_CANCELLED,
        CANCELLED
    }

    Approval(String tno, Authentication authentication, Instant at, Instant visibleFrom) {
        this.tno = tno;
        this.authentication = authentication;
        this.at = at;
        this.visibleFrom = visibleFrom;
    }

    public String tno() {
        return tno;
    }

    public Authentication authentication() {
        return authentication;
    }

    public String order() {
        return authentication.order();
    }

    public String siteCode() {
        return authentication.siteCode();
    }

    public long amount() {
        return authentication.amount();
    }

    public Instant at() {
        return at;
    }

    /** A late approval exists only from then on; until then nobody who asks hears of it. */
    public boolean visible(Instant now) {
        return !now.isBefore(visibleFrom);
    }

    Instant visibleFrom() {
        return visibleFrom;
    }

    public Cancelled cancelled() {
        return cancelled;
    }

    public long balance() {
        return amount() - cancelled.amount();
    }

    public State state() {
        long sum = cancelled.amount();
        return sum == 0 ? State.APPROVED : sum == amount() ? State.CANCELLED : State.PARTLY_CANCELLED;
    }

    public synchronized int cancelCalls() {
        return cancelCalls;
    }

    public synchronized void countCancelCall() {
        cancelCalls++;
    }

    /** The result a cancel would have now (KCP wire, cancellation). */
    Result verdict(CancelOrder order) {
        if (state() == State.CANCELLED) {
            return Result.CANCELLED_BEFORE;
        }
        return switch (order) {
            case CancelOrder.Whole _ -> state() == State.APPROVED ? Result.OK : Result.PARTLY_CANCELLED;
            case CancelOrder.Part(long amount, long balanceBefore) -> {
                if (amount < SMALLEST_PART) {
                    yield Result.PART_TOO_SMALL;
                }
                if (amount > balance()) {
                    yield Result.PART_TOO_LARGE;
                }
                yield balanceBefore == balance() ? Result.OK : Result.BALANCE_WRONG;
            }
        };
    }

    void cancel(long amount, Instant when) {
        cancelled = new Cancelled(cancelled.amount() + amount, cancelled.steps() + 1, Optional.of(when));
    }
}
