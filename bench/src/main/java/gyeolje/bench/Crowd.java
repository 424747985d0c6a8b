package gyeolje.bench;

import gyeolje.bench.load.Work.Kind;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * So many pays in flight that each waits for an acquirer of one second: how much memory waiting takes, and whether anybody is refused.
 * The gateway has a gibibyte of heap, and as many connections upstream as its open files allow; the rest wait for one of those.
 */
final class Crowd {
    static final int ACQUIRER_MILLIS = 1_000;
    private static final String HEAP = "-Xmx1g";
    private static final double MOST_A_SECOND = 4_000;

    private final Measuring measuring;
    private final Options options;

    Crowd(Measuring measuring) {
        this.measuring = measuring;
        this.options = measuring.options();
    }

    void measure() throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        int upstream = OpenFiles.upstream(options.inFlight());
        measuring.progress().say("starting a gateway with 1 GiB of heap and " + upstream + " connections upstream");
        var javaOptions = new ArrayList<>(options.gatewayOptions());
        javaOptions.add(HEAP);
        var setup = new World.Setup(
                World.GATEWAY,
                "crowd",
                measuring.databases().fresh("crowd"),
                upstream,
                2 * options.inFlight(),
                List.copyOf(javaOptions));
        try (var world = World.start(options, setup)) {
            measuring.warmPayments(world);
            int pays = options.inFlight() + (int) Math.min(MOST_A_SECOND * options.seconds(), 4.0 * options.inFlight());
            var work = measuring.pays(world, measuring.many(), pays);
            world.delayApprovals(ACQUIRER_MILLIS);
            var name = Names.crowd(options.inFlight());
            measuring.measure(world, name, Kind.PAY, work, 0, 0, options.inFlight());
        }
    }
}
