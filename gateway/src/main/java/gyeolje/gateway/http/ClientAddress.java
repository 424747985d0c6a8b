package gyeolje.gateway.http;

import gyeolje.core.value.AddressRange;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where a request really comes from. `X-Forwarded-For` counts only from a declared proxy and is read from the right, up to the
 * first address that is no proxy of ours (merchant API, section 3).
 */
final class ClientAddress {
    private final List<AddressRange> trustedProxies;

    ClientAddress(List<AddressRange> trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    /** The other end of a connection, as the system writes it; the zone of a link-local address says nothing about who it is. */
    static InetAddress peer(String literal) {
        int zone = literal.indexOf('%');
        return InetAddress.ofLiteral(zone < 0 ? literal : literal.substring(0, zone));
    }

    /** Empty when a proxy of ours says something that is no address. */
    Optional<InetAddress> of(InetAddress peer, List<String> forwardedFor) {
        if (!isTrusted(peer) || forwardedFor.isEmpty()) return Optional.of(peer);
        var hops = String.join(",", forwardedFor).split(",", -1);
        var nearest = peer;
        for (int i = hops.length - 1; i >= 0; i--) {
            try {
                nearest = AddressRange.address(hops[i].strip());
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
            if (!isTrusted(nearest)) return Optional.of(nearest);
        }
        return Optional.of(nearest);
    }

    private boolean isTrusted(InetAddress address) {
        return AddressRange.anyContains(trustedProxies, address);
    }
}
