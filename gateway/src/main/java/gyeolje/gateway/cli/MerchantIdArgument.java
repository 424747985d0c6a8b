package gyeolje.gateway.cli;

import gyeolje.core.value.MerchantId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whose settings: `--id ID`, or simply the first plain word. */
final class MerchantIdArgument {
    @Option(names = "--id", paramLabel = "ID", description = "the merchant")
    private String id = "";

    @Parameters(arity = "0..*", paramLabel = "ID", description = "the merchant, unless --id names it")
    private List<String> words = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    MerchantId id() {
        var text = !id.isEmpty() ? id : words.isEmpty() ? "" : words.getFirst();
        if (text.isEmpty()) throw wrong("say which merchant: --id ID");
        if (!MerchantId.isWellFormed(text))
            throw wrong("a merchant id is 1 to 20 letters, digits, hyphens or underscores: " + text);
        return new MerchantId(text);
    }

    /** The plain words that do not name the merchant. */
    List<String> rest() {
        return id.isEmpty() && !words.isEmpty() ? words.subList(1, words.size()) : words;
    }

    ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
