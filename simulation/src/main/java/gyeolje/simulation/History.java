package gyeolje.simulation;

import gyeolje.gateway.flow.Answer;
import gyeolje.simulation.Operation.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every request of a merchant's own and its answer, per order number. */
final class History {
    /** Codes that say nothing about what became of the request, or that may change with the order's other attempts. */
    private static final Set<String> INDEFINITE =
            Set.of("9001", "1006", "8002", "1005", "1003", "5003", "5004", "5005");

    private final Court court;
    private final Map<String, List<Operation>> byOrder = new LinkedHashMap<>();
    private final Map<String, String> definite = new LinkedHashMap<>();
    private long turns;
    private final Set<String> unknown = new HashSet<>();
    private long answers;
    private long foundPaid;

    History(Court court) {
        this.court = court;
    }

    Operation arrived(Operation.Request request) {
        var operation = new Operation(request, turns++);
        byOrder.computeIfAbsent(request.merchant() + "/" + request.orderNumber(), _ -> new ArrayList<>())
                .add(operation);
        return operation;
    }

    void answered(Operation operation, Answer answer) {
        operation.answered(turns++, answer);
        answers++;
        if (operation.kind == Kind.PAY) askedBefore(operation);
        if (operation.kind == Kind.ORDER ? !operation.code().equals("0000") : INDEFINITE.contains(operation.code()))
            return;
        if (operation.kind == Kind.CANCEL && !operation.code().equals("0000")) return;
        var key = operation.kind + " " + operation.orderNumber + " " + operation.transaction + " " + operation.identity;
        var earlier = definite.putIfAbsent(key, operation.bytes());
        court.require(
                earlier == null || earlier.equals(operation.bytes()),
                "I4",
                key + " heard " + earlier + " and later " + operation.bytes());
    }

    /** That the outcome is unknown is no answer that a later one could contradict. */
    private void askedBefore(Operation operation) {
        var key = operation.transaction + " " + operation.identity;
        if (operation.code().equals("9001")) unknown.add(key);
        else if (operation.code().equals("0000") && unknown.remove(key)) foundPaid++;
    }

    long foundPaidAfterUnknown() {
        return foundPaid;
    }

    /** Whether some request to pay has not been answered: it is under way, or its node died. */
    boolean mayStillHear(String transaction) {
        return byOrder.values().stream()
                .flatMap(List::stream)
                .anyMatch(it -> it.kind == Kind.PAY
                        && it.transaction.equals(transaction)
                        && it.answer().isEmpty());
    }

    Map<String, List<Operation>> byOrder() {
        return byOrder;
    }

    long answers() {
        return answers;
    }
}
