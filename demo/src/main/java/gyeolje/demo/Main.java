package gyeolje.demo;

import gyeolje.gateway.cli.CommandLineErrors;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `./gyeolje demo`. */
@Command(
        name = "gyeolje demo",
        description = {
            "Runs gateway, sandbox and demo shop in one go on the embedded store, until Ctrl-C.",
            "Open the shop's address in a browser and buy something; no money moves."
        },
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8080", description = "the gateway's port (default ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--admin-port",
            defaultValue = "8081",
            description = "health and metrics (default ${DEFAULT-VALUE})")
    private int adminPort;

    @Option(names = "--sandbox-port", defaultValue = "8090", description = "KCP's part (default ${DEFAULT-VALUE})")
    private int sandboxPort;

    @Option(names = "--shop-port", defaultValue = "8070", description = "the shop (default ${DEFAULT-VALUE})")
    private int shopPort;

    @Option(
            names = "--data",
            defaultValue = "data",
            paramLabel = "DIR",
            description = "where everything is kept, so that a restart forgets nothing (default ./${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--check", description = "stop as soon as everything is ready; says whether it starts")
    private boolean check;

    @Option(
            names = "--store-url",
            defaultValue = Demo.EMBEDDED_STORE,
            paramLabel = "URL",
            description =
                    "the gateway's store: sqlite:FILE under DIR, or jdbc:postgresql://… (default ${DEFAULT-VALUE})")
    private String storeUrl = Demo.EMBEDDED_STORE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(CommandLineErrors.plain(new CommandLine(new Main())).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        System.setProperty("gyeolje.demo.log", data.resolve("demo.log").toString());
        System.setProperty("logback.configurationFile", "gyeolje/demo/logback.xml");
        var out = spec.commandLine().getOut();
        var demo = Demo.start(data, new Demo.Ports(port, adminPort, sandboxPort, shopPort), storeUrl, line -> {
            out.println(line);
            out.flush();
        });
        if (check) {
            demo.close();
            return 0;
        }
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            demo.close();
            out.println("stopped");
            out.flush();
            ended.countDown();
        }));
        ended.await();
        return 0;
    }
}
