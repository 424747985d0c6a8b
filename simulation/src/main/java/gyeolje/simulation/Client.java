package gyeolje.simulation;

import gyeolje.core.payment.ResponseCode;
import gyeolje.core.payment.StoreException;
import gyeolje.gateway.flow.Answer;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The merchants' way to one of the nodes and back: requests and answers take their time and may get lost. */
final class Client {
    private final World world;
    private final BiConsumer<Operation.Request, Answer> onAnswer;

    /** @param onAnswer sees every answer as it leaves a node, with what was asked */
    Client(World world, BiConsumer<Operation.Request, Answer> onAnswer) {
        this.world = world;
        this.onAnswer = onAnswer;
    }

    /** Empty when no answer came in time; what became of the request is then unknown. */
    Optional<Answer> send(Operation.Request request, boolean recorded, Function<Node.Flows, Answer> call) {
        var chance = world.chance();
        var baton = world.baton();
        var node = world.nodes().get(chance.below(world.nodes().size()));
        long patience = chance.between(15 * Setting.SECOND, 30 * Setting.SECOND);
        return baton.await(world.outside(), reply -> {
            baton.in(patience, world.outside(), () -> reply.answer(Optional::empty));
            baton.in(transit(), world.outside(), () -> arrive(node, request, recorded, call, reply));
        });
    }

    private void arrive(
            Node node,
            Operation.Request request,
            boolean recorded,
            Function<Node.Flows, Answer> call,
            Reply<Optional<Answer>> reply) {
        var host = node.host();
        var flows = node.flows();
        if (flows.isEmpty()) {
            world.baton().in(transit(), world.outside(), () -> reply.answer(Optional::empty));
            return;
        }
        // A stopped host accepts connections and serves them when it wakes up.
        world.baton()
                .in(
                        0,
                        host,
                        () -> world.baton().start(host, () -> {
                            var operation = recorded
                                    ? Optional.of(world.history().arrived(request))
                                    : Optional.<Operation>empty();
                            note(host, "gets", request.toString());
                            var answer = answer(request, flows.get(), call);
                            note(
                                    host,
                                    "answers",
                                    request.toString(),
                                    answer.body().toString());
                            operation.ifPresent(it -> world.history().answered(it, answer));
                            onAnswer.accept(request, answer);
                            world.baton().in(transit(), world.outside(), () -> reply.answer(() -> Optional.of(answer)));
                        }));
    }

    /** What the listener makes of a flow that throws. */
    private Answer answer(Operation.Request request, Node.Flows flows, Function<Node.Flows, Answer> call) {
        try {
            return call.apply(flows);
        } catch (StoreException e) {
            return Answer.overloaded(503);
        } catch (RuntimeException e) {
            world.court().blame("no bug", request + " ended with " + e);
            return Answer.of(ResponseCode.ASK_OPERATOR);
        }
    }

    private long transit() {
        return world.chance().heavy(1_000, Setting.SECOND);
    }

    private void note(Host host, String... what) {
        world.trace().note(world.baton().now(), host.name, what);
    }
}
