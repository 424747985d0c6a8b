package gyeolje.gateway.http;

import static gyeolje.gateway.http.Route.Operation.CANCEL;
import static gyeolje.gateway.http.Route.Operation.PAY;
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
        assertTrue(admission.enter(PAY));
        assertTrue(admission.enter(PAY));
        assertFalse(admission.enter(PAY));
        admission.leave();
        assertTrue(admission.enter(PAY));
    }

    @Test
    void a_merchant_that_has_all_its_share_under_way_leaves_room_for_the_others() {
        var admission = new Admission(10, 2);
        var greedy = new MerchantId("greedy");
        assertTrue(admission.enter(greedy, PAY));
        assertTrue(admission.enter(greedy, PAY));
        assertFalse(admission.enter(greedy, PAY));
        assertTrue(admission.enter(new MerchantId("other"), PAY));
        admission.leave(greedy);
        assertTrue(admission.enter(greedy, PAY));
        assertFalse(admission.enter(greedy, PAY));
    }

    @Test
    void cancels_have_a_share_of_their_own_beyond_what_payments_can_take() {
        var admission = new Admission(32, 16);
        var slow = new MerchantId("slow");
        for (int i = 0; i < 32; i++) assertTrue(admission.enter(PAY));
        assertFalse(admission.enter(PAY));
        assertTrue(admission.enter(CANCEL));
        assertTrue(admission.enter(CANCEL));
        assertFalse(admission.enter(CANCEL));
        for (int i = 0; i < 16; i++) assertTrue(admission.enter(slow, PAY));
        assertFalse(admission.enter(slow, PAY));
        assertTrue(admission.enter(slow, CANCEL));
        assertFalse(admission.enter(slow, CANCEL));
    }

    @Test
    void a_stopping_gateway_lets_nobody_in_and_is_idle_when_the_last_one_left() {
        var admission = new Admission(2, 2);
        assertTrue(admission.enter(PAY));
        admission.drain();
        assertEquals(true, admission.isDraining());
        assertFalse(admission.enter(PAY));
        assertFalse(admission.isIdle());
        admission.leave();
        assertTrue(admission.isIdle());
        assertFalse(admission.enter(PAY));
        assertTrue(admission.isIdle());
    }
}
