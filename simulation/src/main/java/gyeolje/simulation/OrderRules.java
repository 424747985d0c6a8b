package gyeolje.simulation;

import gyeolje.simulation.OrderState.Attempt;
import gyeolje.simulation.OrderState.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The merchant API's section 7 as a machine that does one thing at a time: which states may follow when a request hears its answer.
 * None means that this answer cannot be heard now.
 */
final class OrderRules {
    private static final List<OrderState> IMPOSSIBLE = List.of();
    private static final Set<String> MET = Set.of("8002", "1005");

    /** @param met whether another request was under way that alone explains "taken" or "not now" */
    static List<OrderState> after(OrderState state, Operation operation, boolean met) {
        if (met && MET.contains(operation.code()) && isKnown(state, operation)) return List.of(state);
        return switch (operation.kind) {
            case ORDER -> afterOrder(state, operation);
            case PAY ->
                state.of(operation.transaction)
                        .map(attempt -> afterPay(state, attempt, operation))
                        .orElse(IMPOSSIBLE);
            case CANCEL ->
                state.of(operation.transaction)
                        .map(attempt -> afterCancel(state, attempt, operation))
                        .orElse(IMPOSSIBLE);
        };
    }

    private static boolean isKnown(OrderState state, Operation operation) {
        return operation.kind == Operation.Kind.ORDER
                || state.of(operation.transaction).isPresent();
    }

    private static List<OrderState> afterOrder(OrderState state, Operation operation) {
        return switch (operation.code()) {
            case "0000" -> afterOrdered(state, operation);
            case "8002" -> when(state.othersMayHoldMoney(""), state);
            default -> List.of(state);
        };
    }

    private static List<OrderState> afterOrdered(OrderState state, Operation operation) {
        var id = operation.answer().orElseThrow().body().getOrDefault("ordr_idxx", "");
        var earlier = state.attempts().stream()
                .filter(attempt -> attempt.order().equals(operation.identity))
                .findFirst();
        if (earlier.isPresent()) return when(earlier.get().transaction().equals(id), state);
        if (state.of(id).isPresent() || state.othersSurelyHoldMoney(id)) return IMPOSSIBLE;
        return List.of(state.othersHoldNothing(id).with(Attempt.ordered(id, operation.identity)));
    }

    private static List<OrderState> afterPay(OrderState state, Attempt attempt, Operation operation) {
        return switch (operation.code()) {
            case "0000" -> afterPaid(state, attempt, operation);
            case "8002" -> when(mayHearTaken(state, attempt, operation), state);
            case "5003", "5004", "5005" -> when(attempt.standing() == Standing.ORDERED, state);
            case "9001", "" -> afterPayInDoubt(state, attempt, operation);
            default -> afterDeclined(state, attempt, operation);
        };
    }

    private static List<OrderState> afterPaid(OrderState state, Attempt attempt, Operation operation) {
        return switch (attempt.standing()) {
            case ORDERED ->
                state.othersSurelyHoldMoney(attempt.transaction())
                        ? IMPOSSIBLE
                        : List.of(state.othersHoldNothing(attempt.transaction())
                                .with(attempt.paid(Standing.PAID, operation.identity, operation.bytes())));
            case PAID, MAY_BE_CANCELLED, CANCELLED -> {
                boolean firstToHear = attempt.payAnswer().isEmpty();
                boolean same = attempt.pay().equals(operation.identity)
                        && (firstToHear || attempt.payAnswer().equals(operation.bytes()));
                yield when(same, state.with(attempt.paid(attempt.standing(), operation.identity, operation.bytes())));
            }
            case DOUBTFUL, DECLINED, VOIDED -> IMPOSSIBLE;
        };
    }

    /** Another body, or another attempt that holds the order number. */
    private static boolean mayHearTaken(OrderState state, Attempt attempt, Operation operation) {
        if (attempt.standing() == Standing.ORDERED) return state.othersMayHoldMoney(attempt.transaction());
        return !attempt.pay().equals(operation.identity);
    }

    /** Nothing happened; or the attempt is now in doubt; or it was paid and only the answer is missing. */
    private static List<OrderState> afterPayInDoubt(OrderState state, Attempt attempt, Operation operation) {
        if (attempt.standing() != Standing.ORDERED || state.othersSurelyHoldMoney(attempt.transaction()))
            return List.of(state);
        var alone = state.othersHoldNothing(attempt.transaction());
        return List.of(
                state,
                alone.with(attempt.paid(Standing.DOUBTFUL, operation.identity, "")),
                alone.with(attempt.paid(Standing.PAID, operation.identity, "")));
    }

    private static List<OrderState> afterDeclined(OrderState state, Attempt attempt, Operation operation) {
        var declined = attempt.paid(Standing.DECLINED, operation.identity, operation.bytes());
        return switch (attempt.standing()) {
            case ORDERED -> when(!state.othersSurelyHoldMoney(attempt.transaction()), state.with(declined));
            case DOUBTFUL -> when(attempt.pay().equals(operation.identity), state.with(declined));
            case DECLINED ->
                when(
                        attempt.pay().equals(operation.identity)
                                && attempt.payAnswer().equals(operation.bytes()),
                        state);
            // It ended without money, and only now somebody hears that this was how.
            case VOIDED ->
                when(
                        attempt.pay().equals(operation.identity)
                                && attempt.payAnswer().isEmpty(),
                        state.with(declined));
            case PAID, MAY_BE_CANCELLED, CANCELLED -> IMPOSSIBLE;
        };
    }

    private static List<OrderState> afterCancel(OrderState state, Attempt attempt, Operation operation) {
        return switch (operation.code()) {
            case "0000" -> afterCancelled(state, attempt, operation);
            case "1005" -> when(mayHearNotCancellable(attempt, operation), state);
            case "1004", "2001", "6001", "6002" -> IMPOSSIBLE;
            case "9001", "1006", "" -> afterCancelInDoubt(state, attempt, operation);
            default -> afterCancelRefused(state, attempt);
        };
    }

    private static List<OrderState> afterCancelled(OrderState state, Attempt attempt, Operation operation) {
        var cancelled = state.with(attempt.cancelled(Standing.CANCELLED, operation.identity, operation.bytes()));
        return switch (attempt.standing()) {
            case PAID, MAY_BE_CANCELLED -> List.of(cancelled);
            case CANCELLED -> {
                boolean unheard = attempt.cancelAnswer().isEmpty();
                yield when(
                        unheard
                                || (attempt.cancel().equals(operation.identity)
                                        && attempt.cancelAnswer().equals(operation.bytes())),
                        cancelled);
            }
            case ORDERED, DOUBTFUL, DECLINED, VOIDED -> IMPOSSIBLE;
        };
    }

    private static boolean mayHearNotCancellable(Attempt attempt, Operation operation) {
        return switch (attempt.standing()) {
            case PAID -> false;
            case CANCELLED ->
                attempt.cancelAnswer().isEmpty() || !attempt.cancel().equals(operation.identity);
            case ORDERED, DOUBTFUL, DECLINED, MAY_BE_CANCELLED, VOIDED -> true;
        };
    }

    private static List<OrderState> afterCancelInDoubt(OrderState state, Attempt attempt, Operation operation) {
        var states = new ArrayList<OrderState>();
        states.add(state);
        if (attempt.standing() == Standing.PAID)
            states.add(state.with(attempt.cancelled(Standing.MAY_BE_CANCELLED, operation.identity, "")));
        return states;
    }

    private static List<OrderState> afterCancelRefused(OrderState state, Attempt attempt) {
        return switch (attempt.standing()) {
            case PAID -> List.of(state);
            case MAY_BE_CANCELLED -> List.of(state.with(attempt.now(Standing.PAID)));
            case ORDERED, DOUBTFUL, DECLINED, CANCELLED, VOIDED -> IMPOSSIBLE;
        };
    }

    private static List<OrderState> when(boolean possible, OrderState state) {
        return possible ? List.of(state) : IMPOSSIBLE;
    }

    private OrderRules() {}
}
