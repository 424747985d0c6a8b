package gyeolje.core.payment;

/** The store cannot say whether a write is durable, or cannot read: a full disk, a lost database. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean refused;

    private StoreException(String message, Throwable cause, boolean refused) {
        super(message, cause);
        this.refused = refused;
    }

    /** Nothing was written: the store refused before it began. */
    public static StoreException refused(String message, Throwable cause) {
        return new StoreException(message, cause, true);
    }

    /** Perhaps it was written, perhaps not. */
    public static StoreException unknown(String message, Throwable cause) {
        return new StoreException(message, cause, false);
    }

    public boolean isRefused() {
        return refused;
    }
}
