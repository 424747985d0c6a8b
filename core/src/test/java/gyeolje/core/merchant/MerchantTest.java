package gyeolje.core.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gyeolje.core.payment.Limits;
import gyeolje.core.payment.ResponseCode;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.Won;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On what terms a merchant sells (merchant API, sections 3 and 6). */
final class MerchantTest {
    private static final String KEY = "25bcd7a82f5b4058818462cc7715964c";

    @ParameterizedTest(name = "{2} won with bounds {0} to {1}: {3}")
    @CsvSource({
        "100, 2000000, 0,       5001",
        "100, 2000000, 99,      5001",
        "100, 2000000, 100,     ok",
        "100, 2000000, 2000000, ok",
        "100, 2000000, 2000001, 5002",
        "0,   2000000, 0,       5001",
        "0,   2000000, 1,       ok",
        "1004, 1004,   1004,    ok"
    })
    void bounds(long minimum, long maximum, long amount, String answer) {
        var merchant = merchant(minimum, maximum);
        assertEquals(
                answer,
                merchant.outOfBounds(new Won(amount)).map(ResponseCode::wire).orElse("ok"));
    }

    @Test
    void theUsualBoundsAreAHundredWonAndTwoMillion() {
        assertEquals(new Won(100), Merchant.DEFAULT_MINIMUM);
        assertEquals(new Won(2_000_000), Merchant.DEFAULT_MAXIMUM);
    }

    @Test
    void aMinimumAboveTheMaximumIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> merchant(1_001, 1_000));
    }

    @ParameterizedTest(name = "from {0} with {1} on the list: {2}")
    @CsvSource({
        "127.0.0.1,   '127.0.0.1 ::1',    true",
        "::1,         '127.0.0.1 ::1',    true",
        "127.0.0.2,   '127.0.0.1 ::1',    false",
        "203.0.113.9, '203.0.113.0/24',   true",
        "127.0.0.1,   '',                 false"
    })
    void onlyListedServersAreAdmitted(String address, String list, boolean admitted) {
        var ranges = Stream.of(list.split(" "))
                .filter(text -> !text.isEmpty())
                .map(AddressRange::of)
                .toList();
        assertEquals(admitted, merchant(100, 1_000, ranges).admits(AddressRange.address(address)));
    }

    @Test
    void theKeyOfAMerchantIsNotPrinted() {
        assertFalse(merchant(100, 1_000).toString().contains(KEY));
    }

    private static Merchant merchant(long minimum, long maximum) {
        return merchant(minimum, maximum, List.of());
    }

    private static Merchant merchant(long minimum, long maximum, List<AddressRange> addresses) {
        return new Merchant(
                new MerchantId("tester"),
                "Tester",
                true,
                Profile.STANDARD,
                List.of(new ApiCertKey(KEY)),
                addresses,
                Set.of(),
                new Won(minimum),
                new Won(maximum),
                Limits.UNLIMITED);
    }
}
