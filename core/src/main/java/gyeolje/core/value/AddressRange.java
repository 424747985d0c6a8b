package gyeolje.core.value;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One entry of a merchant's address list: an IPv4 or IPv6 address or CIDR block. Host bits must be zero and a block that admits
 * everybody is refused, since both are always mistakes. An IPv4 address mapped into IPv6 is the IPv4 address.
 */
public record AddressRange(InetAddress network, int prefix) {
    private static final Pattern IPV4 = Pattern.compile(
            "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern PREFIX = Pattern.compile("[1-9][0-9]{0,2}");

    public AddressRange {
        var bytes = network.getAddress();
        if (prefix < 1 || prefix > bytes.length * 8)
            throw new IllegalArgumentException("an address range has 1 to " + bytes.length * 8 + " bits");
        for (int bit = prefix; bit < bytes.length * 8; bit++) {
            if (bit(bytes, bit)) throw new IllegalArgumentException("host bits set in address range");
        }
    }

    /** Reads `203.0.113.7`, `203.0.113.0/24`, `::1` or `2001:db8::/32`. */
    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        var network = address(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) return new AddressRange(network, network.getAddress().length * 8);
        var digits = text.substring(slash + 1);
        if (!PREFIX.matcher(digits).matches()) throw new IllegalArgumentException("not an address range: " + text);
        return new AddressRange(network, Integer.parseInt(digits));
    }

    /** Reads an address literal; a name, a zone or a short form is refused, so nothing is ever looked up. */
    public static InetAddress address(String literal) {
        if (!isIpv4(literal) && !isIpv6(literal)) throw new IllegalArgumentException("not an IP address: " + literal);
        return InetAddress.ofLiteral(literal);
    }

    /** May end in an IPv4 address, which is then held to the same form as elsewhere. */
    private static boolean isIpv6(String literal) {
        return IPV6.matcher(literal).matches()
                && (!literal.contains(".") || isIpv4(literal.substring(literal.lastIndexOf(':') + 1)));
    }

    private static boolean isIpv4(String literal) {
        return IPV4.matcher(literal).matches();
    }

    public static boolean anyContains(List<AddressRange> ranges, InetAddress address) {
        for (var range : ranges) {
            if (range.contains(address)) return true;
        }
        return false;
    }

    public boolean contains(InetAddress address) {
        var own = network.getAddress();
        var other = address.getAddress();
        if (other.length != own.length) return false;
        int whole = prefix / 8;
        for (int i = 0; i < whole; i++) {
            if (own[i] != other[i]) return false;
        }
        for (int bit = whole * 8; bit < prefix; bit++) {
            if (bit(own, bit) != bit(other, bit)) return false;
        }
        return true;
    }

    public String text() {
        boolean single = prefix == network.getAddress().length * 8;
        return single ? network.getHostAddress() : network.getHostAddress() + "/" + prefix;
    }

    private static boolean bit(byte[] bytes, int index) {
        return (bytes[index / 8] >> (7 - index % 8) & 1) == 1;
    }
}
