package gyeolje.proof.world;

import gyeolje.sandbox.Sandbox;
import gyeolje.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A gateway that lives so that the next ones need not find out what a gateway needs. */
final class FirstLife {
    /** How a command is run that has these arguments. */
    @FunctionalInterface
    interface Java {
        List<String> command(String... arguments);
    }

    /** It starts, serves each operation and stops. */
    static void live(Path home, Java plain, Java watched) throws Exception {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults())) {
            var configuration = Settings.patient(Place.sqlite(home), sandbox.port())
                    .writeTo(home)
                    .toString();
            addTester(plain, configuration);
            try (var first =
                    GatewayProcess.start(home, watched.command("serve", "--config", configuration), Map.of())) {
                serve(new Shop(World.TESTER, World.TESTERS_KEY, first.port()), new Acquirer(sandbox.port()));
                first.terminate();
                if (!first.endsWithin(90)) throw new AssertionError("the first gateway did not stop");
            }
        }
    }

    private static void addTester(Java plain, String configuration) throws Exception {
        var add = new ProcessBuilder(plain.command(
                        "merchant",
                        "add",
                        "--config",
                        configuration,
                        "--id",
                        World.TESTER,
                        "--name",
                        "시험 가맹점",
                        "--ip",
                        "127.0.0.1",
                        "--key",
                        World.TESTERS_KEY))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!add.waitFor(90, TimeUnit.SECONDS)) throw new AssertionError("the first merchant is not added");
    }

    private static void serve(Shop shop, Acquirer acquirer) throws Exception {
        for (int i = 0; i < 3; i++) {
            shop.send("order", shop.order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, "WM"));
            var paid = shop.paid(acquirer).transaction();
            shop.send("cancel", shop.cancel(paid, "변심"));
        }
    }

    private FirstLife() {}
}
