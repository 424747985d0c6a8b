package gyeolje.store;

import gyeolje.store.Keys.RequestKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What differs between SQLite and PostgreSQL. */
interface Database extends AutoCloseable {
    /** A connection that is known to be dead says so at once; who waited in vain for longer does not wait again. */
    Duration ASKED_AGAIN_WITHIN = Duration.ofSeconds(1);

    /** How many sessions write in turn, one preparing a batch while another waits for its commit. */
    int sessions();

    Session openSession() throws SQLException;

    /** For a few questions, to be closed soon. */
    Reader reader() throws SQLException;

    /**
     * Asks again when the connection turns out to be lost: after a fault the pool may have many that it believes to be alive.
     *
     * @throws SQLException when the database is away or does not understand
     */
    default <T> T ask(Question<T> question) throws SQLException {
        long began = System.nanoTime();
        while (true) {
            try (var reader = reader()) {
                return question.ask(reader.statements());
            } catch (SQLException e) {
                boolean quick = System.nanoTime() - began < ASKED_AGAIN_WITHIN.toNanos();
                if (!quick || !isConnectionLost(e)) throw e;
            }
        }
    }

    /** For a few reads, which can be made again. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Statements statements) throws SQLException;
    }

    /** The payment that an identical request made. */
    Optional<PaymentRow> identical(Statements reader, RequestKey key) throws SQLException;

    /** A connection of its own for a short transaction about a merchant, begun already. */
    Connection beginShort() throws SQLException;

    void commit(Connection begun) throws SQLException;

    /** A connection on which everything is read as of one moment. */
    Connection snapshot() throws SQLException;

    Fault faultOf(SQLException e);

    /** Whether the question was lost with its connection, and may be asked again on another one. */
    boolean isConnectionLost(SQLException e);

    /** Looks for damage that this database in particular can have; empty when there is none. */
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
