package gyeolje.bench;

import gyeolje.bench.Measurement.Costs;
import gyeolje.bench.load.Generator;
import gyeolje.bench.load.Orders;
import gyeolje.bench.load.Work.Kind;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the parts could do alone, and what the usual way does: measured in the same run, so that the figures compare. */
final class Ceilings {
    private static final int[] CALLERS = {512, 2048};
    private static final int WARMING_ORDERS = 400_000;
    private static final Duration WARMING = Duration.ofSeconds(3);

    private final Options options;
    private final Databases databases;
    private final Progress progress;
    private final List<Measurement> measured = new ArrayList<>();

    Ceilings(Options options, Databases databases, Progress progress) {
        this.options = options;
        this.databases = databases;
        this.progress = progress;
    }

    List<Measurement> measure() throws IOException, InterruptedException, SQLException {
        http();
        store();
        naive();
        return measured;
    }

    private void http() throws IOException, InterruptedException {
        try (var child = ChildProcess.start(options.folder(), List.of(), "http", Integer.toString(World.freePort()))) {
            http(child, Names.HTTP, options.connections());
            if (options.wants(Part.OVERLOAD))
                http(child, Names.http(options.overloadConnections()), options.overloadConnections());
        }
    }

    private void http(ChildProcess child, String name, int connections) throws IOException, InterruptedException {
        progress.say(name);
        var sellers = Town.unlimitedSellers(options.merchants());
        try (var generator = new Generator(child.port(), connections)) {
            var meter = new Meter(databases, child, Optional.empty());
            generator.asFastAsPossible(Orders.endless(sellers, WARMING_ORDERS), WARMING);
            var work = Orders.endless(sellers, (int) (150_000 * options.seconds()));
            meter.begin();
            var outcome = generator.asFastAsPossible(work, length());
            var costs = meter.end(outcome.count(Kind.ORDER));
            measured.add(Measurement.of(name, Kind.ORDER, outcome, 0, costs));
        }
    }

    private void store() throws IOException, InterruptedException, SQLException {
        progress.say("ceiling: store");
        try (var child = ChildProcess.start(
                options.folder(),
                List.of(),
                "store",
                databases.fresh("ceiling"),
                Integer.toString(options.merchants()))) {
            child.ask("payment " + CALLERS[0] + " " + length().toMillis() / 2, patience());
            measured.add(best(child, Names.STORE_ORDERS, "order", CALLERS));
            measured.add(best(child, Names.STORE_PAYMENTS, "payment", CALLERS));
        }
    }

    private void naive() throws IOException, InterruptedException, SQLException {
        progress.say("naive peer: one commit each");
        try (var child = ChildProcess.start(
                options.folder(),
                List.of(),
                "naive",
                databases.fresh("naive"),
                Integer.toString(options.merchants()))) {
            int connections = databases.naiveConnections();
            child.ask("payment " + connections + " " + length().toMillis() / 2, patience());
            measured.add(best(child, Names.NAIVE_ORDERS, "order", connections));
            measured.add(best(child, Names.NAIVE_PAYMENTS, "payment", connections));
        }
    }

    private Measurement best(ChildProcess child, String name, String what, int... callers)
            throws IOException, InterruptedException {
        Optional<Measurement> best = Optional.empty();
        for (int count : callers) {
            var one = round(child, name, what, count);
            if (best.isEmpty() || best.get().perSecond() < one.perSecond()) best = Optional.of(one);
        }
        return best.orElseThrow();
    }

    private Measurement round(ChildProcess child, String name, String what, int callers)
            throws IOException, InterruptedException {
        var meter = new Meter(databases, child, Optional.empty());
        var answer = child.ask(what + " " + callers + " " + length().toMillis(), patience())
                .split(" ", -1);
        long count = Long.parseLong(answer[0]);
        double seconds = Long.parseLong(answer[1]) / 1e9;
        Costs costs = meter.end(count);
        return new Measurement(name, what + "s", count / seconds, seconds, 0, List.of(), Map.of(), costs);
    }

    private Duration length() {
        return options.figure();
    }

    private Duration patience() {
        return length().plusSeconds(60);
    }
}
