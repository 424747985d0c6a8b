package gyeolje.bench;

import gyeolje.bench.load.Sellers;
import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The merchants of the benchmark: as many without limits as with limits that have room for everything. */
public final class Town {
    /** Nothing here is worth a secret. */
    public static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static final ApiCertKey KEY = new ApiCertKey("7f3a1be0c94d4e6fa2d85b1c60e97f24");
    private static final long ROOMY = 1_000_000_000_000L;

    public static MerchantId unlimited(int number) {
        return new MerchantId("m%04d".formatted(number));
    }

    private static MerchantId limited(int number) {
        return new MerchantId("l%04d".formatted(number));
    }

    public static List<Merchant> merchants(int count) {
        var merchants = new ArrayList<Merchant>();
        for (int i = 0; i < count; i++) {
            merchants.add(merchant(unlimited(i), Limits.UNLIMITED));
            merchants.add(merchant(limited(i), new Limits(ROOMY, ROOMY, ROOMY)));
        }
        return merchants;
    }

    private static Merchant merchant(MerchantId id, Limits limits) {
        return new Merchant(
                id,
                "가게 " + id.text(),
                true,
                Profile.STANDARD,
                List.of(KEY),
                List.of(AddressRange.of("127.0.0.1")),
                Set.of(),
                Merchant.DEFAULT_MINIMUM,
                Merchant.DEFAULT_MAXIMUM,
                limits);
    }

    static Sellers unlimitedSellers(int count) {
        return new Sellers(IntStream.range(0, count).mapToObj(Town::unlimited).toList(), KEY);
    }

    static Sellers limitedSellers(int count) {
        return new Sellers(IntStream.range(0, count).mapToObj(Town::limited).toList(), KEY);
    }

    private Town() {}
}
