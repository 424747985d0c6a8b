package gyeolje.store;

import java.sql.SQLException;

/** One connection through which batches are written, each in one transaction. */
interface Session extends AutoCloseable {
    void begin() throws SQLException;

    /** Reads what a batch needs, and keeps others from changing it until the end of the transaction. */
    WorkingSet load(Needs needs) throws SQLException;

    void store(Changes changes) throws SQLException;

    void commit() throws SQLException;

    void rollback() throws SQLException;

    /** Writes something small and durable, to find out whether writing works again. */
    void probe() throws SQLException;

    @Override
    void close() throws SQLException;
}
