package gyeolje.gateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the whole store. */
@Command(
        name = "verify",
        description = {
            "Checks the whole store: journals complete, states follow from them, money conserved.",
            "May run beside a gateway. Exit code 1 and a list when something does not add up."
        },
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    private static final String SQLITE = "sqlite:";

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var settings = config.settings();
        refuseMissingStore(settings.store().url());
        var summary = StoreTool.with(settings, store -> store.verify(out::println));
        out.println(String.format(
                Locale.ROOT,
                "%,d payments, %,d journal rows; %,d won stand approved, %,d were cancelled, %,d voided",
                summary.payments(),
                summary.journalRows(),
                summary.approved(),
                summary.cancelled(),
                summary.voided()));
        out.println(summary.isSound() ? "sound" : summary.findings() + " findings");
        out.flush();
        return summary.isSound() ? 0 : 1;
    }

    /** An empty store made on the spot would be sound, and a lie about the one that was meant. */
    private static void refuseMissingStore(String url) {
        if (url.startsWith(SQLITE) && !Files.exists(Path.of(url.substring(SQLITE.length()))))
            throw new CommandFailure("there is no store at " + url + ": check store.url in the configuration");
    }
}
