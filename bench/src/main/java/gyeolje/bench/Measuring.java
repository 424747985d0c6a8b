package gyeolje.bench;

import gyeolje.bench.load.Generator;
import gyeolje.bench.load.Orders;
import gyeolje.bench.load.Outcome;
import gyeolje.bench.load.Payments;
import gyeolje.bench.load.Pays;
import gyeolje.bench.load.Sellers;
import gyeolje.bench.load.Work;
import gyeolje.bench.load.Work.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prepares work, warms up and takes figures; keeps what was measured. */
final class Measuring {
    private static final int SIGNED_A_SECOND = 60_000;
    private static final int MOST_WARMING_ORDERS = 600_000;
    private static final int WARMING_ORDERS_A_SECOND = 60_000;
    /** Until the compiler has nothing left to do: a payment that runs half compiled costs three times as much. */
    private static final int MOST_WARMING_PAYMENTS = 200_000;

    private static final int WARMING_PAYMENTS_A_SECOND = 20_000;
    private static final int MOST_RATING_PAYMENTS = 8_000;
    private static final int RATING_PAYMENTS_A_SECOND = 3_000;
    private static final int RATING_PAYMENTS_EACH = 40;
    private static final Duration UNTIL_DONE = Duration.ofMinutes(5);

    private final Options options;
    private final Databases databases;
    private final Progress progress;
    private final List<Measurement> measured = new ArrayList<>();

    Measuring(Options options, Databases databases, Progress progress) {
        this.options = options;
        this.databases = databases;
        this.progress = progress;
    }

    Options options() {
        return options;
    }

    Databases databases() {
        return databases;
    }

    Progress progress() {
        return progress;
    }

    List<Measurement> measured() {
        return measured;
    }

    /** The throughput of a figure that was measured before. */
    Optional<Double> capacity(String name) {
        return measured.stream()
                .filter(it -> it.name().equals(name))
                .map(Measurement::perSecond)
                .findFirst();
    }

    Sellers many() {
        return Town.unlimitedSellers(options.merchants());
    }

    Orders endless(Sellers sellers) {
        return Orders.endless(sellers, (int) (SIGNED_A_SECOND * options.seconds()));
    }

    /** Until the code is compiled: so many requests, or four times the length of a figure. */
    void warm(World world) throws IOException {
        progress.say("warming up");
        int most = Math.min(MOST_WARMING_ORDERS, (int) (WARMING_ORDERS_A_SECOND * options.seconds()));
        var work = Orders.toBePaid(many(), most);
        asFastAsPossible(world, work, options.connections(), figures(4));
    }

    /** As above, and longer: a payment is more code. */
    void warmPayments(World world) throws IOException {
        progress.say("warming up the payments");
        int most = Math.min(MOST_WARMING_PAYMENTS, (int) (WARMING_PAYMENTS_A_SECOND * options.seconds()));
        asFastAsPossible(world, whole(world, many(), most, false), options.connections(), figures(8));
    }

    private Outcome asFastAsPossible(World world, Work work, int connections, Duration length) throws IOException {
        try (var generator = new Generator(world.gateway().port(), connections)) {
            return generator.asFastAsPossible(work, length);
        } catch (IOException | UncheckedIOException e) {
            throw world.failed("preparing", e);
        }
    }

    Measurement fastest(World world, String name, Kind counted, Work work) throws IOException, InterruptedException {
        return measure(world, name, counted, work, 0, 0, options.connections());
    }

    /** Payments as fast as they go; how many must be prepared is tried first. */
    Measurement fastestPayments(World world, String name, Kind counted, Sellers sellers)
            throws IOException, InterruptedException {
        boolean cancelling = counted == Kind.CANCEL;
        int most = Math.min(MOST_RATING_PAYMENTS, (int) (RATING_PAYMENTS_A_SECOND * options.seconds()));
        int trial = Math.min(most, RATING_PAYMENTS_EACH * options.connections());
        var rate = asFastAsPossible(world, whole(world, sellers, trial, cancelling), options.connections(), figures(4))
                .perSecond(counted);
        int pool = (int) (1.5 * rate * options.seconds());
        return fastest(world, name, counted, whole(world, sellers, pool, cancelling));
    }

    /** So many payments a second, each sent when it is due. */
    void paymentsAt(World world, String name, double rate) throws IOException, InterruptedException {
        int pool = (int) (rate * options.seconds()) + options.connections();
        var work = whole(world, many(), pool, false);
        measure(world, name, Kind.PAY, work, rate, 2 * rate, options.connections());
    }

    /** Places orders and authenticates their buyers, so that only the payments are measured. */
    Payments whole(World world, Sellers sellers, int pool, boolean cancelling) throws IOException {
        return new Payments(sellers, pays(world, sellers, pool), pool, cancelling);
    }

    Pays pays(World world, Sellers sellers, int count) throws IOException {
        var orders = Orders.toBePaid(sellers, count);
        asFastAsPossible(world, orders, options.connections(), UNTIL_DONE);
        return new Pays(sellers, orders, World.SANDBOX_SEED);
    }

    /**
     * Takes one figure.
     *
     * @param offered how many of what is counted are offered a second; 0: as many as go
     * @param requests how many requests that takes a second
     */
    Measurement measure(
            World world, String name, Kind counted, Work work, double offered, double requests, int connections)
            throws IOException, InterruptedException {
        progress.say(name);
        System.gc();
        try (var generator = new Generator(world.gateway().port(), connections)) {
            var meter = new Meter(databases, world.gateway(), Optional.of(world.sandbox()));
            var profiling = profiling(world, name);
            meter.begin();
            Outcome outcome = requests == 0
                    ? generator.asFastAsPossible(work, length())
                    : generator.atRate(work, requests, length());
            var costs = meter.end(outcome.count(counted));
            var measurement = Measurement.of(name, counted, outcome, offered, costs);
            measured.add(measurement);
            if (profiling.isPresent()) profiling.get().end(progress.out());
            return measurement;
        } catch (IOException | UncheckedIOException e) {
            throw world.failed("measuring " + name, e);
        }
    }

    private Optional<Profiling> profiling(World world, String name) throws IOException, InterruptedException {
        if (options.profile().isEmpty() || !Profiling.isOf(name)) return Optional.empty();
        return Optional.of(Profiling.start(options.profile().get(), name, world.gateway()));
    }

    private Duration figures(int count) {
        return length().multipliedBy(count);
    }

    Duration length() {
        return options.figure();
    }
}
