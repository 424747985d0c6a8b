package gyeolje.core.payment;

/** What the lifecycle says to an event. */
public sealed interface Verdict {
    record Next(Payment payment) implements Verdict {}

    record Refused(Ground ground) implements Verdict {}

    enum Ground {
        /** The order is paid or being paid. */
        ALREADY_PAID,
        /** Nothing that could be given back, or already given back. */
        NOT_CANCELLABLE,
        /** News about something that is not under way. */
        OUT_OF_TURN
    }
}
