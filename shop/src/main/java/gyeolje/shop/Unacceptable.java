package gyeolje.shop;

/** A request that gets nothing but an HTTP status and the page that explains it. */
final class Unacceptable extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    Unacceptable(int status) {
        this.status = status;
    }

    Unacceptable(int status, Throwable cause) {
        super(cause);
        this.status = status;
    }

    int status() {
        return status;
    }
}
