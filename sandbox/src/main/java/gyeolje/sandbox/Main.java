package gyeolje.sandbox;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sandbox on the command line. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        version = "gyeolje sandbox",
        sortOptions = false,
        description = {
            "Runs a local NHN KCP and KakaoPay to develop against. No money moves.",
            "결제 개발용 로컬 NHN KCP·카카오페이를 띄워요. 실제 돈은 움직이지 않아요.",
            ""
        },
        footer = {
            "",
            "Open the printed address in a browser for the ledger and the control calls.",
            "Exit codes: 0 stopped, 1 could not run, 2 wrong usage."
        })
public final class Main implements Callable<Integer> {
    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "address to listen on (default ${DEFAULT-VALUE})")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            defaultValue = "8090",
            description = "port to listen on, 0 for any (default ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "the sandbox's identity: its tokens open under the same seed only (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--capability",
            paramLabel = "inquiry-by-order=true|false",
            description = "whether an inquiry may name order_no in place of tno (default false)")
    private @Nullable String capability;

    @Option(names = "--data", paramLabel = "DIR", description = "keep the ledger there; without it, in memory")
    private @Nullable Path data;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "what browsers call this sandbox (default http://HOST:PORT)")
    private @Nullable String publicUrl;

    private Main() {}

    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "gyeolje/sandbox/logback.xml");
        }
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setParameterExceptionHandler((wrong, _) -> {
                    System.err.println("sandbox: " + wrong.getMessage() + " (-h lists the options)");
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        SandboxOptions options = options();
        try (Sandbox sandbox = Sandbox.start(options)) {
            System.out.println("sandbox http://" + host + ':' + sandbox.port() + '/');
            System.out.println("ready");
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop"));
            stopped.await();
            return CommandLine.ExitCode.OK;
        } catch (IllegalStateException failed) {
            System.err.println("sandbox: cannot run on " + host + ':' + port + ": " + failed.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private SandboxOptions options() {
        if (port < 0 || port > 65535) {
            throw wrong("--port must be from 0 to 65535");
        }
        return new SandboxOptions(
                host,
                port,
                seed,
                inquiryByOrder(),
                Optional.ofNullable(data),
                Optional.ofNullable(publicUrl).map(Main::withoutSlash),
                SandboxOptions.USUAL_ROOM);
    }

    private boolean inquiryByOrder() {
        if (capability == null || capability.equals("inquiry-by-order=false")) {
            return false;
        }
        if (capability.equals("inquiry-by-order=true")) {
            return true;
        }
        throw wrong("--capability must be inquiry-by-order=true or inquiry-by-order=false");
    }

    private static String withoutSlash(String url) {
        if (!url.matches("https?://[^/?#]+/?")) {
            throw wrong("--public-url must look like https://host:port");
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(new CommandLine(new Main()), message);
    }
}
