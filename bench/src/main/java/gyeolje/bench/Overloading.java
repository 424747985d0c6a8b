package gyeolje.bench;

import gyeolje.bench.load.Generator;
import gyeolje.bench.load.Orders;
import gyeolje.bench.load.Pace.Step;
import gyeolje.bench.load.Timeline;
import gyeolje.bench.load.Work;
import gyeolje.bench.load.Work.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Half the capacity, twice the capacity, and half again, without a pause between. */
final class Overloading {
    private static final double NORMAL = 0.5;
    private static final double TOO_MUCH = 2;
    /** A queue that is as long as the connections allow must have time to fill, or nothing is overloaded. */
    private static final int TIMES_A_FIGURE = 3;

    private static final Duration ENOUGH = Duration.ofSeconds(10);
    private static final int WINDOWS = 20;

    private final Measuring measuring;
    private final World world;
    private final long length;
    private final int inFlight;

    Overloading(Measuring measuring, World world) {
        this.measuring = measuring;
        this.world = world;
        long figure = measuring.length().toNanos();
        this.length = Math.max(figure, Math.min(TIMES_A_FIGURE * figure, ENOUGH.toNanos()));
        this.inFlight = measuring.options().overloadConnections();
    }

    List<Overload> measure() throws IOException {
        var found = new ArrayList<Overload>();
        var orders = measuring.capacity(Names.ORDERS);
        if (orders.isPresent()) {
            var work = Orders.endless(measuring.many(), needed(orders.get()));
            found.add(measure(Names.ORDERS, Kind.ORDER, work, orders.get(), 1));
        }
        var payments = measuring.capacity(Names.PAYMENTS);
        if (payments.isPresent()) {
            var work = measuring.whole(world, measuring.many(), needed(payments.get()), false);
            found.add(measure(Names.PAYMENTS, Kind.PAY, work, payments.get(), 2));
        }
        return found;
    }

    private int needed(double capacity) {
        return (int) (capacity * (2 * NORMAL + TOO_MUCH) * length / 1e9) + inFlight;
    }

    private Overload measure(String name, Kind counted, Work work, double capacity, int requestsEach)
            throws IOException {
        measuring.progress().say(name + ", overloaded");
        long window = Math.max(1, length / WINDOWS);
        var timeline = new Timeline(counted, window);
        double normal = NORMAL * capacity * requestsEach;
        double tooMuch = TOO_MUCH * capacity;
        var steps = List.of(
                new Step(normal, WINDOWS * window),
                new Step(tooMuch * requestsEach, WINDOWS * window),
                new Step(normal, WINDOWS * window));
        try (var generator = new Generator(world.gateway().port(), inFlight)) {
            generator.atRates(work, steps, timeline);
        } catch (IOException | UncheckedIOException e) {
            throw world.failed("overloading it with " + name, e);
        }
        return Overload.of(name, capacity, tooMuch, inFlight, timeline, WINDOWS, 2 * WINDOWS);
    }
}
