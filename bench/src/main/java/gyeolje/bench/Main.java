package gyeolje.bench;

import com.sun.management.OperatingSystemMXBean;
import gyeolje.gateway.cli.CommandLineErrors;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `./gyeolje bench`. */
@Command(
        name = "gyeolje bench",
        sortOptions = false,
        description = {
            "Measures what the gateway does on this machine against what HTTP, the store and the usual way do in the same run.",
            "이 컴퓨터에서 게이트웨이가 얼마나 빠른지, HTTP·저장소의 한계와 나란히 재요."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Everything runs on this machine: gateway, acquirer look-alike and load generator in a JVM each, so that the CPU of",
            "each can be told. A figure is good only when `others`, the share of the machine that something else took, is small.",
            "Parts for --only: ceilings, orders, payments, cancels, single, latency and overload (need orders or payments), slow,",
            "storeless (not with --quick), crowd, stored (needs --stored).",
            "Exit codes: 0 measured, 1 could not measure or a request was refused, 2 wrong usage."
        })
public final class Main implements Callable<Integer> {
    private static final int CROWD = 10_000;
    private static final int QUICK_CROWD = 2_000;
    private static final int OVERLOADING = 8_192;
    private static final int OVERLOADING_EACH = 32;
    private static final long MOST_STORED_QUICKLY = 100_000;

    /** Which database. */
    enum StoreKind {
        SQLITE,
        POSTGRESQL
    }

    @Option(names = "--store", defaultValue = "sqlite", description = "sqlite (default) or postgresql")
    private StoreKind store = StoreKind.SQLITE;

    @Option(
            names = "--postgres-url",
            paramLabel = "URL",
            description =
                    "jdbc:postgresql://...: makes and drops schemas there; default: a server of its own, as durable as yours")
    private @Nullable String postgresUrl;

    @Option(names = "--connections", defaultValue = "256", description = "of the load (default ${DEFAULT-VALUE})")
    private int connections;

    @Option(
            names = "--slow-connections",
            defaultValue = "2000",
            description = "of the load while the acquirer is slow (default ${DEFAULT-VALUE})")
    private int slowConnections;

    @Option(
            names = "--overload-connections",
            paramLabel = "N",
            description =
                    "of the clients that ask for twice the capacity (default 32 for each of --connections, at most 8192 and what open files allow); what is due while all are busy is not sent")
    private @Nullable Integer overloadConnections;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            description =
                    "pays under way at once while the acquirer takes a second (default 10000, or what open files allow)")
    private @Nullable Integer inFlight;

    @Option(
            names = "--stored",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "also compares a store of N payments with an empty one; 10000000 take minutes and 25 to 35 GiB (default: not)")
    private long stored;

    @Option(names = "--seconds", defaultValue = "10", description = "for each figure (default ${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--merchants",
            defaultValue = "1000",
            description = "when there are many (default ${DEFAULT-VALUE})")
    private int merchants;

    @Option(names = "--quick", description = "less than two minutes in all; the figures are rougher")
    private boolean quick;

    @Option(names = "--only", paramLabel = "PART", split = ",", description = "some parts only, see below")
    private List<Part> only = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "also writes the results there, for scripts")
    private @Nullable Path json;

    @Option(names = "--chart", paramLabel = "FILE", description = "also draws latency over load there, as SVG")
    private @Nullable Path chart;

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description =
                    "samples the gateway's CPU during orders and payments: flight recordings, stacks and flame graphs go there")
    private @Nullable Path profile;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "where the stores lie, on the disk to be measured; emptied of them afterwards (default: a temporary one)")
    private @Nullable Path folder;

    @Option(
            names = "--gateway-option",
            paramLabel = "OPTION",
            description =
                    "a Java option for the gateway's process, such as -XX:StartFlightRecording=filename=gateway.jfr")
    private List<String> gatewayOptions = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "gyeolje/bench/logback.xml");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return CommandLineErrors.plain(new CommandLine(new Main()));
    }

    @Override
    public Integer call() throws Exception {
        requirePositive(connections, "--connections");
        requirePositive(slowConnections, "--slow-connections");
        requirePositive((int) Math.ceil(seconds), "--seconds");
        requirePositive(merchants, "--merchants");
        if (overloadConnections != null) requirePositive(overloadConnections, "--overload-connections");
        if (inFlight != null) requirePositive(inFlight, "--in-flight");
        requireSense();
        var place = folder == null ? Files.createTempDirectory("gyeolje-bench") : Files.createDirectories(folder);
        var run = Files.createTempDirectory(place.toAbsolutePath(), "run");
        try {
            return measure(options(run));
        } finally {
            remove(folder == null ? place : run);
        }
    }

    private void requirePositive(int number, String option) {
        if (number < 1) throw wrong(option + " must be 1 or more");
    }

    private void requireSense() {
        int most = OpenFiles.connections();
        for (int count : new int[] {connections, slowConnections, overloading(), inFlight == null ? 0 : inFlight})
            if (count > most) throw tooManyConnections(count);
        if (inFlight != null && inFlight > OpenFiles.inFlight()) throw tooManyConnections(inFlight);
        if (stored < 0) throw wrong("--stored cannot be negative");
        if (only.contains(Part.STORED) && stored == 0) throw wrong("--only stored needs --stored N");
        boolean measuresCapacity = only.isEmpty() || only.contains(Part.ORDERS) || only.contains(Part.PAYMENTS);
        if (!measuresCapacity && (only.contains(Part.LATENCY) || only.contains(Part.OVERLOAD)))
            throw wrong("latency and overload need the capacity: add orders or payments to --only");
    }

    private CommandLine.ParameterException tooManyConnections(int count) {
        return wrong(count + " connections need more open files than the " + OpenFiles.most()
                + " that this shell allows: raise it (ulimit -n 65536), or ask for fewer");
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private Options options(Path run) {
        return new Options(
                store == StoreKind.POSTGRESQL,
                Optional.ofNullable(postgresUrl),
                connections,
                slowConnections,
                overloading(),
                crowd(),
                quick ? Math.min(MOST_STORED_QUICKLY, stored) : stored,
                Duration.ofMillis((long) (1_000 * (quick ? Math.min(1, seconds) : seconds))),
                quick ? Math.min(200, merchants) : merchants,
                run,
                gatewayOptions,
                Optional.ofNullable(profile),
                parts());
    }

    private Set<Part> parts() {
        if (!only.isEmpty()) return Set.copyOf(only);
        return quick ? EnumSet.complementOf(EnumSet.of(Part.STORELESS)) : EnumSet.allOf(Part.class);
    }

    private int overloading() {
        if (overloadConnections != null) return overloadConnections;
        return Math.min(OpenFiles.connections(), Math.min(OVERLOADING, OVERLOADING_EACH * connections));
    }

    private int crowd() {
        if (inFlight != null) return inFlight;
        return Math.min(quick ? QUICK_CROWD : CROWD, OpenFiles.inFlight());
    }

    private int measure(Options options) throws Exception {
        var out = spec.commandLine().getOut();
        var progress = new Progress(spec.commandLine().getErr());
        try (var databases = databases(options)) {
            var results = new Benchmark(options, databases, progress).run(circumstances(options, databases));
            new Table(out).print(results);
            if (json != null) JsonReport.write(results, json);
            if (chart != null) Files.writeString(chart, LoadChart.of(results));
            if (results.refusals() == 0) return 0;
            progress.say(results.refusals()
                    + " requests were refused that should not have been; the table ends with their answers");
            return 1;
        }
    }

    private static Databases databases(Options options) throws IOException {
        if (!options.postgres()) return new Databases.Sqlite(options.folder());
        return options.postgresUrl().isPresent()
                ? new Databases.Given(options.postgresUrl().get())
                : Databases.Embedded.start(options.folder());
    }

    private static Results.Circumstances circumstances(Options options, Databases databases) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Results.Circumstances(
                OffsetDateTime.now(ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString(),
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / (1024.0 * 1024 * 1024)),
                databases.words(),
                options.connections(),
                options.seconds(),
                options.merchants());
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
