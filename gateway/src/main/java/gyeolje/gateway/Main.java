package gyeolje.gateway;

import gyeolje.gateway.cli.CommandLineErrors;
import gyeolje.gateway.cli.JournalCommand;
import gyeolje.gateway.cli.KeysCommand;
import gyeolje.gateway.cli.MerchantCommand;
import gyeolje.gateway.cli.ReconcileCommand;
import gyeolje.gateway.cli.ServeCommand;
import gyeolje.gateway.cli.SignCommand;
import gyeolje.gateway.cli.VerifyCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The gateway's command line. */
@Command(
        name = "gyeolje",
        description = "An open payment gateway for KakaoPay through NHN KCP.",
        mixinStandardHelpOptions = true,
        version = "gyeolje 0.1.0")
public final class Main {
    private static final List<Class<?>> COMMANDS = List.of(
            ServeCommand.class,
            MerchantCommand.class,
            KeysCommand.class,
            SignCommand.class,
            VerifyCommand.class,
            ReconcileCommand.class,
            JournalCommand.class);

    public static void main(String[] arguments) {
        System.exit(commandLine(arguments).execute(arguments));
    }

    /** With the one command that the arguments name, or with all: to describe them all takes a fifth of a gateway's start. */
    static CommandLine commandLine(String... arguments) {
        var commandLine = new CommandLine(new Main());
        var named = COMMANDS.stream().filter(command -> isNamed(command, arguments));
        named.findFirst().map(List::<Class<?>>of).orElse(COMMANDS).forEach(commandLine::addSubcommand);
        return CommandLineErrors.plain(commandLine);
    }

    private static boolean isNamed(Class<?> command, String... arguments) {
        return arguments.length > 0
                && command.getAnnotation(Command.class).name().equals(arguments[0]);
    }

    private Main() {}
}
