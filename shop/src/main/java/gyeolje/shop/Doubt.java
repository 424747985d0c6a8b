package gyeolje.shop;

/**
 * What is known of a pay call without a definite answer. It decides what the buyer is told and who may send the call
 * again: someone who was told "not paid" may buy elsewhere, so from then on only the buyer's own click may pay.
 */
enum Doubt {
    /** Sent, not answered so far. */
    IN_FLIGHT,
    /** The answer got lost: it may be paid. The shop asks again by itself, with the same request. */
    UNKNOWN,
    /** No byte left this machine: not paid. */
    NOT_SENT,
    /** The gateway said 9001, which never means paid; what was taken is given back by the gateway. */
    UNCONFIRMED;

    boolean mayBePaid() {
        return switch (this) {
            case IN_FLIGHT, UNKNOWN -> true;
            case NOT_SENT, UNCONFIRMED -> false;
        };
    }
}
