package gyeolje.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

    /** Each checkpoint waits for the disk, and moves a page that changed often only once. */
    private static final String PAGES_BETWEEN_CHECKPOINTS = "8000";

    private static final int TOOL_WAITS_MILLIS = 10_000;

    private final SqliteFile file;
    private final PaymentCodec codec;
    private final SQLiteDataSource writers;
    private final SQLiteDataSource patientWriters;
    private final HikariDataSource readers;

    private SqliteDatabase(SqliteFile file, PaymentCodec codec, int readers) {
        this.file = file;
        this.codec = codec;
        this.writers = source(file, WRITER_WAITS_MILLIS, false);
        this.patientWriters = source(file, TOOL_WAITS_MILLIS, false);
        Migrations.run(patientWriters, "sqlite");
        this.readers = pool(source(file, WRITER_WAITS_MILLIS, true), readers);
    }

    static SqliteDatabase open(SqliteFile file, PaymentCodec codec, int readers) {
        try {
            return new SqliteDatabase(file, codec, readers);
        } catch (RuntimeException e) {
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
            config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, PAGES_BETWEEN_CHECKPOINTS);
        }
        config.setBusyTimeout(waitMillis);
        config.setGetGeneratedKeys(false);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.path());
        return source;
    }

    private static HikariDataSource pool(SQLiteDataSource source, int size) {
        var config = new HikariConfig();
        config.setPoolName("store-readers");
        config.setReadOnly(true);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public Session openSession() throws SQLException {
        return new SqliteSession(writers.getConnection(), codec);
    }

    @Override
    public Connection reader() throws SQLException {
        return readers.getConnection();
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
    public List<String> checkIntegrity(Connection connection) throws SQLException {
        var faults = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA integrity_check")) {
            while (row.next()) {
                if (!row.getString(1).equals("ok")) faults.add("the file is damaged: " + row.getString(1));
            }
        }
        return faults;
    }

    @Override
    public void close() {
        readers.close();
        file.close();
    }
}
