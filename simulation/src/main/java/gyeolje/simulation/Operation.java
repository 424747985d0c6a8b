package gyeolje.simulation;

import gyeolje.gateway.flow.Answer;
import java.util.Optional;

/** One request as a gateway node met it: from its arrival there to its answer, which a crash may have swallowed. */
final class Operation {
    enum Kind {
        ORDER,
        PAY,
        CANCEL
    }

    final Kind kind;
    final String merchant;
    final String orderNumber;
    /** The payment it speaks of; of an order, empty. */
    final String transaction;
    /** What makes two requests identical. */
    final String identity;

    final long arrived;
    private long answeredAt = Long.MAX_VALUE;
    private Optional<Answer> answer = Optional.empty();

    Operation(Request request, long arrived) {
        this.kind = request.kind();
        this.merchant = request.merchant();
        this.orderNumber = request.orderNumber();
        this.transaction = request.transaction();
        this.identity = request.identity();
        this.arrived = arrived;
    }

    /** What is asked, before it arrives. */
    record Request(Kind kind, String merchant, String orderNumber, String transaction, String identity) {}

    void answered(long turn, Answer with) {
        answeredAt = turn;
        answer = Optional.of(with);
    }

    long answeredAt() {
        return answeredAt;
    }

    Optional<Answer> answer() {
        return answer;
    }

    /** Whether both were under way at some moment. */
    boolean overlaps(Operation other) {
        return arrived < other.answeredAt && other.arrived < answeredAt;
    }

    String code() {
        return answer.map(Answer::code).orElse("");
    }

    /** The answer's bytes, as far as they can differ. */
    String bytes() {
        return answer.map(it -> it.body().toString()).orElse("");
    }

    @Override
    public String toString() {
        return kind + " " + orderNumber + " " + transaction + " " + identity + " [" + arrived + ","
                + (answer.isEmpty() ? "-" : Long.toString(answeredAt)) + "] " + code();
    }
}
