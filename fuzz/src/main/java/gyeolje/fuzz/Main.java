package gyeolje.fuzz;

import gyeolje.fuzz.Run.Verdict;
import gyeolje.gateway.cli.CommandLineErrors;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** `./gyeolje fuzz`. */
@Command(
        name = "gyeolje fuzz",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Feeds everything that reads what others wrote with inputs that a coverage-guided fuzzer (Jazzer) makes up, one target"
                    + " after the other, each in a JVM of its own, and checks what must hold for any input.",
            "바깥에서 온 글자를 읽는 코드마다, 무엇이 들어와도 지켜져야 할 약속을 확인해요."
        },
        footer = {
            "",
            "Targets: json, amount, signature, urls, windows-949, register, approve, cancel, inquire, window-return, trades.",
            "A finding ends its target and is printed as a line for the target's corpus (fuzz/src/main/resources), which the tests replay.",
            "Targets may run side by side, as several commands with a folder each.",
            "Exit codes: 0 nothing found, 1 something found or a fuzzer did not run to its end, 2 wrong usage."
        })
public final class Main implements Callable<Integer> {
    private static final int MOST_KEPT = 250;
    private static final Duration TELL_EVERY = Duration.ofSeconds(15);

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description =
                    "minutes of a processor for each target, however long that takes; not finished after twenty times as many by"
                            + " the clock and a quarter of an hour (default: ${DEFAULT-VALUE})")
    private double minutes = 1;

    @Option(names = "--target", paramLabel = "NAME", description = "this one only; may be given more than once")
    private List<String> names = List.of();

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "where it learns and leaves findings (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of("fuzz/target/runs");

    @Option(names = "--keep", description = "write the inputs it learned from, distilled, to the corpus in the sources")
    private boolean keep;

    private final PrintStream out = System.out;
    private long executions;
    private int findings;
    private int unfinished;

    public static void main(String[] arguments) {
        System.exit(CommandLineErrors.plain(new CommandLine(new Main())).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(minutes > 0) || minutes > 24 * 60) throw wrong("--minutes is more than 0 and a day at most");
        var targets =
                names.isEmpty() ? Target.ALL : names.stream().map(this::named).toList();
        for (var target : targets) fuzz(target);
        out.printf(
                Locale.ROOT,
                "%s: %d targets, %.1f minutes of CPU each, %,d executions, %d findings, %d not finished%n",
                findings > 0 ? "FOUND SOMETHING" : unfinished > 0 ? "NOT FINISHED" : "nothing found",
                targets.size(),
                minutes,
                executions,
                findings,
                unfinished);
        return findings + unfinished == 0 ? 0 : 1;
    }

    private Target named(String name) {
        return Target.ALL.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("there is no target " + name));
    }

    private ParameterException wrong(String why) {
        return new ParameterException(new CommandLine(this), why);
    }

    private void fuzz(Target target) throws IOException, InterruptedException {
        out.printf("%s: %s%n", target.name(), target.tries());
        var run = new Run(target.type(), folder.resolve(target.name()).toAbsolutePath());
        Run.clear(folder.resolve(target.name()));
        Corpus.unpack(target, run.inputs());
        var pace = new Pace();
        long began = System.nanoTime();
        var verdict = run.fuzz(Allowance.of(Duration.ofMillis((long) (minutes * 60_000))), pace::heard);
        executions += verdict.effort().executions();
        tell(target, verdict, Duration.ofNanos(System.nanoTime() - began));
        if (keep && verdict instanceof Verdict.Clean) keep(target, run);
    }

    private void tell(Target target, Verdict verdict, Duration took) {
        switch (verdict) {
            case Verdict.Clean _ -> {}
            case Verdict.Found(var _, var input, var why) -> {
                findings++;
                why.forEach(line -> out.println("    " + line));
                out.printf("%s: FOUND %s%n", target.name(), input);
            }
            case Verdict.Broken(var _, var why) -> {
                unfinished++;
                why.forEach(line -> out.println("    " + line));
            }
        }
        out.printf(
                Locale.ROOT,
                "%s: %s, %,d executions in %,d s of CPU, %,d s by the clock%n",
                target.name(),
                inAWord(verdict),
                verdict.effort().executions(),
                verdict.effort().cpu().toSeconds(),
                took.toSeconds());
    }

    private static String inAWord(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Clean _ -> "clean";
            case Verdict.Found _ -> "FOUND SOMETHING";
            case Verdict.Broken _ -> "NOT FINISHED";
        };
    }

    private void keep(Target target, Run run) throws IOException, InterruptedException {
        var file = Path.of("fuzz/src/main/resources/gyeolje/fuzz/corpus", target.name() + ".txt");
        int kept = Corpus.pack(run.distilled(), MOST_KEPT, file);
        out.printf("%s: %d inputs kept in %s%n", target.name(), kept, file);
    }

    /** Says how far it is now and then. */
    private final class Pace {
        private long told = System.nanoTime();

        void heard(String line) {
            long now = System.nanoTime();
            if (now - told < TELL_EVERY.toNanos()) return;
            told = now;
            out.println("  " + line.strip().replaceAll("\\s+", " "));
        }
    }
}
