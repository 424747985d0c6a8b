package gyeolje.shop;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code shop}: opens the demo shop and keeps it open until it is told to stop. */
@Command(
        name = "shop",
        mixinStandardHelpOptions = true,
        description = "The demo shop: a few goods, bought through a Gyeolje gateway.",
        exitCodeOnExecutionException = ExitCode.SOFTWARE)
public final class Main implements Callable<Integer> {
    private static final String LOGGING = "logback.configurationFile";

    @Option(names = "--gateway", required = true, paramLabel = "URL", description = "the gateway's base address")
    private @Nullable URI gateway;

    @Option(names = "--merchant", required = true, paramLabel = "ID", description = "the merchant's id")
    private @Nullable String merchant;

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "the merchant's apiCertKey")
    private @Nullable String key;

    @Option(
            names = "--host",
            defaultValue = ShopOptions.DEFAULT_HOST,
            description = "address to listen on (default ${DEFAULT-VALUE})")
    private String host = ShopOptions.DEFAULT_HOST;

    @Option(
            names = "--port",
            defaultValue = "8070",
            description = "port to listen on (default ${DEFAULT-VALUE}, 0: any)")
    private int port = ShopOptions.DEFAULT_PORT;

    @Option(
            names = "--kcp-script",
            paramLabel = "URL",
            defaultValue = ShopOptions.DEFAULT_KCP_SCRIPT,
            description = "KCP's script for the PC window (default ${DEFAULT-VALUE})")
    private @Nullable URI kcpScript;

    @Option(names = "--data", paramLabel = "DIR", description = "keep orders here (default: in memory only)")
    private @Nullable Path data;

    /** Exit codes: 0 stopped when told, 1 could not open, 2 wrong usage. */
    public static void main(String[] arguments) {
        if (System.getProperty(LOGGING) == null) System.setProperty(LOGGING, "gyeolje/shop/logback.xml");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }

    @Override
    public Integer call() throws InterruptedException {
        ShopOptions options;
        try {
            options = options();
        } catch (IllegalArgumentException wrong) {
            System.err.println("shop: " + wrong.getMessage());
            return ExitCode.USAGE;
        }
        return keepOpen(options);
    }

    private ShopOptions options() {
        if (gateway == null || merchant == null || key == null || kcpScript == null)
            throw new IllegalArgumentException("--gateway, --merchant and --key are required");
        return new ShopOptions(gateway, merchant, key, host, port, kcpScript, Optional.ofNullable(data));
    }

    private static int keepOpen(ShopOptions options) throws InterruptedException {
        try {
            var shop = Shop.start(options);
            var told = new CountDownLatch(1);
            var closed = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                told.countDown();
                awaitQuietly(closed);
            }));
            System.out.println("shop: http://" + options.host() + ":" + shop.port() + "/");
            System.out.println("ready");
            told.await();
            shop.close();
            closed.countDown();
            return ExitCode.OK;
        } catch (IOException | IllegalArgumentException failed) {
            System.err.println("shop: " + failed.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private static void awaitQuietly(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
