package gyeolje.gateway.cli;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.Won;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A merchant in lines for a terminal. Keys are never shown again. */
final class MerchantTerms {
    static String line(Merchant merchant) {
        return "%-20s %-8s %-8s %s"
                .formatted(
                        merchant.id(),
                        merchant.enabled() ? "enabled" : "disabled",
                        merchant.profile().name().toLowerCase(Locale.ROOT),
                        merchant.name());
    }

    static List<String> lines(Merchant merchant) {
        var limits = merchant.limits();
        return List.of(
                "id         " + merchant.id(),
                "name       " + merchant.name(),
                "status     " + (merchant.enabled() ? "enabled" : "disabled"),
                "profile    " + merchant.profile().name().toLowerCase(Locale.ROOT),
                "keys       " + merchant.keys().size() + " live",
                "addresses  "
                        + joined(merchant.addresses().stream()
                                .map(AddressRange::text)
                                .toList()),
                "hosts      " + joined(merchant.returnHosts()),
                "amount     " + won(merchant.minimum()) + " to " + won(merchant.maximum()),
                "day        " + limit(limits.day()),
                "month      " + limit(limits.month()),
                "guarantee  " + limit(limits.guarantee()));
    }

    private static String joined(Collection<String> entries) {
        return entries.isEmpty() ? "none" : entries.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String won(Won won) {
        return String.format(Locale.ROOT, "%,d won", won.amount());
    }

    private static String limit(long limit) {
        return limit == Limits.NONE ? "unlimited" : String.format(Locale.ROOT, "%,d won", limit);
    }

    private MerchantTerms() {}
}
