package gyeolje.gateway.cli;

import gyeolje.core.request.Signatures;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the signature of given values, for merchants who debug theirs. */
@Command(
        name = "sign",
        description = "Prints the signature of an order or a cancel, for merchants who debug theirs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(order | cancel)")
public final class SignCommand implements Runnable {
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,17}");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to sign: order or cancel");
    }

    @Command(
            name = "order",
            description = "SHA-256 of merchantId|orderNumber|amount|apiCertKey|timestamp.",
            mixinStandardHelpOptions = true)
    int order(
            @Option(names = "--merchant", required = true, paramLabel = "ID") String merchant,
            @Option(names = "--order-number", required = true, paramLabel = "NUMBER") String orderNumber,
            @Option(names = "--amount", required = true, paramLabel = "WON") String amount,
            @Option(names = "--timestamp", required = true, paramLabel = "yyyyMMddHHmmss") String timestamp,
            @Option(names = "--key", required = true, paramLabel = "KEY", description = "the apiCertKey") String key) {
        print(Signatures.order(
                        merchantId(merchant),
                        value("order number", orderNumber, OrderNumber::isWellFormed, OrderNumber::new),
                        value("amount", amount, Won::isWellFormed, Won::of),
                        apiCertKey(key),
                        value(
                                "timestamp",
                                timestamp,
                                text -> TIMESTAMP.matcher(text).matches(),
                                text -> text))
                .text());
        return 0;
    }

    @Command(
            name = "cancel",
            description = "SHA-256 of merchantId|transactionId|apiCertKey.",
            mixinStandardHelpOptions = true)
    int cancel(
            @Option(names = "--merchant", required = true, paramLabel = "ID") String merchant,
            @Option(names = "--transaction", required = true, paramLabel = "ID") String transaction,
            @Option(names = "--key", required = true, paramLabel = "KEY", description = "the apiCertKey") String key) {
        print(Signatures.cancel(
                        merchantId(merchant),
                        value("transaction id", transaction, TransactionId::isWellFormed, TransactionId::new),
                        apiCertKey(key))
                .text());
        return 0;
    }

    private MerchantId merchantId(String text) {
        return value("merchant id", text, MerchantId::isWellFormed, MerchantId::new);
    }

    private ApiCertKey apiCertKey(String text) {
        return value("apiCertKey", text, ApiCertKey::isWellFormed, ApiCertKey::new);
    }

    private <T> T value(String what, String text, Predicate<String> wellFormed, Function<String, T> read) {
        if (!wellFormed.test(text))
            throw new ParameterException(
                    spec.commandLine(),
                    "the " + what + " is not well-formed: check for blanks, bars and characters it cannot have");
        return read.apply(text);
    }

    private void print(String line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
