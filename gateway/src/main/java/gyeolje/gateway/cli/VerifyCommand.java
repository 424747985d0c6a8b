package gyeolje.gateway.cli;

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
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var summary = StoreTool.withExisting(config.settings(), store -> store.verify(out::println));
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
}
