package gyeolje.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether one order's requests and answers could have come from a gateway that does one thing at a time (the search of Wing and
 * Gong, with the states already tried remembered). A request without an answer may have happened at any time after its arrival, or
 * not at all.
 */
final class Linearizability {
    private static final int MOST_STATES = 200_000;

    /** What the search found; undecided when it ran out of states. */
    enum Finding {
        EXPLAINED,
        CONTRADICTORY,
        UNDECIDED
    }

    private record Tried(Set<Integer> done, OrderState state) {}

    private final List<Operation> operations;
    private final Set<Tried> tried = new HashSet<>();

    private Linearizability(List<Operation> operations) {
        this.operations = operations;
    }

    static Finding check(List<Operation> operations) {
        var search = new Linearizability(operations);
        if (search.explains(Set.of(), OrderState.NEW)) return Finding.EXPLAINED;
        return search.tried.size() >= MOST_STATES ? Finding.UNDECIDED : Finding.CONTRADICTORY;
    }

    private boolean explains(Set<Integer> done, OrderState state) {
        if (isComplete(done)) return true;
        if (tried.size() >= MOST_STATES || !tried.add(new Tried(done, state))) return false;
        long firstAnswer = firstAnswer(done);
        for (int i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            if (done.contains(i) || operation.arrived > firstAnswer) continue;
            var after = new HashSet<>(done);
            after.add(i);
            for (var next : OrderRules.after(state, operation, isMetByItsLike(operation)))
                if (explains(Set.copyOf(after), next)) return true;
        }
        return false;
    }

    /** Another pay, or for a cancel another cancel, was under way: that alone explains a refusal, whatever it came to. */
    private boolean isMetByItsLike(Operation operation) {
        var kind = operation.kind == Operation.Kind.CANCEL ? Operation.Kind.CANCEL : Operation.Kind.PAY;
        return operations.stream()
                .anyMatch(other -> other != operation && other.kind == kind && other.overlaps(operation));
    }

    private boolean isComplete(Set<Integer> done) {
        for (int i = 0; i < operations.size(); i++)
            if (operations.get(i).answer().isPresent() && !done.contains(i)) return false;
        return true;
    }

    private long firstAnswer(Set<Integer> done) {
        long first = Long.MAX_VALUE;
        for (int i = 0; i < operations.size(); i++)
            if (!done.contains(i)) first = Math.min(first, operations.get(i).answeredAt());
        return first;
    }
}
