package gyeolje.core.request;

import gyeolje.core.value.MerchantId;
import java.time.Instant;
import java.util.Set;

/**
 * What a request is read against.
 *
 * @param returnHosts hosts the strict profile lets a shopper return to, lower case
 * @param shopperUserAgent the User-Agent header, empty when there was none
 */
public record Reading(
        MerchantId merchant, Profile profile, Set<String> returnHosts, String shopperUserAgent, Instant now) {
    public Reading {
        returnHosts = Set.copyOf(returnHosts);
    }
}
