package gyeolje.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.StoreException;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Many who ask PostgreSQL for payments at once. */
final class GatheredFindsTest extends StoreHarness {
    @Override
    Stage newStage() {
        return new PostgresStage();
    }

    @Test
    void each_hears_of_its_own_payment_or_that_there_is_none() throws Exception {
        var placed = together(50, number -> placed(Samples.ordered(number, "A-" + number)));
        var unknown = Samples.ordered(999, "A-999").order().transaction();
        var found = together(500, number -> {
            var id = number % 10 == 9 ? unknown : idOf(placed.get(number % 50));
            return store.find(Samples.TESTER, id);
        });
        for (int i = 0; i < 500; i++)
            assertEquals(i % 10 == 9 ? Optional.empty() : Optional.of(placed.get(i % 50)), found.get(i));
        assertEquals(Optional.empty(), store.find(new MerchantId("other"), idOf(placed.getFirst())));
    }

    @Test
    void who_asks_a_closed_store_hears_that_it_is() {
        var placed = placed(Samples.ordered(1, "A-1"));
        store.close();
        var heard = assertThrows(StoreException.class, () -> store.find(Samples.TESTER, idOf(placed)));
        assertTrue(heard.isRefused());
    }

    private static TransactionId idOf(Stored stored) {
        return stored.payment().order().transaction();
    }
}
