package gyeolje.simulation;

import gyeolje.gateway.flow.Answer;
import java.util.Set;

/** Compares what a merchant is told with record and ledger, at the moment it is told. */
final class AnswerJudge {
    private static final Set<String> PAID = Set.of("PAID", "CANCELLING", "CANCELLED");

    private final World world;

    AnswerJudge(World world) {
        this.world = world;
    }

    void heard(Operation.Request request, Answer answer) {
        if (isStranger(request)) {
            stranger(request, answer);
            return;
        }
        if (!answer.code().equals("0000")) return;
        switch (request.kind()) {
            case ORDER -> ordered(request, answer);
            case PAY -> paid(request, answer);
            case CANCEL -> cancelled(request);
        }
    }

    private boolean isStranger(Operation.Request request) {
        return world.book()
                .find(request.transaction())
                .filter(entry -> !entry.merchant.equals(request.merchant()))
                .isPresent();
    }

    private void stranger(Operation.Request request, Answer answer) {
        var expected = request.kind() == Operation.Kind.PAY ? "8001=주문정보가 없습니다." : "1004=취소 대상건이 없습니다.";
        var heard = answer.code() + "=" + answer.body().get("responseMsg");
        boolean knowsNothing = heard.equals(expected) && answer.body().size() == 2;
        require(
                knowsNothing || answer.code().equals("9001"),
                "I7",
                request + " of another merchant's payment heard " + answer.body());
    }

    private void ordered(Operation.Request request, Answer answer) {
        var id = answer.body().getOrDefault("ordr_idxx", "");
        var entry = world.book().find(id);
        require(entry.isPresent(), "I3", request + " heard of " + id + ", which is not recorded");
        entry.ifPresent(it -> require(
                it.merchant.equals(request.merchant())
                        && it.orderNumber.equals(request.orderNumber())
                        && Long.toString(it.won).equals(answer.body().get("good_mny")),
                "I6",
                request + " heard " + answer.body()));
    }

    private void paid(Operation.Request request, Answer answer) {
        var id = request.transaction();
        require(
                PAID.contains(world.book().state(id)),
                "I3",
                "0000 for " + id + ", which is " + world.book().state(id));
        var trades = world.ledger().of(id);
        var amount = answer.body().getOrDefault("amount", "");
        require(
                trades.size() == 1 && Long.toString(trades.getFirst().won).equals(amount),
                "I6",
                "0000 for " + id + " over " + amount + ", while the acquirer has " + trades.size() + " approvals");
        require(id.equals(answer.body().get("transactionId")), "I13", request + " heard " + answer.body());
        require(request.orderNumber().equals(answer.body().get("orderNumber")), "I7", request + " heard another order");
    }

    private void cancelled(Operation.Request request) {
        var id = request.transaction();
        require(
                world.book().state(id).equals("CANCELLED"),
                "I3",
                "0000 for the cancel of " + id + ", which is " + world.book().state(id));
        require(world.ledger().live(id).isEmpty(), "I5", "0000 for the cancel of " + id + ", whose money is not back");
    }

    private void require(boolean holds, String promise, String what) {
        world.court().require(holds, promise, what);
    }
}
