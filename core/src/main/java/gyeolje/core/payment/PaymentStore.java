package gyeolje.core.payment;

import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Durable memory of payments. A method that writes returns only once its record would survive a power cut, and throws
 * {@link StoreException} when it cannot tell that: a failed write is an unknown write. Every change of state and its journal row
 * are one transaction. An implementation is right when it passes the contract tests.
 */
public interface PaymentStore {
    Optional<Stored> find(MerchantId merchant, TransactionId id);

    /** What an order would meet, without changing anything; `place` decides again. */
    Placing preview(MerchantId merchant, OrderNumber number, Fingerprint fingerprint);

    /**
     * Records a new attempt to pay an order number, unless one is live, the identical request was recorded before, or the merchant's
     * limits have no room left on that day of Seoul. It takes nothing of them: that is for the claim.
     */
    Placing place(Ordered ordered, Limits limits, LocalDate day);

    /** How much of a merchant's limits is taken on a day of Seoul. */
    Limits.Taken taken(MerchantId merchant, LocalDate day);

    /**
     * Makes the intent to pay durable: moves an ordered payment to `paying` only if its order number has no other live attempt and
     * the limits have room, and takes both in the same transaction. It decides upon the record, whatever anybody has seen before.
     */
    Claiming claim(MerchantId merchant, TransactionId id, Event.PayRequested event, Limits limits);

    /**
     * Records what happened and what became of it, if nobody else moved the payment since. Leaving the live states gives order
     * number and limits back.
     */
    Advancing advance(Stored seen, Event event, Payment next);

    /**
     * Open payments whose time has come, each handed to one caller at most until the lease is over.
     *
     * @param young how many at most whose look falls into their first minute, the latest first: they never wait behind a backlog
     * @param overdue how many others at most, the longest overdue first, whatever their age
     */
    Due takeDue(Instant now, Duration lease, int young, int overdue);

    /** Puts an open payment's next look off; it changes no state and leaves no journal row. */
    void postpone(Stored seen, Instant until);

    Doubts doubts();

    /** A payment as recorded; every change counts the version up by one from 0. */
    record Stored(Payment payment, long version) {}

    /** What was handed out, under either heading. */
    record Due(List<Stored> young, List<Stored> overdue) {
        public List<Stored> all() {
            return Stream.concat(young.stream(), overdue.stream()).toList();
        }
    }

    sealed interface Placing {
        /** Recorded, or in a preview: it would be. */
        record Placed() implements Placing {}

        record Identical(Stored earlier) implements Placing {}

        record OrderLive() implements Placing {}

        record OverLimit(ResponseCode which) implements Placing {}

        /** Another payment has this transaction id; a new one must be drawn. */
        record IdTaken() implements Placing {}
    }

    sealed interface Claiming {
        record Claimed(Stored now) implements Claiming {}

        /** The merchant has no such payment. */
        record Unknown() implements Claiming {}

        /** It is not ordered any more. */
        record Overtaken(Stored current) implements Claiming {}

        record OrderLive() implements Claiming {}

        record OverLimit(ResponseCode which) implements Claiming {}
    }

    sealed interface Advancing {
        record Advanced(Stored now) implements Advancing {}

        record Overtaken(Stored current) implements Advancing {}
    }

    /**
     * How many payments wait for the resolver or for a person.
     *
     * @param open payments that are voiding or cancelling, or whose asker is overdue
     * @param oldestSince when the oldest of them began; the epoch when there is none
     * @param overdueCancels how many merchants have waited for their money's return for longer than {@link #OVERDUE}
     * @param overdueVoids of how many payments the acquirer has neither said nor undone for as long what happened
     * @param mismatches how many findings remain of the newest reconciliation of each day
     */
    record Doubts(long open, Instant oldestSince, long stuck, long overdueCancels, long overdueVoids, long mismatches) {
        /** Short enough that whoever looks every ten seconds knows within the minute. */
        public static final Duration OVERDUE = Duration.ofSeconds(45);

        /** While a doubt is this young, its end is looked for more often, and before that of older ones. */
        public static final Duration YOUNG = Duration.ofMinutes(1);
    }
}
