package gyeolje.simulation;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Passes everything on; a mistake overrides what it gets wrong. */
class PassingStore implements PaymentStore {
    final PaymentStore store;

    PassingStore(PaymentStore store) {
        this.store = store;
    }

    @Override
    public Optional<Stored> find(MerchantId merchant, TransactionId id) {
        return store.find(merchant, id);
    }

    @Override
    public Placing preview(MerchantId merchant, OrderNumber number, Fingerprint fingerprint) {
        return store.preview(merchant, number, fingerprint);
    }

    @Override
    public Placing place(Ordered ordered, Limits limits, LocalDate day) {
        return store.place(ordered, limits, day);
    }

    @Override
    public Limits.Taken taken(MerchantId merchant, LocalDate day) {
        return store.taken(merchant, day);
    }

    @Override
    public Claiming claim(MerchantId merchant, TransactionId id, PayRequested event, Limits limits) {
        return store.claim(merchant, id, event, limits);
    }

    @Override
    public Advancing advance(Stored seen, Event event, Payment next) {
        return store.advance(seen, event, next);
    }

    @Override
    public Due takeDue(Instant now, Duration lease, int young, int overdue) {
        return store.takeDue(now, lease, young, overdue);
    }

    @Override
    public void postpone(Stored seen, Instant until) {
        store.postpone(seen, until);
    }

    @Override
    public Doubts doubts() {
        return store.doubts();
    }
}
