package gyeolje.bench;

import gyeolje.bench.load.Sellers;
import gyeolje.bench.load.Work.Kind;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The whole run: the ceilings first, then the gateway against them. */
final class Benchmark {
    private static final int[] SLOW_MILLIS = {300, 1_000};
    private static final double[] SHARES = {0.1, 0.25, 0.5, 0.75, 0.9};
    /** So seldom that each request finds everybody idle. */
    private static final double SINGLE_A_SECOND = 50;

    private final Options options;
    private final Databases databases;
    private final Progress progress;
    private final Measuring measuring;
    private final List<Overload> overloads = new ArrayList<>();

    Benchmark(Options options, Databases databases, Progress progress) {
        this.options = options;
        this.databases = databases;
        this.progress = progress;
        this.measuring = new Measuring(options, databases, progress);
    }

    Results run(Results.Circumstances circumstances)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        if (options.wants(Part.CEILINGS))
            measuring.measured().addAll(new Ceilings(options, databases, progress).measure());
        if (Part.OF_ONE_GATEWAY.stream().anyMatch(options::wants)) gateway();
        if (options.wants(Part.STORELESS)) new Storeless(measuring).measure();
        if (options.wants(Part.CROWD)) new Crowd(measuring).measure();
        if (options.wants(Part.STORED) && options.stored() > 0) new StoredPayments(measuring).measure();
        return new Results(circumstances, measuring.measured(), overloads);
    }

    private void gateway() throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        progress.say("starting the gateway, with " + 2 * options.merchants() + " merchants");
        try (var world = World.usual(options, "gateway", databases.fresh("gateway"))) {
            if (options.wants(Part.ORDERS)) orders(world);
            if (options.wants(Part.PAYMENTS)) payments(world);
            if (options.wants(Part.CANCELS))
                measuring.fastestPayments(world, Names.CANCELS, Kind.CANCEL, measuring.many());
            if (options.wants(Part.SINGLE)) single(world);
            if (options.wants(Part.LATENCY)) latency(world);
            if (options.wants(Part.OVERLOAD)) overloads.addAll(new Overloading(measuring, world).measure());
            if (options.wants(Part.SLOW)) slow(world);
        }
    }

    private void orders(World world) throws IOException, InterruptedException {
        measuring.warm(world);
        orders(world, Names.ORDERS, Town.unlimitedSellers(options.merchants()));
        orders(world, Names.ORDERS_OF_ONE, Town.unlimitedSellers(1));
        orders(world, Names.ORDERS_LIMITED, Town.limitedSellers(options.merchants()));
    }

    private void orders(World world, String name, Sellers sellers) throws IOException, InterruptedException {
        measuring.fastest(world, name, Kind.ORDER, measuring.endless(sellers));
    }

    private void payments(World world) throws IOException, InterruptedException {
        measuring.warmPayments(world);
        int merchants = options.merchants();
        measuring.fastestPayments(world, Names.PAYMENTS, Kind.PAY, Town.unlimitedSellers(merchants));
        measuring.fastestPayments(world, Names.PAYMENTS_OF_ONE, Kind.PAY, Town.unlimitedSellers(1));
        measuring.fastestPayments(world, Names.PAYMENTS_LIMITED, Kind.PAY, Town.limitedSellers(merchants));
        measuring.fastestPayments(world, Names.PAYMENTS_OF_ONE_LIMITED, Kind.PAY, Town.limitedSellers(1));
    }

    /** One request at a time, and nobody else. */
    private void single(World world) throws IOException, InterruptedException {
        int pays = (int) (SINGLE_A_SECOND * options.seconds()) + 1;
        var orders = measuring.endless(measuring.many());
        measuring.measure(world, Names.SINGLE_ORDER, Kind.ORDER, orders, SINGLE_A_SECOND, SINGLE_A_SECOND, 1);
        var work = measuring.pays(world, measuring.many(), pays);
        measuring.measure(world, Names.SINGLE_PAY, Kind.PAY, work, SINGLE_A_SECOND, SINGLE_A_SECOND, 1);
    }

    /** Requests at shares of the capacity just measured, each sent when it is due. */
    private void latency(World world) throws IOException, InterruptedException {
        var orders = measuring.capacity(Names.ORDERS);
        var payments = measuring.capacity(Names.PAYMENTS);
        for (double share : SHARES) {
            if (orders.isPresent()) ordersAt(world, Names.share(Names.ORDERS_AT, share), share * orders.get());
            if (payments.isPresent())
                measuring.paymentsAt(world, Names.share(Names.PAYMENTS_AT, share), share * payments.get());
        }
    }

    private void ordersAt(World world, String name, double rate) throws IOException, InterruptedException {
        var work = measuring.endless(measuring.many());
        measuring.measure(world, name, Kind.ORDER, work, rate, rate, options.connections());
    }

    /** An acquirer that takes its time costs the gateway waiting, not work; many wait at once. */
    private void slow(World world) throws IOException, InterruptedException {
        for (int millis : SLOW_MILLIS) {
            int pool = (int) Math.min(
                    options.slowConnections() * 1000.0 / millis * options.seconds() * 1.2,
                    10_000.0 * options.seconds());
            var work = measuring.whole(world, measuring.many(), pool, false);
            world.delayApprovals(millis);
            measuring.measure(world, Names.slow(millis), Kind.PAY, work, 0, 0, options.slowConnections());
            world.delayApprovals(0);
        }
    }
}
