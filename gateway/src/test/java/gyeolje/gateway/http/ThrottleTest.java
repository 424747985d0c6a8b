package gyeolje.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.value.MerchantId;
import gyeolje.gateway.http.Route.Operation;
import gyeolje.gateway.settings.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a merchant may ask for, on a clock that the test moves. */
final class ThrottleTest {
    private static final Route ORDER = new Route(Operation.ORDER, "tester");
    private static final MerchantId TESTER = new MerchantId("tester");
    private static final InetAddress HERE = InetAddress.ofLiteral("203.0.113.7");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    /** Begins just before such a clock wraps around. */
    private long now = Long.MAX_VALUE - 5;

    private Throttle throttle(int order, Duration burst, int badSignatures) {
        return new Throttle(new Settings.Rates(order, 0, 0, burst, badSignatures, 1), registry, () -> now);
    }

    private void pass(Duration duration) {
        now += duration.toNanos();
    }

    private static int passing(Throttle throttle, Route route, int times) {
        int passed = 0;
        for (int i = 0; i < times; i++) {
            if (throttle.delay(route).isZero()) passed++;
        }
        return passed;
    }

    @Test
    void a_quiet_merchant_may_burst_and_then_keeps_to_the_rate() {
        var throttle = throttle(10, Duration.ofSeconds(2), 0);
        assertEquals(20, passing(throttle, ORDER, 100));
        assertEquals(Duration.ofMillis(100), throttle.delay(ORDER));
        pass(Duration.ofMillis(99));
        assertEquals(0, passing(throttle, ORDER, 5));
        pass(Duration.ofMillis(1));
        assertEquals(1, passing(throttle, ORDER, 5));
        pass(Duration.ofSeconds(1));
        assertEquals(10, passing(throttle, ORDER, 100));
        pass(Duration.ofDays(300));
        assertEquals(20, passing(throttle, ORDER, 100));
        assertEquals(
                80 + 1 + 5 + 4 + 90 + 80,
                registry.get("gyeolje.throttled")
                        .tag("reason", "rate")
                        .counter()
                        .count());
    }

    @Test
    void in_the_long_run_no_more_than_the_rate_passes_whatever_the_clock_does() {
        var throttle = throttle(1000, Duration.ofSeconds(1), 0);
        int passed = 0;
        for (int i = 0; i < 100_000; i++) {
            passed += passing(throttle, ORDER, 1);
            pass(Duration.ofNanos(100_003L * (i % 5)));
        }
        assertEquals(1000 + 20_000, passed, 2);
    }

    @Test
    void merchants_and_routes_have_buckets_of_their_own() {
        var throttle = throttle(1, Duration.ofSeconds(1), 0);
        assertEquals(1, passing(throttle, ORDER, 5));
        assertEquals(1, passing(throttle, new Route(Operation.ORDER, "other"), 5));
        assertEquals(50_000, passing(throttle, new Route(Operation.PAY, "tester"), 50_000));
        assertEquals(50_000, passing(throttle, new Route(Operation.CANCEL, "tester"), 50_000));
    }

    @Test
    void a_burst_too_short_for_one_request_still_lets_one_pass() {
        assertEquals(1, passing(throttle(1, Duration.ofMillis(1), 0), ORDER, 5));
    }

    @Test
    void bad_signatures_are_counted_by_merchant_and_address_and_reported() {
        var throttle = throttle(0, Duration.ofSeconds(1), 60);
        for (int i = 0; i < 60; i++)
            assertTrue(throttle.afterBadSignature(TESTER, HERE).isZero());
        assertEquals(Duration.ofSeconds(1), throttle.afterBadSignature(TESTER, HERE));
        assertTrue(throttle.afterBadSignature(new MerchantId("other"), HERE).isZero());
        assertTrue(throttle.afterBadSignature(TESTER, InetAddress.ofLiteral("203.0.113.8"))
                .isZero());
        assertTrue(throttle.delay(ORDER).isZero(), "good traffic does not pay for it");
        pass(Duration.ofSeconds(1));
        assertTrue(throttle.afterBadSignature(TESTER, HERE).isZero());
        assertEquals(64, registry.get("gyeolje.bad.signatures").counter().count());
        assertEquals(
                1,
                registry.get("gyeolje.throttled")
                        .tag("reason", "signature")
                        .counter()
                        .count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"})
    void an_ipv6_network_is_one_guesser(String address) {
        var throttle = throttle(0, Duration.ofSeconds(1), 1);
        throttle.afterBadSignature(TESTER, InetAddress.ofLiteral("2001:db8:1:2::2"));
        assertTrue(throttle.afterBadSignature(TESTER, InetAddress.ofLiteral(address))
                .isPositive());
        assertTrue(throttle.afterBadSignature(TESTER, InetAddress.ofLiteral("2001:db8:1:3::2"))
                .isZero());
    }
}
