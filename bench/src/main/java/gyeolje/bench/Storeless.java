package gyeolje.bench;

import gyeolje.bench.load.Work.Kind;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The same gateway with a table in memory in place of its store: what HTTP, the flows and the acquirer take of the machine before
 * anything is durable. No store, however fast, makes payments faster than that.
 */
final class Storeless {
    /** It keeps every order as an object: each is copied once, and no collection of the whole heap comes in between. */
    private static final List<String> HEAP = List.of("-Xms3g", "-Xmx3g", "-Xmn128m", "-XX:MaxTenuringThreshold=0");

    private static final double HALF = 0.5;

    private final Measuring measuring;
    private final Options options;

    Storeless(Measuring measuring) {
        this.measuring = measuring;
        this.options = measuring.options();
    }

    void measure() throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        measuring.progress().say("starting a gateway without a store");
        var javaOptions = new ArrayList<>(HEAP);
        javaOptions.addAll(options.gatewayOptions());
        var setup = new World.Setup(
                World.STORELESS,
                "storeless",
                measuring.databases().fresh("storeless"),
                World.USUAL_UPSTREAM,
                World.USUAL_CONNECTIONS,
                List.copyOf(javaOptions));
        try (var world = World.start(options, setup)) {
            measuring.warm(world);
            measuring.fastest(world, Names.STORELESS_ORDERS, Kind.ORDER, measuring.endless(measuring.many()));
            measuring.warmPayments(world);
            measuring.fastestPayments(world, Names.STORELESS_PAYMENTS, Kind.PAY, measuring.many());
            var capacity = measuring.capacity(Names.PAYMENTS);
            if (capacity.isPresent()) measuring.paymentsAt(world, Names.STORELESS_HALF, HALF * capacity.get());
        }
    }
}
