package gyeolje.store;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore.Advancing;
import gyeolje.core.payment.PaymentStore.Claiming;
import gyeolje.core.payment.PaymentStore.Placing;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.store.Keys.PaymentKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;

/** A write that waits for its turn in a batch; everything that can be prepared without the database is. */
sealed interface Command<R> {
    PaymentKey key();

    R decide(Decision decision);

    /** A command about a payment that somebody has seen in some version. */
    sealed interface Conditional<R> extends Command<R> {
        long seenVersion();
    }

    /** A command that also moves the payment on. */
    sealed interface Moving<R> extends Conditional<R> {
        Stored seen();

        default Order order() {
            return seen().payment().order();
        }

        @Override
        default PaymentKey key() {
            return PaymentKey.of(order());
        }

        @Override
        default long seenVersion() {
            return seen().version();
        }
    }

    record Place(Ordered ordered, Limits limits, LocalDate day, PaymentRow row, JournalRow journal)
            implements Command<Placing> {
        Order order() {
            return ordered.order();
        }

        @Override
        public PaymentKey key() {
            return PaymentKey.of(order());
        }

        @Override
        public Placing decide(Decision decision) {
            return decision.place(this);
        }
    }

    /** A payment that moved on: its next state, ready to be recorded. */
    record Move(Payment next, PaymentRow.State state, JournalRow journal) {
        static Move of(Stored seen, Event event, Payment next, long at) {
            long version = seen.version() + 1;
            return new Move(
                    PaymentCodec.asRecorded(next),
                    PaymentCodec.state(next, version, at),
                    JournalRow.of(PaymentKey.of(next.order()), version, at, event));
        }

        Stored stored() {
            return new Stored(next, state.version());
        }
    }

    /** Nobody has seen the payment yet: it is decided upon as it is recorded by then. */
    record Claim(PaymentKey key, PayRequested event, Limits limits, long at) implements Command<Claiming> {
        LocalDate day() {
            return event.attempt().day();
        }

        @Override
        public Claiming decide(Decision decision) {
            return decision.claim(this);
        }
    }

    record Advance(Stored seen, Move move) implements Moving<Advancing> {
        @Override
        public Advancing decide(Decision decision) {
            return decision.advance(this);
        }
    }

    /**
     * Gives the order number and the limits back as well.
     *
     * @param day whose limits hold the amount
     */
    record Release(Stored seen, LocalDate day, Move move) implements Moving<Advancing> {
        @Override
        public Advancing decide(Decision decision) {
            return decision.release(this);
        }
    }

    /**
     * Moves the moment when the resolver looks. Says whether it did.
     *
     * @param seenDue where given, the payment must still be due then: what makes a lease exclusive
     */
    record Delay(PaymentKey key, long seenVersion, OptionalLong seenDue, Instant until)
            implements Conditional<Boolean> {
        @Override
        public Boolean decide(Decision decision) {
            return decision.delay(this);
        }
    }
}
