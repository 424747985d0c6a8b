package gyeolje.core.payment;

import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.PaymentStore.Doubts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** What is durably known of one payment. The type is the state: there is no status to forget. */
public sealed interface Payment {
    Order order();

    /** Holds the order number and its share of the limits: money has moved, or may have. */
    sealed interface Live extends Payment {
        Attempt attempt();
    }

    /** Somebody must still act on it, at the latest the resolver after this moment. */
    sealed interface Open extends Live {
        Instant resolveAfter();

        Open resolvedAfter(Instant later);

        /** When it began to wait for somebody. */
        Instant openSince();

        /** From when on a person should know that it is still open; empty while its waiting is as it should be. */
        Optional<Instant> overdueFrom();

        /** Until when it goes before older ones; empty after a crash, when nobody waits for an answer any more. */
        Optional<Instant> youngUntil();

        /** Whether the resolver's next look comes while it is young. */
        default boolean isYoungWhenDue() {
            return youngUntil().filter(resolveAfter()::isBefore).isPresent();
        }
    }

    record Ordered(Order order) implements Payment {
        /** The intent to pay, as somebody asks for it. */
        public Paying paying(Event.PayRequested requested) {
            return new Paying(order, requested.attempt(), requested.resolveAfter());
        }
    }

    /** The intent is durable; the acquirer may have heard of it. */
    record Paying(Order order, Attempt attempt, Instant resolveAfter) implements Open {
        @Override
        public Paying resolvedAfter(Instant later) {
            return new Paying(order, attempt, later);
        }

        @Override
        public Instant openSince() {
            return attempt.startedAt();
        }

        @Override
        public Optional<Instant> overdueFrom() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> youngUntil() {
            return Optional.empty();
        }
    }

    record Paid(Order order, Attempt attempt, Approval approval) implements Live {}

    /** Definitely no money moved. The code and the message are what the merchant heard and hears again. */
    record Declined(Order order, Attempt attempt, String code, String message) implements Payment {}

    /** Can only end voided (망취소): whatever the acquirer did is being found out and undone. */
    record Voiding(Order order, Attempt attempt, Doubt doubt, Instant resolveAfter) implements Open {
        @Override
        public Voiding resolvedAfter(Instant later) {
            return new Voiding(order, attempt, doubt, later);
        }

        @Override
        public Instant openSince() {
            return doubt.since();
        }

        /** Where the acquirer knows of no approval there is nothing to do but to wait for the guard time. */
        @Override
        public Optional<Instant> overdueFrom() {
            boolean unanswered = doubt.reason() == Doubt.Reason.INQUIRY_UNANSWERED;
            return unanswered || doubt.trace() instanceof Trace.Known
                    ? Optional.of(doubt.since().plus(Doubts.OVERDUE))
                    : Optional.empty();
        }

        @Override
        public Optional<Instant> youngUntil() {
            return doubt.reason() == Doubt.Reason.PROCESS_LOST
                    ? Optional.empty()
                    : Optional.of(doubt.since().plus(Doubts.YOUNG));
        }
    }

    record Voided(Order order, Attempt attempt, Doubt doubt) implements Payment {}

    /** Nobody but the acquirer's trade list can tell what happened. */
    record Stuck(Order order, Attempt attempt, Doubt doubt) implements Live {}

    record Cancelling(Order order, Attempt attempt, Approval approval, Cancellation cancellation, Instant resolveAfter)
            implements Open {
        @Override
        public Cancelling resolvedAfter(Instant later) {
            return new Cancelling(order, attempt, approval, cancellation, later);
        }

        @Override
        public Instant openSince() {
            return cancellation.requestedAt();
        }

        @Override
        public Optional<Instant> overdueFrom() {
            return Optional.of(cancellation.requestedAt().plus(Doubts.OVERDUE));
        }

        @Override
        public Optional<Instant> youngUntil() {
            return Optional.of(cancellation.requestedAt().plus(Doubts.YOUNG));
        }
    }

    /**
     * The money went back.
     *
     * @param cancelledAt the acquirer's clock, Seoul
     */
    record Cancelled(
            Order order, Attempt attempt, Approval approval, Cancellation cancellation, LocalDateTime cancelledAt)
            implements Payment {}

    /** The names under which states are stored and counted. */
    static String stateOf(Payment payment) {
        return switch (payment) {
            case Ordered _ -> "ORDERED";
            case Paying _ -> "PAYING";
            case Paid _ -> "PAID";
            case Declined _ -> "DECLINED";
            case Voiding _ -> "VOIDING";
            case Voided _ -> "VOIDED";
            case Stuck _ -> "STUCK";
            case Cancelling _ -> "CANCELLING";
            case Cancelled _ -> "CANCELLED";
        };
    }
}
