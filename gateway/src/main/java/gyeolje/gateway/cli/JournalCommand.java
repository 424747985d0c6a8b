package gyeolje.gateway.cli;

import gyeolje.core.value.TransactionId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What happened to one payment (원장 이력). */
@Command(
        name = "journal",
        description = {
            "Prints what happened to one payment, oldest first, and what the acquirer's lists said about it.",
            "May run beside a gateway. Nothing in it is personal. Exit code 1 when there is no such payment."
        },
        mixinStandardHelpOptions = true)
public final class JournalCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "TRANSACTION", description = "the transaction id")
    private String transaction = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!TransactionId.isWellFormed(transaction))
            throw new ParameterException(spec.commandLine(), "this is no transaction id: " + transaction);
        var lines = StoreTool.withExisting(config.settings(), store -> store.journal(new TransactionId(transaction)));
        if (lines.isEmpty()) throw new CommandFailure("there is no payment " + transaction);
        var out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
        return 0;
    }
}
