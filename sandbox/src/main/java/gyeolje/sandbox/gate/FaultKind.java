package gyeolje.sandbox.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong on the way to an acquirer and back. */
public enum FaultKind {
    /** The connection is reset; nothing was done. */
    DROP_BEFORE(false),
    /** Done, then the connection is reset. */
    DROP_AFTER(true),
    /** Waits, then does it and answers. */
    DELAY_BEFORE(true),
    /** Does it, then waits and answers. */
    DELAY_AFTER(true),
    /** An HTTP status with any body; nothing was done unless the fault says so. */
    STATUS(false),
    /** An answer that is no JSON. */
    GARBAGE(true),
    /** The head promises the whole answer, half of it comes. */
    TRUNCATE(true),
    /** The answer comes a byte at a time. */
    SLOW_DRIP(true),
    /** 200 and no body. */
    EMPTY(true),
    /** A refusal with a code of choice; nothing was done. */
    DECLINE(false),
    /** The answer names another amount. */
    WRONG_AMOUNT(true),
    /** The answer names another order. */
    WRONG_ORDER(true),
    /** The answer lacks {@code tno}. */
    NO_TNO(true),
    /** On approve: the answer is lost and the approval exists only after a while. On inquiry and cancel: knows nothing for a while. */
    LATE(true),
    /** Done, but the answer speaks of a repetition. */
    DUPLICATE(true),
    /** The trade is said to be unknown; nothing was done. */
    NOT_FOUND(false),
    /** 302; nothing was done unless the fault says so. */
    REDIRECT(false);

    private final boolean does;

    FaultKind(boolean does) {
        this.does = does;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the operation happens all the same, unless the fault says otherwise. */
    public boolean does() {
        return does;
    }

    public boolean fits(Operation operation) {
        return switch (this) {
            case WRONG_AMOUNT, WRONG_ORDER, NO_TNO, LATE -> operation != Operation.REGISTER;
            case DUPLICATE -> operation != Operation.INQUIRY;
            case NOT_FOUND -> operation == Operation.CANCEL || operation == Operation.INQUIRY;
            case DROP_BEFORE,
                    DROP_AFTER,
                    DELAY_BEFORE,
                    DELAY_AFTER,
                    STATUS,
                    GARBAGE,
                    TRUNCATE,
                    SLOW_DRIP,
                    EMPTY,
                    DECLINE,
                    REDIRECT -> true;
        };
    }

    public static Optional<FaultKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
