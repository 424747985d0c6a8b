package gyeolje.gateway.reconciliation;

/** The file is no trade list that could be compared; the message is one line that says why. */
public final class TradeListException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TradeListException(String message) {
        super(message);
    }
}
