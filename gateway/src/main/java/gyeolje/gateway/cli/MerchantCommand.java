package gyeolje.gateway.cli;

import gyeolje.core.payment.Limits;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.Won;
import gyeolje.store.MerchantChange;
import gyeolje.store.Merchants;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Manages merchants in the store (merchant API, section 3). */
@Command(
        name = "merchant",
        description = {
            "Manages merchants in the store. Works beside running gateways, which follow within seconds.",
            "Every change leaves a line in the merchant's journal."
        },
        mixinStandardHelpOptions = true,
        subcommands = MerchantAdd.class)
public final class MerchantCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do: " + String.join(", ", spec.subcommands().keySet()));
    }

    @Command(name = "list", description = "A line for each merchant.", mixinStandardHelpOptions = true)
    int list(@Mixin ConfigOption config) {
        var found = StoreTool.withExisting(
                config.settings(), store -> store.merchants().list());
        print(found.stream().map(MerchantTerms::line).toList());
        return 0;
    }

    @Command(name = "show", description = "One merchant's terms and who changed them.", mixinStandardHelpOptions = true)
    int show(@Mixin ConfigOption config, @Mixin MerchantIdArgument merchant) {
        var id = merchant.id();
        var found = StoreTool.withExisting(config.settings(), store -> {
            var terms = store.merchants().find(id).map(MerchantTerms::lines);
            terms.ifPresent(this::print);
            if (terms.isPresent()) print(store.merchants().journal(id));
            return terms;
        });
        if (found.isEmpty()) throw new CommandFailure("there is no merchant " + id + ": see `merchant list`");
        return 0;
    }

    @Command(
            name = "disable",
            description = "Refuses new orders and payments; cancels of what was paid before still work.",
            mixinStandardHelpOptions = true)
    int disable(@Mixin ConfigOption config, @Mixin MerchantIdArgument merchant) {
        var id = merchant.id();
        return change(config, merchants -> merchants.disable(id, WhoIsIt.name()));
    }

    @Command(name = "enable", description = "Takes orders and payments again.", mixinStandardHelpOptions = true)
    int enable(@Mixin ConfigOption config, @Mixin MerchantIdArgument merchant) {
        var id = merchant.id();
        return change(config, merchants -> merchants.enable(id, WhoIsIt.name()));
    }

    @Command(
            name = "rotate-key",
            description = "Adds a new signing key and shows it once; the old one lives on for the overlap.",
            mixinStandardHelpOptions = true)
    int rotateKey(
            @Mixin ConfigOption config,
            @Mixin MerchantIdArgument merchant,
            @Option(names = "--key", paramLabel = "KEY", description = "the new key (default: a random one)")
                    String key,
            @Option(
                            names = "--overlap",
                            paramLabel = "HOURS",
                            defaultValue = "24",
                            description = "how long both keys count (default ${DEFAULT-VALUE} hours)")
                    int overlap) {
        var id = merchant.id();
        if (overlap < 0 || overlap > 24 * 90) throw merchant.wrong("an overlap has 0 to 2160 hours");
        var next = NewKey.from(key, merchant);
        int code = change(
                config, merchants -> merchants.rotateKey(id, next.key(), Duration.ofHours(overlap), WhoIsIt.name()));
        print(next.lines());
        return code;
    }

    @Command(
            name = "allow-ip",
            description = "Lets servers at an address or CIDR block call.",
            mixinStandardHelpOptions = true)
    int allowIp(
            @Mixin ConfigOption config,
            @Mixin MerchantIdArgument merchant,
            @Option(names = "--ip", arity = "1..*", paramLabel = "CIDR") List<String> ips) {
        var id = merchant.id();
        for (var range : Ranges.of(ips, merchant))
            change(config, merchants -> merchants.allowAddress(id, range, WhoIsIt.name()));
        return 0;
    }

    @Command(
            name = "deny-ip",
            description = "Takes an address or CIDR block off the list.",
            mixinStandardHelpOptions = true)
    int denyIp(
            @Mixin ConfigOption config,
            @Mixin MerchantIdArgument merchant,
            @Option(names = "--ip", arity = "1..*", paramLabel = "CIDR") List<String> ips) {
        var id = merchant.id();
        for (var range : Ranges.of(ips, merchant))
            change(config, merchants -> merchants.denyAddress(id, range, WhoIsIt.name()));
        return 0;
    }

    @Command(
            name = "allow-host",
            description = "Lets a shopper of the strict profile return to a host.",
            mixinStandardHelpOptions = true)
    int allowHost(
            @Mixin ConfigOption config,
            @Mixin MerchantIdArgument merchant,
            @Option(names = "--host", required = true, paramLabel = "HOST") String host) {
        var id = merchant.id();
        return change(config, merchants -> merchants.allowReturnHost(id, host, WhoIsIt.name()));
    }

    @Command(name = "profile", description = "How strictly requests are read.", mixinStandardHelpOptions = true)
    int profile(
            @Mixin ConfigOption config,
            @Mixin MerchantIdArgument merchant,
            @Option(names = "--profile", required = true, description = "${COMPLETION-CANDIDATES}") Profile profile) {
        var id = merchant.id();
        return change(config, merchants -> merchants.profile(id, profile, WhoIsIt.name()));
    }

    @Command(
            name = "limits",
            description = "Changes limits and bounds, in won; `none` lifts a limit. What is not named stays.",
            mixinStandardHelpOptions = true)
    int limits(@Mixin ConfigOption config, @Mixin MerchantIdArgument merchant, @Mixin LimitOptions limits) {
        var id = merchant.id();
        if (limits.isEmpty()) throw merchant.wrong("name at least one of --day, --month, --guarantee, --min, --max");
        StoreTool.withExisting(config.settings(), store -> {
            var known = store.merchants().find(id).orElseThrow(() -> new CommandFailure("there is no merchant " + id));
            Limits wanted = limits.over(known.limits());
            Won minimum = limits.minimum(known.minimum());
            Won maximum = limits.maximum(known.maximum());
            if (minimum.compareTo(maximum) > 0) throw merchant.wrong("the minimum is above the maximum");
            CommandFailure.unlessDone(store.merchants().limits(id, wanted, WhoIsIt.name()));
            print(MerchantTerms.lines(
                    CommandFailure.unlessDone(store.merchants().bounds(id, minimum, maximum, WhoIsIt.name()))));
            return 0;
        });
        return 0;
    }

    private int change(ConfigOption config, Function<Merchants, MerchantChange> change) {
        var changed = StoreTool.withExisting(config.settings(), store -> change.apply(store.merchants()));
        print(MerchantTerms.lines(CommandFailure.unlessDone(changed)));
        return 0;
    }

    private void print(List<String> lines) {
        var out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }

    /** Reads the address ranges of a command. */
    private static final class Ranges {
        static List<AddressRange> of(List<String> ips, MerchantIdArgument merchant) {
            var texts = ips == null ? merchant.rest() : ips;
            if (texts.isEmpty()) throw merchant.wrong("say which address: --ip CIDR");
            return AddressRanges.of(texts, merchant::wrong);
        }
    }
}
