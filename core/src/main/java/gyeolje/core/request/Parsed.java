package gyeolje.core.request;

import gyeolje.core.payment.Refusal;

/** A value, or the one refusal that says why there is none. */
public sealed interface Parsed<T> {
    record Ok<T>(T value) implements Parsed<T> {}

    record Rejected<T>(Refusal refusal) implements Parsed<T> {}

    static <T> Parsed<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Parsed<T> rejected(Refusal refusal) {
        return new Rejected<>(refusal);
    }
}
