package gyeolje.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What differs between SQLite and PostgreSQL. */
interface Database extends AutoCloseable {
    /** How many sessions may write side by side. */
    int lanes();

    Session openSession() throws SQLException;

    /** For a few questions, to be closed soon. */
    Reader reader() throws SQLException;

    /** A connection of its own for a short transaction about a merchant, begun already. */
    Connection beginShort() throws SQLException;

    void commit(Connection begun) throws SQLException;

    /** A connection on which everything is read as of one moment. */
    Connection snapshot() throws SQLException;

    Fault faultOf(SQLException e);

    /** Looks for damage below the level of rows; empty when there is none or the database has no such check. */
    List<String> checkIntegrity(Connection connection) throws SQLException;

    @Override
    void close();

    /** What an error before the commit means for the batch. */
    enum Fault {
        /** One command cannot be written as it is; the others can. */
        DATA,
        /** Another writer was in the way; the same batch may succeed now. */
        RACE,
        /** The connection or the database is not to be trusted. */
        BROKEN
    }
}
