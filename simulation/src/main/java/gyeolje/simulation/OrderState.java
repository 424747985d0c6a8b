package gyeolje.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a merchant can know of one order number: its attempts in the order in which they were made. */
record OrderState(List<Attempt> attempts) {
    static final OrderState NEW = new OrderState(List.of());

    enum Standing {
        ORDERED,
        /** A pay was answered with "unknown" or not at all: money may be held or not, for now. */
        DOUBTFUL,
        PAID,
        DECLINED,
        /** A cancel was answered with "unknown" or not at all. */
        MAY_BE_CANCELLED,
        CANCELLED,
        VOIDED
    }

    /**
     * One attempt.
     *
     * @param order the identity of the order request that made it
     * @param pay the identity of the pay that decided it, empty before
     * @param payAnswer what that pay heard; empty while nobody heard it
     * @param cancel the identity of the last cancel that may have worked
     * @param cancelAnswer what that cancel heard
     */
    record Attempt(
            String transaction,
            String order,
            Standing standing,
            String pay,
            String payAnswer,
            String cancel,
            String cancelAnswer) {
        static Attempt ordered(String transaction, String order) {
            return new Attempt(transaction, order, Standing.ORDERED, "", "", "", "");
        }

        Attempt paid(Standing now, String by, String answer) {
            return new Attempt(transaction, order, now, by, answer, cancel, cancelAnswer);
        }

        Attempt cancelled(Standing now, String by, String answer) {
            return new Attempt(transaction, order, now, pay, payAnswer, by, answer);
        }

        Attempt now(Standing other) {
            return new Attempt(transaction, order, other, pay, payAnswer, cancel, cancelAnswer);
        }

        boolean surelyHoldsMoney() {
            return standing == Standing.PAID;
        }

        boolean mayHoldMoney() {
            return switch (standing) {
                case PAID, DOUBTFUL, MAY_BE_CANCELLED -> true;
                case ORDERED, DECLINED, CANCELLED, VOIDED -> false;
            };
        }
    }

    Optional<Attempt> of(String transaction) {
        return attempts.stream()
                .filter(it -> it.transaction().equals(transaction))
                .findFirst();
    }

    boolean othersSurelyHoldMoney(String transaction) {
        return attempts.stream()
                .anyMatch(it -> it.surelyHoldsMoney() && !it.transaction().equals(transaction));
    }

    boolean othersMayHoldMoney(String transaction) {
        return attempts.stream()
                .anyMatch(it -> it.mayHoldMoney() && !it.transaction().equals(transaction));
    }

    OrderState with(Attempt attempt) {
        var changed = new ArrayList<Attempt>();
        boolean known = false;
        for (var it : attempts) {
            boolean same = it.transaction().equals(attempt.transaction());
            known |= same;
            changed.add(same ? attempt : it);
        }
        if (!known) changed.add(attempt);
        return new OrderState(List.copyOf(changed));
    }

    /** Somebody else holds the order's money, so that every doubt about this order's other attempts has ended without. */
    OrderState othersHoldNothing(String transaction) {
        return new OrderState(attempts.stream()
                .map(it -> it.transaction().equals(transaction) ? it : withoutMoney(it))
                .toList());
    }

    private static Attempt withoutMoney(Attempt attempt) {
        return switch (attempt.standing()) {
            case DOUBTFUL -> attempt.now(Standing.VOIDED);
            case MAY_BE_CANCELLED -> attempt.now(Standing.CANCELLED);
            case ORDERED, PAID, DECLINED, CANCELLED, VOIDED -> attempt;
        };
    }
}
