package gyeolje.core.payment;

/**
 * Who buys. Personal: encrypted at rest and never printed.
 *
 * @param name 1 to 50 characters
 * @param email empty when not given
 * @param mobileNumber 10 or 11 digits, empty when not given
 */
public record Buyer(String name, String email, String mobileNumber) {
    @Override
    public String toString() {
        return "Buyer(hidden)";
    }
}
