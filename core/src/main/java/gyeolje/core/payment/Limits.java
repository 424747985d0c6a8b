package gyeolje.core.payment;

import gyeolje.core.value.Won;
import java.util.Optional;

/**
 * How much a merchant may take (merchant API, section 6): in a day and a month of Seoul, and as unsettled sum of live approvals,
 * which the guarantee insurance covers. In won.
 */
public record Limits(long day, long month, long guarantee) {
    public static final long NONE = Long.MAX_VALUE;
    public static final Limits UNLIMITED = new Limits(NONE, NONE, NONE);

    public Limits {
        if (day < 0 || month < 0 || guarantee < 0) throw new IllegalArgumentException("a limit is not negative");
    }

    /** What is taken already. In won. */
    public record Taken(long day, long month, long guarantee) {
        public static final Taken NOTHING = new Taken(0, 0, 0);

        public Taken plus(Won amount) {
            return new Taken(day + amount.amount(), month + amount.amount(), guarantee + amount.amount());
        }
    }

    /** The limit that has no room for the amount; the first in the protocol's order. */
    public Optional<ResponseCode> exceededBy(Taken taken, Won amount) {
        var after = taken.plus(amount);
        if (after.day > day) return Optional.of(ResponseCode.OVER_DAY_LIMIT);
        if (after.month > month) return Optional.of(ResponseCode.OVER_MONTH_LIMIT);
        if (after.guarantee > guarantee) return Optional.of(ResponseCode.OVER_GUARANTEE_LIMIT);
        return Optional.empty();
    }
}
