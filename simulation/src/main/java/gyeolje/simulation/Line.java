package gyeolje.simulation;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One request and its answer between a host and the bank: not sent at all, lost on the way there or back, slow, sent twice by a
 * nervous network, answered after the deadline, which is the same as never.
 */
final class Line {
    /** Where the bank puts its answer; only the first that arrives in time is heard. */
    @FunctionalInterface
    interface Call<T> {
        void answer(Supplier<T> reading);
    }

    private final World world;
    private final Host host;

    Line(World world, Host host) {
        this.world = world;
        this.host = host;
    }

    <T> T call(String what, boolean deaf, Supplier<T> notSent, Supplier<T> silence, Consumer<Call<T>> atTheBank) {
        world.hostMayFail(host);
        var chance = world.chance();
        var faults = world.setting().acquirer();
        if (chance.happens(faults.outage())) world.acquirerIsAway();
        boolean unsent = chance.happens(faults.notSent());
        boolean lost = !unsent && (deaf || chance.happens(faults.requestLost()));
        long first = transit();
        long second = !unsent && !lost && chance.happens(faults.sentTwice()) ? transit() : -1;
        return world.baton().await(host, reply -> {
            if (unsent || world.isAcquirerAway()) {
                note(what, "is not sent");
                world.baton().in(first, host, () -> reply.answer(notSent));
                return;
            }
            world.baton().in(deadline(), host, () -> {
                if (!reply.isOver()) note(what, "gets no answer");
                reply.answer(silence);
            });
            note(what, lost ? "is lost on the way" : "is sent");
            if (lost) return;
            Call<T> call = reading -> answer(what, reply, reading);
            world.baton().in(first, world.outside(), () -> atTheBank.accept(call));
            if (second >= 0) world.baton().in(first + second, world.outside(), () -> atTheBank.accept(call));
        });
    }

    private <T> void answer(String what, Reply<T> reply, Supplier<T> reading) {
        if (world.chance().happens(world.setting().acquirer().answerLost())) {
            note("answer to", what, "is lost");
            return;
        }
        world.baton().in(transit(), host, () -> {
            note("answer to", what, reply.isOver() ? "comes too late" : "arrives");
            reply.answer(reading);
        });
    }

    private long deadline() {
        return world.setting().patience().acquirer().toNanos() / 1000;
    }

    private long transit() {
        return world.chance().heavy(5_000, 2 * Setting.SECOND);
    }

    private void note(String... what) {
        world.trace().note(world.baton().now(), host.name, what);
    }
}
