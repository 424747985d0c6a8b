package gyeolje.simulation;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Open;
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

/** The one store of a world, with the judges looking over its shoulder at every write that really happened. */
final class WatchedStore implements PaymentStore {
    private final PaymentStore store;
    private final Book book;
    private final Judges judges;
    private final Settling settling;

    WatchedStore(PaymentStore store, Book book, Judges judges, Settling settling) {
        this.store = store;
        this.book = book;
        this.judges = judges;
        this.settling = settling;
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
        var placing = store.place(ordered, limits, day);
        if (placing instanceof Placing.Placed) book.placed(new Stored(ordered, 0));
        return placing;
    }

    @Override
    public Limits.Taken taken(MerchantId merchant, LocalDate day) {
        return store.taken(merchant, day);
    }

    @Override
    public Claiming claim(MerchantId merchant, TransactionId id, PayRequested event, Limits limits) {
        var before = store.find(merchant, id);
        var claiming = store.claim(merchant, id, event, limits);
        if (claiming instanceof Claiming.Claimed(var now)) judges.moved(before.orElseThrow(), event, now);
        return claiming;
    }

    @Override
    public Advancing advance(Stored seen, Event event, Payment next) {
        var advancing = store.advance(seen, event, next);
        if (advancing instanceof Advancing.Advanced(var now)) judges.moved(seen, event, now);
        return advancing;
    }

    @Override
    public Due takeDue(Instant now, Duration lease, int young, int overdue) {
        var taken = store.takeDue(now, lease, young, overdue);
        for (var stored : taken.all())
            if (stored.payment() instanceof Open open) book.putOff(stored, open.resolveAfter());
        return taken;
    }

    @Override
    public void postpone(Stored seen, Instant until) {
        store.postpone(seen, until);
        book.putOff(seen, until);
    }

    @Override
    public Doubts doubts() {
        settling.lookedAt();
        return store.doubts();
    }
}
