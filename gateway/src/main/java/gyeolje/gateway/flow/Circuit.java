package gyeolje.gateway.flow;

import gyeolje.gateway.flow.Breaker.State;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * Whether calls of one kind may go out: all of them, none after a run of calls without an answer, and once somebody answers again
 * a share that grows, so that those who waited do not come back all at once.
 */
final class Circuit {
    /** So many calls without an answer, one after the other over so long a time, mean that nobody is there. */
    static final int LONGEST_RUN = 20;

    static final Duration LONGEST_BLIP = Duration.ofSeconds(5);

    static final int LONGEST_RUN_ON_RAMP = 3;
    static final Duration RAMP = Duration.ofSeconds(20);
    private static final double FIRST_SHARE = 0.1;

    private final Time time;
    private volatile State state = State.CLOSED;
    private volatile int run;
    /** Counts the openings, so that calls from before one say nothing about what came after. */
    private volatile int era;

    private long runBegan;
    private long rampBegan;
    private double credit;

    Circuit(Time time) {
        this.time = time;
    }

    State state() {
        return state;
    }

    /** What to say with the call's outcome; empty when it may not go out. */
    OptionalInt admit() {
        int now = era;
        boolean passes = switch (state) {
            case CLOSED -> true;
            case OPEN -> false;
            case RAMPING -> passesRamp();
        };
        return passes ? OptionalInt.of(now) : OptionalInt.empty();
    }

    private synchronized boolean passesRamp() {
        if (state != State.RAMPING) return state == State.CLOSED;
        long since = time.nanos() - rampBegan;
        if (since >= RAMP.toNanos()) {
            state = State.CLOSED;
            return true;
        }
        credit += Math.max(FIRST_SHARE, (double) since / RAMP.toNanos());
        if (credit < 1) return false;
        credit -= 1;
        return true;
    }

    void answered(int admitted) {
        if (run > 0) endRun(admitted);
    }

    private synchronized void endRun(int admitted) {
        if (admitted == era) run = 0;
    }

    /** Whether this was the one too many. */
    synchronized boolean unanswered(int admitted) {
        if (admitted != era || state == State.OPEN) return false;
        if (run == 0) runBegan = time.nanos();
        run++;
        if (!isNobodyThere()) return false;
        state = State.OPEN;
        era++;
        run = 0;
        return true;
    }

    private boolean isNobodyThere() {
        if (state == State.RAMPING) return run >= LONGEST_RUN_ON_RAMP;
        return run >= LONGEST_RUN && time.nanos() - runBegan >= LONGEST_BLIP.toNanos();
    }

    /** Somebody is there again; the first who asks is let through. */
    synchronized void restore() {
        if (state != State.OPEN) return;
        rampBegan = time.nanos();
        credit = 1;
        run = 0;
        state = State.RAMPING;
    }
}
