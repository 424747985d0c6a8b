package gyeolje.gateway.flow;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.request.Reading;
import java.time.Instant;

/**
 * The merchant whose server calls, known to call from an address of theirs.
 *
 * @param userAgent the User-Agent header, empty when there was none
 */
public record Caller(Merchant merchant, String userAgent) {
    Reading reading(Instant now) {
        return new Reading(merchant.id(), merchant.profile(), merchant.returnHosts(), userAgent, now);
    }
}
