package gyeolje.store;

import static gyeolje.store.Samples.BUYER;
import static gyeolje.store.Samples.MONEY;
import static gyeolje.store.Samples.ordered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.PaymentStore.Placing;
import org.junit.jupiter.api.Test;

/** What a store remembers, and what it refuses, when it is opened. */
abstract class OpeningContract extends StoreHarness {
    @Test
    void everything_is_there_after_a_restart() {
        var paid = advanced(claimed(ordered(1, "A-1")), new AcquirerApproved(MONEY));
        store.close();
        store = open(settings());
        assertEquals(paid, current(paid));
        assertEquals(BUYER, current(paid).payment().order().buyer());
        assertEquals(new Placing.OrderLive(), Samples.place(store, ordered(2, "A-1")));
    }

    @Test
    void another_master_key_is_refused_in_one_clear_line() {
        store.close();
        var other = MasterKey.of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        var refusal = assertThrows(
                StoreOpeningException.class,
                () -> Store.open(
                        StoreSettings.of(settings().url(), other, settings().clock())));
        assertTrue(String.valueOf(refusal.getMessage()).contains("master key"));
        assertEquals(1, String.valueOf(refusal.getMessage()).lines().count());
        open(settings());
    }
}
