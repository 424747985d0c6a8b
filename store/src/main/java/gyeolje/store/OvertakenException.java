package gyeolje.store;

import java.sql.SQLException;

/** Somebody moved a payment on that a batch took for unchanged; the batch is to be decided again, and to look first. */
final class OvertakenException extends SQLException {
    private static final long serialVersionUID = 1L;

    OvertakenException(String message) {
        super(message);
    }
}
