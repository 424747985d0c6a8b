package gyeolje.gateway.cli;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.value.Won;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Limits and bounds in won; a limit may be `none`. */
final class LimitOptions {
    private static final String NONE = "none";

    @Option(names = "--min", paramLabel = "WON", description = "the smallest amount of an order (default 100)")
    private String minimum = "";

    @Option(names = "--max", paramLabel = "WON", description = "the largest amount of an order (default 2000000)")
    private String maximum = "";

    @Option(names = "--day", paramLabel = "WON", description = "what may be taken in a day of Seoul (default none)")
    private String day = "";

    @Option(names = "--month", paramLabel = "WON", description = "what may be taken in a month (default none)")
    private String month = "";

    @Option(
            names = "--guarantee",
            paramLabel = "WON",
            description = "the unsettled sum that the guarantee insurance covers (default none)")
    private String guarantee = "";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    boolean isEmpty() {
        return (minimum + maximum + day + month + guarantee).isEmpty();
    }

    Limits over(Limits known) {
        return new Limits(
                limit("--day", day, known.day()),
                limit("--month", month, known.month()),
                limit("--guarantee", guarantee, known.guarantee()));
    }

    Won minimum(Won known) {
        return minimum.isEmpty() ? known : won("--min", minimum);
    }

    Won maximum(Won known) {
        return maximum.isEmpty() ? known : won("--max", maximum);
    }

    Won minimum() {
        return minimum(Merchant.DEFAULT_MINIMUM);
    }

    Won maximum() {
        return maximum(Merchant.DEFAULT_MAXIMUM);
    }

    private long limit(String option, String text, long known) {
        if (text.isEmpty()) return known;
        return text.equals(NONE) ? Limits.NONE : won(option, text).amount();
    }

    private Won won(String option, String text) {
        if (!Won.isWellFormed(text))
            throw new ParameterException(spec.commandLine(), option + " is an amount in won, digits only: " + text);
        return Won.of(text);
    }
}
