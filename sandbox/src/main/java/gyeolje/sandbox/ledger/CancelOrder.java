package gyeolje.sandbox.ledger;

/** What a merchant asks to be cancelled. */
public sealed interface CancelOrder {

    /** {@code STSC}. */
    record Whole() implements CancelOrder {}

    /** {@code STPC}: an amount, and the balance the merchant believes in, <em>before</em> this cancel. */
    record Part(long amount, long balanceBefore) implements CancelOrder {}
}
