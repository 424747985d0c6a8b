package gyeolje.store;

import gyeolje.store.Keys.RequestKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A database that leaves everything to another one, for those that do one thing differently. */
class PassingDatabase implements Database {
    private final Database database;

    PassingDatabase(Database database) {
        this.database = database;
    }

    @Override
    public int sessions() {
        return database.sessions();
    }

    @Override
    public Session openSession() throws SQLException {
        return database.openSession();
    }

    @Override
    public Reader reader() throws SQLException {
        return database.reader();
    }

    @Override
    public Optional<PaymentRow> identical(Statements reader, RequestKey key) throws SQLException {
        return database.identical(reader, key);
    }

    @Override
    public Connection beginShort() throws SQLException {
        return database.beginShort();
    }

    @Override
    public void commit(Connection begun) throws SQLException {
        database.commit(begun);
    }

    @Override
    public Connection snapshot() throws SQLException {
        return database.snapshot();
    }

    @Override
    public Fault faultOf(SQLException e) {
        return database.faultOf(e);
    }

    @Override
    public boolean isConnectionLost(SQLException e) {
        return database.isConnectionLost(e);
    }

    @Override
    public List<String> checkIntegrity(Connection connection) throws SQLException {
        return database.checkIntegrity(connection);
    }

    @Override
    public void close() {
        database.close();
    }
}
