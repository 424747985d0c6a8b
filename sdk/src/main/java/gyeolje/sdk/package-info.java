/**
 * The merchants' client of the payment gateway: three calls ({@link gyeolje.sdk.GyeoljeClient#order order},
 * {@link gyeolje.sdk.GyeoljeClient#pay pay}, {@link gyeolje.sdk.GyeoljeClient#cancel cancel}), the signatures they
 * need, the payment window's forms, and the reading of what the buyer's browser brings back.
 *
 * <p>Amounts are whole won in a {@code long}. Times on the wire are {@code yyyyMMddHHmmss} in Asia/Seoul. No method
 * returns null; an absent text is {@code ""}. Every type is safe to share between threads once built.
 */
package gyeolje.sdk;
