package gyeolje.store;

import gyeolje.store.Keys.RequestKey;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A SQLite store that remembers every statement that its writer and its readers prepare. */
final class RecordingDatabase extends PassingDatabase {
    private final PaymentCodec codec;
    private final SqliteStage stage;
    private final Checkpoints checkpoints;
    /** So few that all of its statements come about. */
    private final SqliteRequests requests = new SqliteRequests(1);

    private final Set<String> prepared = ConcurrentHashMap.newKeySet();

    RecordingDatabase(Database database, PaymentCodec codec, SqliteStage stage) {
        super(database);
        this.codec = codec;
        this.stage = stage;
        var source = new org.sqlite.SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + stage.file());
        this.checkpoints = new Checkpoints(source, () -> {});
    }

    Set<String> prepared() {
        return prepared;
    }

    private Connection recorded() throws SQLException {
        var connection = stage.connect();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) prepared.add((String) arguments[0]);
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Session openSession() throws SQLException {
        return new SqliteSession(recorded(), codec, checkpoints, requests);
    }

    @Override
    public Reader reader() throws SQLException {
        var connection = recorded();
        return new Reader(new Statements(connection), connection::close);
    }

    @Override
    public Optional<PaymentRow> identical(Statements reader, RequestKey key) throws SQLException {
        return requests.identical(reader, key);
    }

    @Override
    public void close() {
        checkpoints.close();
        super.close();
    }
}
