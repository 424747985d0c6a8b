package gyeolje.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.core.value.AddressRange;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where requests really come from, behind proxies and not. */
final class ClientAddressTest {
    private static String of(String proxies, String peer, String... forwardedFor) {
        var ranges = Arrays.stream(proxies.split(" "))
                .filter(range -> !range.isEmpty())
                .map(AddressRange::of)
                .toList();
        return new ClientAddress(ranges)
                .of(AddressRange.address(peer), List.of(forwardedFor))
                .map(address -> address.getHostAddress())
                .orElse("unreadable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "nobody is trusted;;                        203.0.113.9; 127.0.0.1;               203.0.113.9",
                "the peer is no proxy of ours;10.0.0.0/8;   203.0.113.9; 127.0.0.1;               203.0.113.9",
                "one hop;10.0.0.0/8;                        10.0.0.1;    198.51.100.7;            198.51.100.7",
                "the client put one in front;10.0.0.0/8;    10.0.0.1;    \"127.0.0.1, 198.51.100.7\"; 198.51.100.7",
                "two proxies of ours;10.0.0.0/8;            10.0.0.1;    \"9.9.9.9,198.51.100.7 , 10.9.9.9\"; 198.51.100.7",
                "only proxies of ours;10.0.0.0/8;           10.0.0.1;    \"10.0.0.3,10.0.0.2\";   10.0.0.3",
                "version 6;fd00::/8;                        fd00::1;     2001:db8::5;             2001:db8:0:0:0:0:0:5",
                "mapped peer;10.0.0.0/8;                    ::ffff:10.0.0.1; 198.51.100.7;        198.51.100.7",
                "mapped client;10.0.0.0/8;                  10.0.0.1;    ::ffff:198.51.100.7;     198.51.100.7",
                "no list;10.0.0.0/8;                        10.0.0.1;    \"\";                    unreadable",
                "a word;10.0.0.0/8;                         10.0.0.1;    unknown;                 unreadable",
                "a port;10.0.0.0/8;                         10.0.0.1;    198.51.100.7:443;        unreadable",
                "a zone;10.0.0.0/8;                         10.0.0.1;    fe80::1%eth0;            unreadable",
                "brackets;10.0.0.0/8;                       10.0.0.1;    [2001:db8::5];           unreadable",
                "leading zeros;10.0.0.0/8;                  10.0.0.1;    010.0.0.1;               unreadable",
                "a short form;10.0.0.0/8;                   10.0.0.1;    127.1;                   unreadable",
                "an empty hop;10.0.0.0/8;                   10.0.0.1;    \"198.51.100.7,\";       unreadable",
                "garbage farther left;10.0.0.0/8;           10.0.0.1;    \"<script>,198.51.100.7\"; 198.51.100.7"
            })
    void a_forwarded_address_counts_only_from_a_declared_proxy(
            String situation, String proxies, String peer, String forwardedFor, String expected) {
        assertEquals(
                expected.strip(),
                of(proxies == null ? "" : proxies.strip(), peer.strip(), forwardedFor.strip()),
                situation);
    }

    @Test
    void without_a_list_the_proxy_itself_is_the_client() {
        assertEquals("10.0.0.1", of("10.0.0.0/8", "10.0.0.1"));
    }

    @Test
    void several_headers_are_one_list() {
        assertEquals("198.51.100.7", of("10.0.0.0/8", "10.0.0.1", "127.0.0.1", "198.51.100.7, 10.2.2.2"));
        assertEquals("198.51.100.7", of("10.0.0.0/8", "10.0.0.1", "127.0.0.1, 198.51.100.7", "10.2.2.2"));
    }

    @Test
    void a_very_long_list_is_read_from_the_right() {
        assertEquals("198.51.100.7", of("10.0.0.0/8", "10.0.0.1", "x,".repeat(8_000) + "198.51.100.7"));
    }

    @Test
    void a_peer_on_a_link_of_its_own_is_known_without_the_name_of_the_link() {
        assertEquals(AddressRange.address("fe80::1"), ClientAddress.peer("fe80:0:0:0:0:0:0:1%eth0"));
        assertEquals(AddressRange.address("127.0.0.1"), ClientAddress.peer("127.0.0.1"));
        assertEquals(AddressRange.address("::1"), ClientAddress.peer("0:0:0:0:0:0:0:1"));
    }
}
