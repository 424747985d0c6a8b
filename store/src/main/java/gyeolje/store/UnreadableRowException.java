package gyeolje.store;

/** A row says something that this version does not know. It is named and left alone, never guessed at. */
final class UnreadableRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRowException(String message, Throwable cause) {
        super(message, cause);
    }
}
