package gyeolje.simulation;

import gyeolje.core.payment.Acquirer;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Order;
import gyeolje.gateway.flow.Breaker;
import gyeolje.gateway.flow.CancelFlow;
import gyeolje.gateway.flow.OrderFlow;
import gyeolje.gateway.flow.OutcomeRecorder;
import gyeolje.gateway.flow.PayFlow;
import gyeolje.gateway.flow.Resolver;
import gyeolje.gateway.flow.ResolverLoop;
import gyeolje.gateway.flow.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One gateway of the world, put together as its composition root does it; a crash leaves nothing of it but the store. */
final class Node {
    /** How often the gateway's resolver looks for something to do, in microseconds. */
    static final long RESOLVER_PAUSE = Setting.SECOND / 2;

    private static final String RESOLVER_THREAD = "resolver";

    /** What a merchant's request can reach. */
    record Flows(OrderFlow order, PayFlow pay, CancelFlow cancel) {}

    private final World world;
    private final String name;
    private Host host;
    private Optional<Flows> flows = Optional.empty();
    private int starts;

    Node(World world, String name) {
        this.world = world;
        this.name = name;
        this.host = new Host(name);
    }

    Host host() {
        return host;
    }

    Optional<Flows> flows() {
        return host.isAlive() ? flows : Optional.empty();
    }

    void start() {
        long clockError = host.clockError();
        host = new Host(name + ++starts);
        host.setClockError(clockError);
        var started = host;
        world.baton().start(started, () -> flows = Optional.of(put(started)));
        world.baton().runReady();
    }

    /** The resolver's thread is made in here, so that it inherits the world's scheduler. */
    private Flows put(Host started) {
        var time = new VirtualTime(world, started);
        var patience = world.variant().patience().apply(world.setting().patience());
        var store = world.variant().store().apply(new StorePort(world, started, world.store()));
        var acquirer = world.variant().acquirer().apply(new AcquirerPort(world, started));
        var outcomes = new OutcomeRecorder(store, time, patience, _ -> {});
        new ResolverLoop(store, new Resolver(store, acquirer, outcomes, time, patience), time, patience).start();
        var breaker = new Breaker(acquirer, order -> answers(acquirer, order), time, Node::aside);
        return new Flows(
                new OrderFlow(store, breaker, world::drawId, time),
                new PayFlow(store, breaker, outcomes, time, patience, world::drawClaim),
                new CancelFlow(store, breaker, outcomes, time, patience));
    }

    private static boolean answers(Acquirer acquirer, Order order) {
        return !(acquirer.inquire(order, new Trace.Unknown()) instanceof Acquirer.Finding.Unanswered);
    }

    private static void aside(Runnable task) {
        Thread.ofVirtual().name("breaker").start(task);
    }

    /** The clocks of one host: its wall clock may be wrong, its monotonic one never is. */
    private record VirtualTime(World world, Host host) implements Time {
        @Override
        public Instant instant() {
            return world.wall(host);
        }

        @Override
        public long nanos() {
            return world.baton().now() * 1000;
        }

        @Override
        public void sleep(Duration duration) {
            boolean looksOnly = Thread.currentThread().getName().equals(RESOLVER_THREAD);
            world.baton().<Boolean>await(host, reply -> {
                Runnable wakeUp = () -> reply.answer(() -> true);
                if (looksOnly) world.baton().pollIn(duration.toNanos() / 1000, host, wakeUp);
                else world.baton().in(duration.toNanos() / 1000, host, wakeUp);
            });
        }
    }
}
