package gyeolje.gateway.cli;

import picocli.CommandLine;

/** One line on stderr for whatever goes wrong; 1 when the thing asked for failed, 2 for wrong usage. */
public final class CommandLineErrors {
    public static CommandLine plain(CommandLine commandLine) {
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, _) -> {
                    var command = wrong.getCommandLine();
                    command.getErr()
                            .println("gyeolje: " + oneLine(wrong) + " (see `"
                                    + command.getCommandSpec().qualifiedName() + " -h`)");
                    return 2;
                })
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println("gyeolje: " + oneLine(failure));
                    return 1;
                });
    }

    private static String oneLine(Throwable failure) {
        var cause = failure;
        while (cause.getMessage() == null && cause.getCause() != null) cause = cause.getCause();
        var message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.strip().replaceAll("\\s+", " ");
    }

    private CommandLineErrors() {}
}
