package gyeolje.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import gyeolje.bench.child.Main;
import gyeolje.bench.child.Usage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A part of the benchmark in a JVM of its own, on the same Java with the same options as this one. */
final class ChildProcess implements AutoCloseable {
    private static final String ENDED = "ended";
    private static final Duration STARTING = Duration.ofMinutes(2);
    private static final int MOST_LAST_WORDS = 4;
    private static final Duration DYING = Duration.ofSeconds(1);

    private final String name;
    private final Process process;
    private final Path log;
    private final Writer in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    /** What it said besides answers. */
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    private final int port;

    /**
     * Starts it and waits until it is ready.
     *
     * @param folder where its log goes
     */
    static ChildProcess start(Path folder, List<String> javaOptions, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ownOptions());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        var name = arguments[0];
        var log = folder.resolve(name + ".log");
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new ChildProcess(name, process, log);
    }

    /** What this JVM was started with, but for tools that belong to it alone and for other loggers. */
    private static List<String> ownOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> (option.startsWith("-X") && !option.contains("FlightRecord"))
                        || option.startsWith("--enable-native-access")
                        || option.startsWith("--add-opens")
                        || option.startsWith("--sun-misc-unsafe"))
                .toList();
    }

    private ChildProcess(String name, Process process, Path log) throws IOException, InterruptedException {
        this.name = name;
        this.process = process;
        this.log = log;
        this.in = new OutputStreamWriter(process.getOutputStream(), UTF_8);
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        Thread.ofVirtual().name("hear-" + name).start(() -> hear(out));
        try {
            this.port = readyOn();
        } catch (IOException e) {
            process.destroyForcibly();
            throw new IOException("the " + name + " process did not start: " + lastWords(), e);
        }
    }

    private int readyOn() throws IOException, InterruptedException {
        var line = lines.poll(STARTING.toSeconds(), TimeUnit.SECONDS);
        if (line == null || !line.startsWith(Main.READY)) throw new IOException("not ready");
        return Integer.parseInt(line.substring(Main.READY.length()));
    }

    /** How it ended, if it did; one that just closed its connections is about to. */
    Optional<String> end() {
        try {
            if (!process.waitFor(DYING.toMillis(), TimeUnit.MILLISECONDS)) return Optional.empty();
            return Optional.of(
                    "the " + name + " process ended with exit code " + process.exitValue() + ": " + lastWords());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private String lastWords() {
        var words = new ArrayList<>(said);
        try {
            Files.readAllLines(log).stream().filter(line -> !line.isBlank()).forEach(words::add);
        } catch (IOException e) {
            words.add("(no log)");
        }
        int most = Math.min(MOST_LAST_WORDS, words.size());
        return words.isEmpty()
                ? "it left no words"
                : String.join(" | ", words.subList(words.size() - most, words.size()));
    }

    private void hear(BufferedReader out) {
        try (out) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(Main.READY) || line.startsWith(Main.ANSWER)) lines.add(line);
                else if (said.size() < MOST_LAST_WORDS) said.add(line);
            }
        } catch (IOException e) {
            lines.add(ENDED);
        }
        lines.add(ENDED);
    }

    int port() {
        return port;
    }

    Usage usage() throws IOException, InterruptedException {
        return Usage.parse(ask("usage", Duration.ofSeconds(10)));
    }

    String ask(String line, Duration patience) throws IOException, InterruptedException {
        say(line);
        var answer = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null) throw new IOException("the " + name + " process does not answer");
        if (answer.equals(ENDED)) throw new IOException(end().orElse("the " + name + " process fell silent"));
        var words = answer.substring(Main.ANSWER.length());
        if (words.startsWith("failed ")) throw new IOException("the " + name + " process " + words);
        return words;
    }

    private void say(String line) throws IOException {
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new IOException(end().orElse("the " + name + " process does not listen"), e);
        }
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        try {
            in.close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
