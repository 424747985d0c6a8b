package gyeolje.core.reconciliation;

import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.value.TransactionId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** Our own record as a batch reads it, without hurry and without disturbing those who pay. */
public interface PaymentBook {
    /** All payments ordered on these days of Seoul as of one moment, in the order of their ids, one in memory at a time. */
    void read(LocalDate first, LocalDate last, Consumer<Stored> each);

    /** Whoever's it is. */
    Optional<Stored> find(TransactionId id);
}
