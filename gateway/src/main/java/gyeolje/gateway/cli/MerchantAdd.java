package gyeolje.gateway.cli;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.request.Profile;
import gyeolje.core.value.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Adds a merchant. */
@Command(
        name = "add",
        description = "Adds a merchant; a key that is not given is made and shown once.",
        mixinStandardHelpOptions = true)
final class MerchantAdd implements Callable<Integer> {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private MerchantIdArgument merchant = new MerchantIdArgument();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    /** What Java makes of an argument that the locale's encoding cannot hold. */
    private static final char UNREAD = '\uFFFD';

    @Option(names = "--name", required = true, description = "what people call the merchant")
    private String name = "";

    @Option(
            names = "--ip",
            arity = "1..*",
            paramLabel = "CIDR",
            description = "where its servers call from; may be repeated")
    private List<String> ips = new ArrayList<>();

    @Option(names = "--key", paramLabel = "KEY", description = "its apiCertKey (default: a random one)")
    private @Nullable String key;

    @Option(
            names = "--profile",
            defaultValue = "standard",
            description = "standard, legacy or strict (default ${DEFAULT-VALUE})")
    private Profile profile = Profile.STANDARD;

    @Option(
            names = "--return-host",
            paramLabel = "HOST",
            description = "where shoppers may return to in the strict profile; may be repeated")
    private List<String> returnHosts = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var id = merchant.id();
        if (Text.isBlank(name) || Text.length(name) > 100 || !Text.isPrintable(name))
            throw merchant.wrong("a name has 1 to 100 printable characters");
        if (name.indexOf(UNREAD) >= 0)
            throw merchant.wrong("the name did not arrive as UTF-8: set LC_ALL=C.UTF-8 and try again");
        var newKey = NewKey.from(key, merchant);
        if (limits.minimum().compareTo(limits.maximum()) > 0) throw merchant.wrong("--min is above --max");
        var added = new Merchant(
                id,
                name,
                true,
                profile,
                List.of(newKey.key()),
                AddressRanges.of(ips, merchant::wrong),
                new HashSet<>(returnHosts),
                limits.minimum(),
                limits.maximum(),
                limits.over(Limits.UNLIMITED));
        var done = StoreTool.with(config.settings(), store -> store.merchants().add(added, WhoIsIt.name()));
        var out = spec.commandLine().getOut();
        MerchantTerms.lines(CommandFailure.unlessDone(done)).forEach(out::println);
        newKey.lines().forEach(out::println);
        if (ips.isEmpty()) out.println("no address may call yet: add one with `merchant allow-ip`");
        out.flush();
        return 0;
    }
}
