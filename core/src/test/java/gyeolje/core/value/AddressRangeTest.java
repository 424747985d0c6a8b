package gyeolje.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which servers a merchant calls from (merchant API, section 3). */
final class AddressRangeTest {
    @ParameterizedTest(name = "{0} lets {1} in: {2}")
    @CsvSource({
        "203.0.113.7,         203.0.113.7,              yes",
        "203.0.113.7,         203.0.113.8,              no",
        "203.0.113.7/32,      203.0.113.7,              yes",
        "203.0.113.0/24,      203.0.113.0,              yes",
        "203.0.113.0/24,      203.0.113.255,            yes",
        "203.0.113.0/24,      203.0.112.255,            no",
        "203.0.113.0/24,      203.0.114.0,              no",
        "203.0.113.0/25,      203.0.113.127,            yes",
        "203.0.113.0/25,      203.0.113.128,            no",
        "203.0.113.6/31,      203.0.113.7,              yes",
        "203.0.113.6/31,      203.0.113.5,              no",
        "203.0.113.6/31,      203.0.113.8,              no",
        "128.0.0.0/1,         255.255.255.255,          yes",
        "128.0.0.0/1,         127.255.255.255,          no",
        "10.0.0.0/8,          10.255.0.1,               yes",
        "10.0.0.0/8,          11.0.0.0,                 no",
        "::1,                 ::1,                      yes",
        "::1,                 0:0:0:0:0:0:0:1,          yes",
        "::1,                 ::2,                      no",
        "::1,                 127.0.0.1,                no",
        "127.0.0.1,           ::1,                      no",
        "2001:db8::/32,       2001:db8:ffff::1,         yes",
        "2001:db8::/32,       2001:db9::,               no",
        "2001:db8::/33,       2001:db8:7fff::,          yes",
        "2001:db8::/33,       2001:db8:8000::,          no",
        "2001:DB8::A,         2001:db8::a,              yes",
        "203.0.113.7,         ::ffff:203.0.113.7,       yes",
        "::ffff:203.0.113.7,  203.0.113.7,              yes",
        "203.0.113.7,         ::ffff:cb00:7107,         yes",
        "203.0.113.7,         ::203.0.113.7,            no"
    })
    void contains(String range, String address, String answer) {
        assertEquals(answer, AddressRange.of(range).contains(AddressRange.address(address)) ? "yes" : "no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "localhost",
                "shop.example",
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f.0.0.1",
                "010.0.0.1",
                "1.2.3.04",
                "1.2.3.256",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.4:80",
                "１.2.3.4",
                "::ffff:010.0.0.1",
                "::ffff:127.1",
                ":",
                ":::",
                "1::2::3",
                "12345::",
                "g::1",
                "::1%lo",
                "[::1]",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9"
            })
    void whatIsNoPlainAddressIsRefusedAndNeverLookedUp(String text) {
        assertThrows(IllegalArgumentException.class, () -> AddressRange.of(text));
        assertThrows(IllegalArgumentException.class, () -> AddressRange.address(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "::/0",
                "203.0.113.0/",
                "203.0.113.0/33",
                "2001:db8::/129",
                "203.0.113.0/-1",
                "203.0.113.0/024",
                "203.0.113.0/255.255.255.0",
                "203.0.113.0/24/24",
                "203.0.113.0/２４",
                "::ffff:0:0/96"
            })
    void aBlockThatIsNoneOrAdmitsEverybodyIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> AddressRange.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7/24", "203.0.113.128/24", "10.0.0.1/31", "2001:db8::1/64", "1.0.0.0/1"})
    void aBlockWithHostBitsIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> AddressRange.of(text));
    }

    @Test
    void aRangeCanBeWrittenDownAndReadAgain() {
        for (var text : new String[] {"203.0.113.7", "203.0.113.0/24", "::1", "2001:db8::/32", "::ffff:1.2.3.4"}) {
            var range = AddressRange.of(text);
            assertEquals(range, AddressRange.of(range.text()));
        }
        assertEquals("203.0.113.0/24", AddressRange.of("203.0.113.0/24").text());
        assertEquals("203.0.113.7", AddressRange.of("203.0.113.7/32").text());
    }
}
