package gyeolje.gateway;

import gyeolje.gateway.cli.CommandLineErrors;
import gyeolje.gateway.cli.KeysCommand;
import gyeolje.gateway.cli.MerchantCommand;
import gyeolje.gateway.cli.ReconcileCommand;
import gyeolje.gateway.cli.ServeCommand;
import gyeolje.gateway.cli.SignCommand;
import gyeolje.gateway.cli.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The gateway's command line. */
@Command(
        name = "gyeolje",
        description = "An open payment gateway for KakaoPay through NHN KCP.",
        mixinStandardHelpOptions = true,
        version = "gyeolje 0.1.0",
        subcommands = {
            ServeCommand.class,
            MerchantCommand.class,
            KeysCommand.class,
            SignCommand.class,
            VerifyCommand.class,
            ReconcileCommand.class
        })
public final class Main {
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return CommandLineErrors.plain(new CommandLine(new Main()));
    }

    private Main() {}
}
