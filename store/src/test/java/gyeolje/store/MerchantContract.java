package gyeolje.store;

import static gyeolje.store.Samples.TESTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.Won;
import gyeolje.store.MerchantChange.Done;
import gyeolje.store.MerchantChange.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The merchants and their terms. */
abstract class MerchantContract extends StoreHarness {
    static final ApiCertKey OLD = new ApiCertKey("the-first-key-of-all");
    static final ApiCertKey NEW = new ApiCertKey("the-second-key-of-all");

    static Merchant merchant() {
        return new Merchant(
                TESTER,
                "시험 가맹점",
                true,
                Profile.STRICT,
                List.of(OLD),
                List.of(AddressRange.of("127.0.0.1"), AddressRange.of("2001:db8::/32")),
                Set.of("shop.example"),
                new Won(100),
                new Won(50_000),
                new Limits(1, 2, Limits.NONE));
    }

    private Merchant found() {
        return store.merchants().find(TESTER).orElseThrow();
    }

    private static Merchant done(MerchantChange change) {
        return assertInstanceOf(Done.class, change).merchant();
    }

    @Test
    void a_merchant_is_found_as_it_was_added() {
        assertEquals(merchant(), done(store.merchants().add(merchant(), "operator")));
        assertEquals(merchant(), found());
        assertEquals(List.of(merchant()), store.merchants().list());
        assertTrue(store.merchants().find(new MerchantId("other")).isEmpty());
    }

    @Test
    void a_merchant_is_added_once() {
        done(store.merchants().add(merchant(), "operator"));
        assertInstanceOf(Refused.class, store.merchants().add(merchant(), "operator"));
    }

    @Test
    void a_change_to_nobody_is_refused() {
        assertEquals(
                new Refused("there is no merchant tester"), store.merchants().disable(TESTER, "operator"));
        assertInstanceOf(Refused.class, store.merchants().rotateKey(TESTER, NEW, Duration.ZERO, "operator"));
    }

    @Test
    void the_terms_of_a_merchant_change() {
        var merchants = store.merchants();
        done(merchants.add(merchant(), "operator"));
        assertFalse(done(merchants.disable(TESTER, "kim")).enabled());
        assertTrue(done(merchants.enable(TESTER, "kim")).enabled());
        assertEquals("새 이름", done(merchants.rename(TESTER, "새 이름", "kim")).name());
        assertEquals(
                Profile.LEGACY,
                done(merchants.profile(TESTER, Profile.LEGACY, "kim")).profile());
        assertEquals(
                Limits.UNLIMITED,
                done(merchants.limits(TESTER, Limits.UNLIMITED, "kim")).limits());
        assertEquals(
                new Won(7),
                done(merchants.bounds(TESTER, new Won(7), new Won(9), "kim")).minimum());
        assertInstanceOf(Refused.class, merchants.bounds(TESTER, new Won(9), new Won(7), "kim"));
        done(merchants.denyAddress(TESTER, AddressRange.of("127.0.0.1"), "kim"));
        done(merchants.allowAddress(TESTER, AddressRange.of("203.0.113.0/24"), "kim"));
        done(merchants.denyReturnHost(TESTER, "SHOP.example", "kim"));
        done(merchants.allowReturnHost(TESTER, "Other.example", "kim"));
        assertEquals(
                Set.of(AddressRange.of("203.0.113.0/24"), AddressRange.of("2001:db8::/32")),
                Set.copyOf(found().addresses()));
        assertEquals(Set.of("other.example"), found().returnHosts());
    }

    @Test
    void a_rotated_key_lives_beside_the_old_one_until_the_overlap_is_over() {
        done(store.merchants().add(merchant(), "operator"));
        assertEquals(
                List.of(NEW, OLD),
                done(store.merchants().rotateKey(TESTER, NEW, Duration.ofHours(1), "operator"))
                        .keys());
        var third = new ApiCertKey("the-third-key-of-all");
        assertInstanceOf(Refused.class, store.merchants().rotateKey(TESTER, third, Duration.ofHours(1), "operator"));
        clock.move(Duration.ofMinutes(61));
        assertEquals(List.of(NEW), found().keys());
        assertEquals(
                List.of(third),
                done(store.merchants().rotateKey(TESTER, third, Duration.ZERO, "operator"))
                        .keys());
    }

    @Test
    void the_edition_is_another_after_each_change_and_when_a_key_has_died_and_the_same_otherwise() {
        done(store.merchants().add(merchant(), "operator"));
        var added = store.merchants().edition();
        clock.move(Duration.ofMinutes(1));
        assertInstanceOf(Refused.class, store.merchants().add(merchant(), "operator"));
        assertEquals(added, store.merchants().edition());
        done(store.merchants().rename(TESTER, "다른 이름", "operator"));
        var renamed = store.merchants().edition();
        assertNotEquals(added, renamed);
        done(store.merchants().rotateKey(TESTER, NEW, Duration.ofHours(1), "operator"));
        var rotated = store.merchants().edition();
        assertNotEquals(renamed, rotated);
        clock.move(Duration.ofMinutes(59));
        assertEquals(rotated, store.merchants().edition());
        clock.move(Duration.ofMinutes(1));
        assertEquals(List.of(NEW), found().keys());
        assertNotEquals(rotated, store.merchants().edition());
    }

    @Test
    void who_changed_what_is_written_down_without_secrets() {
        done(store.merchants().add(merchant(), "operator"));
        done(store.merchants().rotateKey(TESTER, NEW, Duration.ofHours(1), "kim"));
        done(store.merchants().disable(TESTER, "lee"));
        var journal = store.merchants().journal(TESTER);
        assertEquals(3, journal.size());
        assertTrue(journal.getLast().endsWith("lee: disabled"));
        assertFalse(journal.toString().contains("-key-of-all"));
    }

    @Test
    void two_rotations_at_once_leave_two_live_keys() throws Exception {
        done(store.merchants().add(merchant(), "operator"));
        var changes = together(
                4,
                number -> store.merchants()
                        .rotateKey(
                                TESTER, new ApiCertKey("key-number-000000" + number), Duration.ofHours(1), "operator"));
        assertEquals(1, changes.stream().filter(Done.class::isInstance).count());
        assertEquals(2, found().keys().size());
    }
}
