package gyeolje.core.merchant;

import gyeolje.core.payment.Limits;
import gyeolje.core.payment.ResponseCode;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.Won;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A merchant (가맹점; merchant API, section 3).
 *
 * @param keys the live signing keys: one, or two during a rotation
 * @param addresses where its servers call from; nobody when empty
 * @param returnHosts where the strict profile lets a shopper return to, lower case
 */
public record Merchant(
        MerchantId id,
        String name,
        boolean enabled,
        Profile profile,
        List<ApiCertKey> keys,
        List<AddressRange> addresses,
        Set<String> returnHosts,
        Won minimum,
        Won maximum,
        Limits limits) {
    public static final Won DEFAULT_MINIMUM = new Won(100);
    public static final Won DEFAULT_MAXIMUM = new Won(2_000_000);

    public Merchant {
        keys = List.copyOf(keys);
        addresses = List.copyOf(addresses);
        returnHosts = Set.copyOf(returnHosts);
        if (minimum.compareTo(maximum) > 0) throw new IllegalArgumentException("the minimum is above the maximum");
    }

    public boolean admits(InetAddress address) {
        return AddressRange.anyContains(addresses, address);
    }

    /** Which bound an amount breaks (merchant API, sections 5 and 6). Nothing is below every minimum. */
    public Optional<ResponseCode> outOfBounds(Won amount) {
        if (amount.equals(Won.ZERO) || amount.compareTo(minimum) < 0) return Optional.of(ResponseCode.BELOW_MINIMUM);
        if (amount.compareTo(maximum) > 0) return Optional.of(ResponseCode.ABOVE_MAXIMUM);
        return Optional.empty();
    }
}
