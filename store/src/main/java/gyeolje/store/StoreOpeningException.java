package gyeolje.store;

/** The store cannot be opened as it is configured; the message is one line for the operator. */
public final class StoreOpeningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreOpeningException(String message) {
        super(message);
    }

    StoreOpeningException(String message, Throwable cause) {
        super(message, cause);
    }
}
