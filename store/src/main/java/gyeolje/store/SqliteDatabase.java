package gyeolje.store;

import gyeolje.store.Keys.RequestKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** The embedded store: one file, one writer, readers that never wait for it. */
final class SqliteDatabase implements Database {
    private static final int WRITER_WAITS_MILLIS = 2_000;
    /** So that the upper pages of every index stay in memory. */
    private static final int CACHE_KIBIBYTES = 65_536;

    private static final int TOOL_WAITS_MILLIS = 10_000;

    /** Of what the writer logs. Whoever else writes, such as a tool beside a gateway, moves pages in SQLite's usual way. */
    private static final String BY_CHECKPOINTS = "0";

    private final SqliteFile file;
    private final PaymentCodec codec;
    private final SQLiteDataSource writers;
    private final SQLiteDataSource patientWriters;
    private final SqliteReaders readers;
    private final Checkpoints checkpoints;
    private final SqliteRequests requests;

    private SqliteDatabase(SqliteFile file, PaymentCodec codec, int readers, SqliteRequests requests)
            throws SQLException {
        this.file = file;
        this.codec = codec;
        this.requests = requests;
        this.writers = source(file, WRITER_WAITS_MILLIS, false);
        this.writers.getConfig().setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, BY_CHECKPOINTS);
        this.patientWriters = source(file, TOOL_WAITS_MILLIS, false);
        Migrations.run(patientWriters, "sqlite");
        this.readers = SqliteReaders.open(source(file, WRITER_WAITS_MILLIS, true), readers);
        this.checkpoints = new Checkpoints(patientWriters, file::flush);
    }

    static SqliteDatabase open(SqliteFile file, PaymentCodec codec, int readers) throws SQLException {
        return open(file, codec, readers, new SqliteRequests(SqliteRequests.RUN));
    }

    static SqliteDatabase open(SqliteFile file, PaymentCodec codec, int readers, SqliteRequests requests)
            throws SQLException {
        try {
            return new SqliteDatabase(file, codec, readers, requests);
        } catch (SQLException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static SQLiteDataSource source(SqliteFile file, int waitMillis, boolean readOnly) {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        if (!readOnly) {
            config.setJournalMode(JournalMode.WAL);
            config.setSynchronous(SynchronousMode.FULL);
            config.enforceForeignKeys(true);
            config.setCacheSize(-CACHE_KIBIBYTES);
        }
        config.setBusyTimeout(waitMillis);
        config.setGetGeneratedKeys(false);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.path());
        return source;
    }

    @Override
    public int sessions() {
        return 1;
    }

    @Override
    public Session openSession() throws SQLException {
        var connection = writers.getConnection();
        try {
            return new SqliteSession(connection, codec, checkpoints, requests);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Reader reader() throws SQLException {
        return readers.lease();
    }

    @Override
    public Optional<PaymentRow> identical(Statements reader, RequestKey key) throws SQLException {
        return requests.identical(reader, key);
    }

    @Override
    public Connection beginShort() throws SQLException {
        return begun(patientWriters.getConnection(), "BEGIN IMMEDIATE");
    }

    @Override
    public Connection snapshot() throws SQLException {
        return begun(source(file, WRITER_WAITS_MILLIS, true).getConnection(), "BEGIN");
    }

    private static Connection begun(Connection connection, String how) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(how);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void commit(Connection begun) throws SQLException {
        try (var statement = begun.createStatement()) {
            statement.execute("COMMIT");
        }
    }

    @Override
    public Fault faultOf(SQLException e) {
        var code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xFF);
        return switch (code) {
            case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG -> Fault.DATA;
            default -> Fault.BROKEN;
        };
    }

    @Override
    public boolean isConnectionLost(SQLException e) {
        return false;
    }

    @Override
    public List<String> checkIntegrity(Connection connection) throws SQLException {
        var faults = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA integrity_check")) {
            while (row.next()) {
                if (!row.getString(1).equals("ok")) faults.add("the file is damaged: " + row.getString(1));
            }
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(SqliteRequests.NOT_RECOGNISED)) {
            while (row.next())
                faults.add(
                        "payment " + row.getString(1) + "/" + row.getString(2) + " is not recognised by its request");
        }
        return faults;
    }

    @Override
    public void close() {
        checkpoints.close();
        readers.close();
        file.close();
    }
}
