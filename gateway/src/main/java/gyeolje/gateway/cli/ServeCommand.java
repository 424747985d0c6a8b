package gyeolje.gateway.cli;

import gyeolje.gateway.Gateway;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the gateway until the process is told to stop. */
@Command(
        name = "serve",
        description = "Runs the gateway until it is told to stop (Ctrl-C or SIGTERM).",
        mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        var settings = config.settings();
        var gateway = Gateway.start(settings);
        var scheme = settings.http().tls().isPresent() ? "https" : "http";
        var out = spec.commandLine().getOut();
        out.println("gateway " + scheme + "://" + settings.http().host() + ":" + gateway.port());
        out.println("admin   http://" + settings.admin().host() + ":" + gateway.adminPort());
        out.println("ready");
        out.flush();
        waitForTheEnd(gateway, out);
        return 0;
    }

    private static void waitForTheEnd(Gateway gateway, PrintWriter out) throws InterruptedException {
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                gateway.close();
                out.println("stopped");
            } catch (Exception e) {
                out.println("stopped with an error: " + e.getMessage());
            }
            out.flush();
            ended.countDown();
        }));
        ended.await();
    }
}
