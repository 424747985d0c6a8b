package gyeolje.store;

import java.sql.SQLException;

/** A connection for a few questions, whose prepared statements outlive them. Closing it gives it back. */
record Reader(Statements statements, GiveBack giveBack) implements AutoCloseable {
    /** What becomes of the connection afterwards. */
    @FunctionalInterface
    interface GiveBack {
        void run() throws SQLException;
    }

    @Override
    public void close() throws SQLException {
        giveBack.run();
    }
}
