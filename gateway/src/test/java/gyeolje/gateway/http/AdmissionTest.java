package gyeolje.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.value.MerchantId;
import org.junit.jupiter.api.Test;

/** How much is under way at once. */
final class AdmissionTest {
    @Test
    void beyond_the_bound_nobody_enters_until_somebody_leaves() {
        var admission = new Admission(2, 2);
        assertTrue(admission.enter());
        assertTrue(admission.enter());
        assertFalse(admission.enter());
        admission.leave();
        assertTrue(admission.enter());
    }

    @Test
    void a_merchant_that_has_all_its_share_under_way_leaves_room_for_the_others() {
        var admission = new Admission(10, 2);
        var greedy = new MerchantId("greedy");
        assertTrue(admission.enter(greedy));
        assertTrue(admission.enter(greedy));
        assertFalse(admission.enter(greedy));
        assertTrue(admission.enter(new MerchantId("other")));
        admission.leave(greedy);
        assertTrue(admission.enter(greedy));
        assertFalse(admission.enter(greedy));
    }

    @Test
    void a_stopping_gateway_lets_nobody_in_and_is_idle_when_the_last_one_left() {
        var admission = new Admission(2, 2);
        assertTrue(admission.enter());
        admission.drain();
        assertEquals(true, admission.isDraining());
        assertFalse(admission.enter());
        assertFalse(admission.isIdle());
        admission.leave();
        assertTrue(admission.isIdle());
        assertFalse(admission.enter());
        assertTrue(admission.isIdle());
    }
}
