package gyeolje.bench.load;

import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import java.util.List;

/** The merchants who send requests, in turn; they share a key, so that they differ in name alone. */
public record Sellers(List<MerchantId> merchants, ApiCertKey key) {
    public static final String AMOUNT = "1004";
    public static final String SITE = "T0000";

    public Sellers {
        merchants = List.copyOf(merchants);
    }

    int inTurn(long number) {
        return (int) (number % merchants.size());
    }

    MerchantId get(int index) {
        return merchants.get(index);
    }
}
