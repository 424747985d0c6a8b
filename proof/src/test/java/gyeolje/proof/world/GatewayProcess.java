package gyeolje.proof.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The gateway's command line as a process of its own, as an operator runs it. */
public final class GatewayProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("gateway https?://127\\.0\\.0\\.1:([0-9]+)");
    private static final Pattern ADMIN_PORT = Pattern.compile("admin +http://127\\.0\\.0\\.1:([0-9]+)");

    private final Process process;
    private final Path out;

    private GatewayProcess(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /** How a command ended, and what it said. */
    public record Ending(int code, String out, String err) {}

    /** Starts a gateway and waits until it says that it is ready. What it logs is added to `gateway.log` in the folder. */
    public static GatewayProcess serve(Path folder, Path configuration) throws Exception {
        return serve(folder, configuration, Map.of());
    }

    /** As above, with settings in the environment, such as `GYEOLJE_HTTP_READ_TIMEOUT`. */
    public static GatewayProcess serve(Path folder, Path configuration, Map<String, String> environment)
            throws Exception {
        return start(folder, Packaged.command("serve", "--config", configuration.toString()), environment);
    }

    static GatewayProcess start(Path folder, List<String> command, Map<String, String> environment) throws Exception {
        var out = Files.createTempFile(folder, "serve", ".out");
        var serve = new ProcessBuilder(command);
        serve.environment().putAll(environment);
        var process = serve.redirectOutput(out.toFile())
                .redirectError(Redirect.appendTo(folder.resolve("gateway.log").toFile()))
                .start();
        var started = new GatewayProcess(process, out);
        try {
            Until.holds("the gateway is ready", () -> {
                if (!process.isAlive())
                    throw new AssertionError("the gateway ended: " + Files.readString(folder.resolve("gateway.log")));
                return started.said("ready");
            });
        } catch (Exception | AssertionError e) {
            started.close();
            throw e;
        }
        return started;
    }

    /** Begins a command, which goes on by itself. */
    public static GatewayProcess begin(Path folder, String... arguments) throws Exception {
        var out = Files.createTempFile(folder, "run", ".out");
        var process = new ProcessBuilder(Packaged.command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        return new GatewayProcess(process, out);
    }

    /** Runs a command to its end. */
    public static Ending run(Path folder, String... arguments) throws Exception {
        var out = Files.createTempFile(folder, "run", ".out");
        var err = Files.createTempFile(folder, "run", ".err");
        var process = new ProcessBuilder(Packaged.command(arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("did not end: " + List.of(arguments));
        }
        return new Ending(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    public int port() {
        return port(PORT);
    }

    private int port(Pattern spelled) {
        try {
            var port = spelled.matcher(Files.readString(out));
            if (!port.find()) throw new AssertionError("the gateway does not say where it is");
            return Integer.parseInt(port.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int adminPort() {
        return port(ADMIN_PORT);
    }

    /** What it tells operators about itself. */
    public String metrics() throws IOException, InterruptedException {
        return Wire.get(adminPort(), "/metrics");
    }

    public boolean said(String line) throws IOException {
        return Files.readString(out).lines().anyMatch(line::equals);
    }

    /** CPU time that the process has taken so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Everything that the process still remembers, after it has thrown away what it does not need. */
    public void dumpHeapTo(Path file) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var dumping = new ProcessBuilder(
                        jcmd,
                        Long.toString(process.pid()),
                        "GC.heap_dump",
                        file.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(dumping.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (dumping.onExit().join().exitValue() != 0 || !Files.exists(file))
            throw new AssertionError("no heap dump: " + said);
    }

    /** SIGKILL: nothing in the process gets to run any more. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Of a process that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** SIGTERM, as a service manager sends it. */
    public void terminate() {
        process.destroy();
    }

    /** SIGSTOP: everything stands still, and nothing in the process knows. */
    public void pause() throws Exception {
        signal("STOP");
    }

    /** SIGCONT. */
    public void resume() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        var sent = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
        if (sent.waitFor() != 0) throw new AssertionError("cannot send SIG" + name);
    }

    public long pid() {
        return process.pid();
    }

    public boolean endsWithin(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        kill();
    }
}
