package gyeolje.core.reconciliation;

import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Won;
import java.time.LocalDateTime;

/**
 * An approval as the acquirer's trade list tells of it.
 *
 * @param line where in the list, counted from 1
 * @param order our transaction id, if the approval is ours at all
 * @param at the acquirer's clock, Seoul
 */
public record Trade(int line, AcquirerTransactionId tno, String order, Won amount, LocalDateTime at, State state) {
    /** How the approval stands. */
    public enum State {
        APPROVED,
        PARTLY_CANCELLED,
        CANCELLED
    }

    /** Whether any of the money is still taken. */
    boolean stands() {
        return state != State.CANCELLED;
    }
}
