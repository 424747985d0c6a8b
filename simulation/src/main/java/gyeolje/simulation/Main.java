package gyeolje.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import gyeolje.gateway.cli.CommandLineErrors;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.BitSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays worlds and says what came of it. */
@Command(
        name = "gyeolje simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Plays the gateway's own code in seeded worlds of faults on virtual time and checks every promise"
                + " after every step (docs/proof.md). The same seed plays the same world.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: every promise held", "1: a promise was broken; the seed is printed", "2: wrong usage"})
public final class Main implements Callable<Integer> {
    private static final int MOST_SHRUNK = 3;
    private static final int PROGRESS_EVERY = 10_000;

    @Option(names = "--seed", paramLabel = "N", description = "the first seed (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--seeds", paramLabel = "COUNT", description = "how many seeds (default: ${DEFAULT-VALUE})")
    private long seeds = 1;

    @Option(
            names = "--sqlite",
            paramLabel = "COUNT",
            description = "how many of them also run on the real store (default: ${DEFAULT-VALUE})")
    private long onSqlite = 3;

    @Option(
            names = "--threads",
            paramLabel = "COUNT",
            description = "worlds at the same time (default: one per processor)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--trace", description = "print everything that happens, for a single seed")
    private boolean trace;

    @Option(names = "--quiet", description = "print the summary alone")
    private boolean quiet;

    private final PrintStream out = System.out;

    public static void main(String[] arguments) {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) root.setLevel(Level.OFF);
        System.exit(CommandLineErrors.plain(new CommandLine(new Main())).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (seeds < 1 || threads < 1 || onSqlite < 0)
            throw new CommandLine.ParameterException(
                    new CommandLine(this), "--seeds and --threads are positive, --sqlite is not negative");
        long began = System.nanoTime();
        var sums = Campaign.run(seed, seeds, Variant.PRODUCT, threads, this::progress);
        var took = Duration.ofNanos(System.nanoTime() - began);
        if (trace && seeds == 1)
            Campaign.play(seed, new BitSet(), Variant.PRODUCT, true).lines().forEach(out::println);
        sums.failed.stream().limit(MOST_SHRUNK).forEach(this::explain);
        long wrongOnSqlite = compareWithSqlite();
        summary(sums, took);
        return sums.failed.isEmpty() && wrongOnSqlite == 0 && sums.isSettledInTime() ? 0 : 1;
    }

    private void progress(long done) {
        if (!quiet && done % PROGRESS_EVERY == 0) out.println("  " + done + " seeds");
    }

    private void explain(Outcome failed) {
        out.printf(
                "%nseed %d, commit %s: %s%n",
                failed.seed(), commit(), failed.violation().orElseThrow());
        if (quiet) return;
        var shrunk = Shrinker.shrink(failed, leftOut -> Campaign.play(failed.seed(), leftOut, Variant.PRODUCT, true));
        out.printf(
                "with %d of %d faults and liberties left:%n",
                shrunk.happened().size(), failed.happened().size());
        var lines = shrunk.lines().isEmpty()
                ? Campaign.play(failed.seed(), new BitSet(), Variant.PRODUCT, true)
                        .lines()
                : shrunk.lines();
        lines.forEach(out::println);
        out.println(shrunk.violation().orElseThrow());
    }

    private long compareWithSqlite() throws IOException {
        long wrong = 0;
        for (long at = seed; at < seed + Math.min(seeds, onSqlite); at++) {
            var findings = OnSqlite.compare(at);
            findings.forEach(out::println);
            wrong += findings.size();
        }
        return wrong;
    }

    private void summary(Campaign.Sums sums, Duration took) {
        double real = took.toNanos() / 1e9;
        double simulated = sums.micros / 1e6;
        line("seeds", sums.seeds + " from " + seed + ", " + Math.min(seeds, onSqlite) + " of them also on SQLite");
        line("steps", Long.toString(sums.steps));
        line("simulated time", "%.1f days".formatted(simulated / 86_400));
        line("real time", "%.1f s on %d threads".formatted(real, threads));
        line("ratio", "%.0f : 1 per thread".formatted(simulated / real / threads));
        line("attempts to pay", sums.payments + ", of which " + sums.approvals + " approved by the acquirer");
        line("answers checked", sums.answers + ", " + sums.undecided + " orders too wide to search");
        var doubts = sums.settling;
        line(
                "doubts settled",
                doubts.undone() + " with money out, " + doubts.undoneSoon() + " of them within 60 s; "
                        + doubts.nothing() + " with nothing to undo, after the guard time");
        line(
                "stuck",
                doubts.raised() + " raised, " + doubts.raisedSoon() + " of them within 60 s, all closed by the list");
        line(
                "never answered",
                doubts.overdue() + " cancels and voids raised, " + doubts.overdueSoon()
                        + " of them within 60 s, all closed by the list");
        line("asked again", sums.foundPaid + " times 0000 after 9001, never the other way round");
        line("violations", Integer.toString(sums.failed.size()));
        line("trace hash", "%016x".formatted(sums.hash));
        line("commit", commit());
    }

    private void line(String what, String figure) {
        out.printf(Locale.ROOT, "%-16s %s%n", what, figure);
    }

    private static String commit() {
        return System.getProperty("gyeolje.commit", "unknown");
    }
}
