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
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole run: the ceilings first, then the gateway against them. */
final class Benchmark {
    private static final int[] SLOW_MILLIS = {300, 1_000};
    private static final double[] SHARES = {0.1, 0.25, 0.5, 0.75, 0.9};
    private static final int SIGNED_A_SECOND = 60_000;
    private static final int MOST_WARMING_ORDERS = 150_000;
    private static final int WARMING_ORDERS_EACH = 600;
    /** Until the compiler has nothing left to do: a payment that runs half compiled costs three times as much. */
    private static final int MOST_WARMING_PAYMENTS = 60_000;

    private static final int WARMING_PAYMENTS_A_SECOND = 6_000;
    private static final int WARMING_PAYMENTS_EACH = 240;
    private static final int MOST_RATING_PAYMENTS = 8_000;
    private static final int RATING_PAYMENTS_EACH = 40;
    private static final Duration UNTIL_DONE = Duration.ofMinutes(5);

    private final Options options;
    private final Databases databases;
    private final Progress progress;
    private final List<Measurement> measured = new ArrayList<>();

    Benchmark(Options options, Databases databases, Progress progress) {
        this.options = options;
        this.databases = databases;
        this.progress = progress;
    }

    List<Measurement> run() throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        if (options.wants("ceilings")) measured.addAll(new Ceilings(options, databases, progress).measure());
        progress.say("starting the gateway, with " + 2 * options.merchants() + " merchants");
        try (var world = new World(options, databases.fresh("gateway"))) {
            if (options.wants("orders")) orders(world);
            if (options.wants("payments")) payments(world);
            if (options.wants("cancels")) cancels(world);
            if (options.wants("latency")) latency(world);
            if (options.wants("slow")) slow(world);
        }
        return measured;
    }

    private void orders(World world) throws IOException, InterruptedException {
        var many = Town.unlimitedSellers(options.merchants());
        warm(world, many);
        fastest(world, Names.ORDERS, Kind.ORDER, endless(many));
        fastest(world, Names.ORDERS_OF_ONE, Kind.ORDER, endless(Town.unlimitedSellers(1)));
        fastest(world, Names.ORDERS_LIMITED, Kind.ORDER, endless(Town.limitedSellers(options.merchants())));
    }

    private Orders endless(Sellers sellers) {
        return Orders.endless(sellers, (int) (SIGNED_A_SECOND * options.seconds()));
    }

    /** Until the code is compiled: so many requests, or four times the length of a figure. */
    private void warm(World world, Sellers sellers) throws IOException {
        progress.say("warming up");
        var work = Orders.toBePaid(sellers, Math.min(MOST_WARMING_ORDERS, WARMING_ORDERS_EACH * options.connections()));
        try (var generator = new Generator(world.gateway().port(), options.connections())) {
            generator.asFastAsPossible(work, length().multipliedBy(4));
        }
    }

    private void payments(World world) throws IOException, InterruptedException {
        warmPayments(world);
        payments(world, Names.PAYMENTS, Kind.PAY, Town.unlimitedSellers(options.merchants()));
        payments(world, Names.PAYMENTS_OF_ONE, Kind.PAY, Town.unlimitedSellers(1));
        payments(world, Names.PAYMENTS_LIMITED, Kind.PAY, Town.limitedSellers(options.merchants()));
        payments(world, Names.PAYMENTS_OF_ONE_LIMITED, Kind.PAY, Town.limitedSellers(1));
    }

    private void warmPayments(World world) throws IOException {
        progress.say("warming up the payments");
        int most = Math.min(MOST_WARMING_PAYMENTS, (int) (WARMING_PAYMENTS_A_SECOND * options.seconds()));
        int pool = Math.min(most, WARMING_PAYMENTS_EACH * options.connections());
        var work = whole(world, Town.unlimitedSellers(options.merchants()), pool, false);
        try (var generator = new Generator(world.gateway().port(), options.connections())) {
            generator.asFastAsPossible(work, UNTIL_DONE);
        }
    }

    private void cancels(World world) throws IOException, InterruptedException {
        payments(world, Names.CANCELS, Kind.CANCEL, Town.unlimitedSellers(options.merchants()));
    }

    private void payments(World world, String name, Kind counted, Sellers sellers)
            throws IOException, InterruptedException {
        double rate = payingRate(world, sellers, counted, options.connections());
        int pool = (int) (1.5 * rate * options.seconds());
        fastest(world, name, counted, whole(world, sellers, pool, counted == Kind.CANCEL));
    }

    /** How many payments must be prepared for a second. */
    private double payingRate(World world, Sellers sellers, Kind counted, int connections) throws IOException {
        int pool = Math.min(MOST_RATING_PAYMENTS, RATING_PAYMENTS_EACH * connections);
        var work = whole(world, sellers, pool, counted == Kind.CANCEL);
        try (var generator = new Generator(world.gateway().port(), connections)) {
            return generator.asFastAsPossible(work, UNTIL_DONE).perSecond(counted);
        }
    }

    /** Places orders and authenticates their buyers, so that only the payments are measured. */
    private Payments whole(World world, Sellers sellers, int pool, boolean cancelling) throws IOException {
        var orders = Orders.toBePaid(sellers, pool);
        try (var generator = new Generator(world.gateway().port(), options.connections())) {
            generator.asFastAsPossible(orders, UNTIL_DONE);
        }
        return new Payments(sellers, new Pays(sellers, orders, World.SANDBOX_SEED), pool, cancelling);
    }

    private void fastest(World world, String name, Kind counted, Work work) throws IOException, InterruptedException {
        measure(world, name, counted, work, 0, 0, options.connections());
    }

    /** Requests at shares of the capacity just measured, each sent when it is due. */
    private void latency(World world) throws IOException, InterruptedException {
        var many = Town.unlimitedSellers(options.merchants());
        var orders = capacity(Names.ORDERS);
        var payments = capacity(Names.PAYMENTS);
        for (double share : SHARES) {
            if (orders.isPresent()) {
                double rate = share * orders.get();
                measure(
                        world,
                        Names.share(Names.ORDERS_AT, share),
                        Kind.ORDER,
                        endless(many),
                        rate,
                        rate,
                        options.connections());
            }
            if (payments.isPresent()) {
                double rate = share * payments.get();
                var work = whole(world, many, (int) (rate * options.seconds()) + options.connections(), false);
                measure(
                        world,
                        Names.share(Names.PAYMENTS_AT, share),
                        Kind.PAY,
                        work,
                        rate,
                        2 * rate,
                        options.connections());
            }
        }
    }

    private Optional<Double> capacity(String name) {
        return measured.stream()
                .filter(it -> it.name().equals(name))
                .map(Measurement::perSecond)
                .findFirst();
    }

    /** An acquirer that takes its time costs the gateway waiting, not work; many wait at once. */
    private void slow(World world) throws IOException, InterruptedException {
        var many = Town.unlimitedSellers(options.merchants());
        for (int millis : SLOW_MILLIS) {
            int pool = (int) Math.min(
                    options.slowConnections() * 1000.0 / millis * options.seconds() * 1.2,
                    10_000.0 * options.seconds());
            var work = whole(world, many, pool, false);
            world.delayApprovals(millis);
            measure(world, Names.SLOW + millis + " ms", Kind.PAY, work, 0, 0, options.slowConnections());
            world.delayApprovals(0);
        }
    }

    private void measure(
            World world, String name, Kind counted, Work work, double offered, double requests, int connections)
            throws IOException, InterruptedException {
        progress.say(name);
        System.gc();
        try (var generator = new Generator(world.gateway().port(), connections)) {
            var meter = new Meter(databases, world.gateway(), Optional.of(world.sandbox()));
            meter.begin();
            Outcome outcome = requests == 0
                    ? generator.asFastAsPossible(work, length())
                    : generator.atRate(work, requests, length());
            measured.add(Measurement.of(name, counted, outcome, offered, meter.end(outcome.count(counted))));
        }
    }

    private Duration length() {
        return options.figure();
    }
}
