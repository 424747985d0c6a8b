package gyeolje.simulation;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.CancelRequested;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.ResponseCode;
import gyeolje.core.payment.StoreException;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mistakes of design in how the record is kept. */
final class StoreMistakes {
    /** Those that need nothing but the store's port. */
    static List<Variant> all() {
        return List.of(
                Variant.ofStore("the answer leaves before the record is durable", AnswersFirst::new),
                Variant.ofStore("the approval is asked for before the intent is durable", CallsFirst::new),
                Variant.ofStore("a failed commit counts as written", FailedIsWritten::new),
                Variant.ofStore("a failed commit counts as rolled back", FailedIsRolledBack::new),
                Variant.ofStore("a cancel is not conditional", store -> new Overwrites(store, CancelRequested.class)),
                Variant.ofStore("the resolver minds neither lease nor version", Unfenced::new),
                Variant.ofStore("the merchant is not part of the key", MixesTenants::new),
                Variant.ofStore("nobody is told of what is overdue", Unwatched::new));
    }

    /** Writes to the disk "soon". */
    private static final class AnswersFirst extends PassingStore {
        AnswersFirst(PaymentStore store) {
            super(store);
        }

        @Override
        public Advancing advance(Stored seen, Event event, Payment next) {
            if (!(event instanceof AcquirerApproved)) return store.advance(seen, event, next);
            Thread.ofVirtual().start(() -> {
                try {
                    store.advance(seen, event, next);
                } catch (StoreException e) {
                    // Nobody is there any more to hear of it.
                }
            });
            return new Advancing.Advanced(new Stored(next, seen.version() + 1));
        }
    }

    private static final class CallsFirst extends PassingStore {
        CallsFirst(PaymentStore store) {
            super(store);
        }

        @Override
        public Claiming claim(MerchantId merchant, TransactionId id, PayRequested event, Limits limits) {
            if (!(store.find(merchant, id).map(Stored::payment).orElse(null) instanceof Ordered ordered))
                return store.claim(merchant, id, event, limits);
            Thread.ofVirtual().start(() -> {
                try {
                    store.claim(merchant, id, event, limits);
                } catch (StoreException e) {
                    // Nobody is there any more to hear of it.
                }
            });
            return new Claiming.Claimed(new Stored(ordered.paying(event), 1));
        }
    }

    private static final class FailedIsWritten extends PassingStore {
        FailedIsWritten(PaymentStore store) {
            super(store);
        }

        @Override
        public Advancing advance(Stored seen, Event event, Payment next) {
            try {
                return store.advance(seen, event, next);
            } catch (StoreException e) {
                return new Advancing.Advanced(new Stored(next, seen.version() + 1));
            }
        }
    }

    /** What failed did not happen, so that it can simply be done again on what was seen. */
    private static final class FailedIsRolledBack extends PassingStore {
        FailedIsRolledBack(PaymentStore store) {
            super(store);
        }

        @Override
        public Claiming claim(MerchantId merchant, TransactionId id, PayRequested event, Limits limits) {
            try {
                return store.claim(merchant, id, event, limits);
            } catch (StoreException e) {
                return new Claiming.OverLimit(ResponseCode.OVER_DAY_LIMIT);
            }
        }
    }

    /** Writes over whatever is there. */
    private static class Overwrites extends PassingStore {
        private final Class<? extends Event> event;

        Overwrites(PaymentStore store, Class<? extends Event> event) {
            super(store);
            this.event = event;
        }

        @Override
        public Advancing advance(Stored seen, Event by, Payment next) {
            var advancing = store.advance(seen, by, next);
            return event.isInstance(by) && advancing instanceof Advancing.Overtaken(var current)
                    ? store.advance(current, by, next)
                    : advancing;
        }
    }

    /** Takes what others are still busy with, and writes over what they recorded meanwhile. */
    private static final class Unfenced extends Overwrites {
        Unfenced(PaymentStore store) {
            super(store, ApprovalInDoubt.class);
        }

        @Override
        public Due takeDue(Instant now, Duration lease, int young, int overdue) {
            return store.takeDue(now.plus(Duration.ofMinutes(1)), lease, young, overdue);
        }
    }

    private static final class Unwatched extends PassingStore {
        Unwatched(PaymentStore store) {
            super(store);
        }

        @Override
        public Doubts doubts() {
            throw StoreException.refused("not counted", new IllegalStateException());
        }
    }

    private static final class MixesTenants extends PassingStore {
        private static final List<MerchantId> ALL = List.of(new MerchantId("m1"), new MerchantId("m2"));

        MixesTenants(PaymentStore store) {
            super(store);
        }

        @Override
        public Optional<Stored> find(MerchantId merchant, TransactionId id) {
            return ALL.stream().flatMap(it -> store.find(it, id).stream()).findFirst();
        }

        @Override
        public Claiming claim(MerchantId merchant, TransactionId id, PayRequested event, Limits limits) {
            return ALL.stream()
                    .map(it -> store.claim(it, id, event, limits))
                    .filter(it -> !(it instanceof Claiming.Unknown))
                    .findFirst()
                    .orElseGet(Claiming.Unknown::new);
        }
    }

    /** A store in which an order number can be claimed twice: its rows know no order numbers. */
    static PaymentStore withoutUniqueOrders() {
        return new PassingStore(new ModelStore()) {
            private final Map<TransactionId, ModelStore> apart = new HashMap<>();

            private PaymentStore of(TransactionId id) {
                return apart.computeIfAbsent(id, _ -> new ModelStore());
            }

            @Override
            public Placing place(Payment.Ordered ordered, Limits limits, LocalDate day) {
                return of(ordered.order().transaction()).place(ordered, limits, day);
            }

            @Override
            public Optional<Stored> find(MerchantId merchant, TransactionId id) {
                return of(id).find(merchant, id);
            }

            @Override
            public Claiming claim(MerchantId merchant, TransactionId id, PayRequested event, Limits limits) {
                return of(id).claim(merchant, id, event, limits);
            }

            @Override
            public Advancing advance(Stored seen, Event event, Payment next) {
                return of(next.order().transaction()).advance(seen, event, next);
            }

            @Override
            public Limits.Taken taken(MerchantId merchant, LocalDate day) {
                var all = apart.values().stream()
                        .map(it -> it.taken(merchant, day))
                        .toList();
                return new Limits.Taken(
                        all.stream().mapToLong(Limits.Taken::day).sum(),
                        all.stream().mapToLong(Limits.Taken::month).sum(),
                        all.stream().mapToLong(Limits.Taken::guarantee).sum());
            }

            @Override
            public void postpone(Stored seen, Instant until) {
                of(seen.payment().order().transaction()).postpone(seen, until);
            }

            @Override
            public Due takeDue(Instant now, Duration lease, int young, int overdue) {
                var all = apart.values().stream()
                        .flatMap(it -> it.takeDue(now, lease, 0, 1).all().stream())
                        .limit(overdue)
                        .toList();
                return new Due(List.of(), all);
            }
        };
    }

    private StoreMistakes() {}
}
