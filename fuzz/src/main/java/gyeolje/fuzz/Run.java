package gyeolje.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One target under the fuzzer, in a JVM of its own, for a time of a processor. */
final class Run {
    private static final String FUZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final Pattern EXECUTED = Pattern.compile("stat::number_of_executed_units: ([0-9]+)");
    private static final Pattern PROGRESS = Pattern.compile("#([0-9]+)\\s.*");
    private static final int MOST_BYTES = 4096;
    /** By the clock: an input that takes longer is a finding, a process that was paused for as long is none. */
    private static final int LONGEST_SECONDS = 600;

    private static final int MOST_REMEMBERED = 60;
    private static final Duration LONGEST_DISTILLING = Duration.ofMinutes(30);

    private final Class<?> target;
    private final Path folder;
    private final List<String> lastLines = new ArrayList<>();
    private long executed;
    private boolean underWay;

    /** @param folder where the fuzzer keeps the inputs it learns from, and a finding */
    Run(Class<?> target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /** @param cpu without what the JVM needed to start */
    record Effort(long executions, Duration cpu) {}

    /** How it ended. */
    sealed interface Verdict {
        Effort effort();

        record Clean(Effort effort) implements Verdict {}

        /**
         * A promise is broken, or an input takes too long or too much memory.
         *
         * @param input as a line of a corpus
         */
        record Found(Effort effort, String input, List<String> why) implements Verdict {}

        /** The fuzzer itself failed, or did not get its time of a processor while it might run. */
        record Broken(Effort effort, List<String> why) implements Verdict {}
    }

    Path inputs() {
        return folder.resolve("inputs");
    }

    Verdict fuzz(Allowance allowance, Consumer<String> progress) throws IOException, InterruptedException {
        Files.createDirectories(inputs());
        var process = start("-max_total_time=" + allowance.atMost().toSeconds());
        var meter = new CpuMeter(process, allowance);
        int status = ended(process, line -> {
            hear(line, progress);
            if (underWay) meter.begin();
        });
        meter.stop();
        var effort = new Effort(executed, meter.used());
        var finding = finding();
        if (!finding.isEmpty()) return new Verdict.Found(effort, finding, List.copyOf(lastLines));
        return status == 0 && meter.isUsedUp()
                ? new Verdict.Clean(effort)
                : new Verdict.Broken(effort, List.copyOf(lastLines));
    }

    /** Copies those inputs that together reach as far as all of them. */
    Path distilled() throws IOException, InterruptedException {
        var distilled = folder.resolve("distilled");
        clear(distilled);
        var process = start("-merge=1", distilled.toString());
        var meter = new CpuMeter(process, new Allowance(LONGEST_DISTILLING, LONGEST_DISTILLING));
        int status = ended(process, line -> hear(line, _ -> {}));
        meter.stop();
        if (status != 0) throw new IOException("the inputs cannot be distilled: " + String.join(" | ", lastLines));
        return distilled;
    }

    private Process start(String... options) throws IOException {
        return new ProcessBuilder(command(options)).redirectErrorStream(true).start();
    }

    private static int ended(Process process, Consumer<String> heard) throws IOException, InterruptedException {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) heard.accept(line);
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(String... options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                FUZZER,
                "--target_class=" + target.getName(),
                "--instrumentation_includes=gyeolje.**:com.fasterxml.jackson.core.**",
                "-artifact_prefix=" + folder + "/",
                "--reproducer_path=" + folder,
                "-max_len=" + MOST_BYTES,
                "-timeout=" + LONGEST_SECONDS,
                "-rss_limit_mb=3000",
                "-print_final_stats=1"));
        command.addAll(List.of(options));
        command.add(inputs().toString());
        return command;
    }

    private void hear(String line, Consumer<String> progress) {
        var stat = EXECUTED.matcher(line);
        if (stat.find()) executed = Long.parseLong(stat.group(1));
        var step = PROGRESS.matcher(line);
        if (step.matches()) {
            underWay = true;
            executed = Math.max(executed, Long.parseLong(step.group(1)));
            progress.accept(line);
            return;
        }
        if (lastLines.size() == MOST_REMEMBERED) lastLines.removeFirst();
        lastLines.add(line);
    }

    private String finding() throws IOException {
        try (var files = Files.list(folder)) {
            var first = files.filter(file -> file.getFileName().toString().matches("(crash|timeout|oom)-.*"))
                    .findFirst();
            return first.isPresent() ? Corpus.written(Files.readAllBytes(first.get())) : "";
        }
    }

    static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) Files.delete(file);
        }
    }
}
