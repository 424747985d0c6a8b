package gyeolje.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gyeolje.store.Keys.RequestKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The production store: several gateways may share it, and are kept apart by its row locks and unique keys alone. */
final class PostgresDatabase implements Database {
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    /** Another session placed the same order a moment before, and it could not be seen yet. */
    private static final String NOT_UNIQUE = "23505";

    private static final Set<String> RACES = Set.of(SERIALIZATION_FAILURE, DEADLOCK, NOT_UNIQUE);
    private static final String CONNECTION_FAILED = "08";
    private static final String SERVER_SHUTS_DOWN = "57P0";
    private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);

    /** The options of the url come after these and win. */
    private static final Map<String, String> CONNECTION =
            Map.of("connectTimeout", "5", "socketTimeout", "15", "tcpKeepAlive", "true", "ApplicationName", "gyeolje");

    /**
     * Joins of many keys with a table go by index, key by key. Left alone, the planner reads whole tables, for it knows neither how
     * few keys there are nor, in a new store, how many rows.
     */
    private static final String BY_INDEX =
            " SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off";

    /** A plain look into an index marks what is dead in it, so that the next one does not meet it; the other ways do not. */
    private static final String READER_LIMITS = "SET statement_timeout = '5s'; SET enable_bitmapscan = off;"
            + " SET max_parallel_workers_per_gather = 0;" + BY_INDEX;

    private static final String WRITER_LIMITS = "SET statement_timeout = '8s'; SET lock_timeout = '5s';"
            + " SET idle_in_transaction_session_timeout = '15s'; SET plan_cache_mode = force_generic_plan;" + BY_INDEX;

    private final String url;
    private final PaymentCodec codec;
    private final int sessions;
    private final HikariDataSource readers;

    private PostgresDatabase(StoreSettings settings, PaymentCodec codec) {
        this.url = settings.url();
        this.codec = codec;
        this.sessions = settings.sessions();
        this.readers = new HikariDataSource(pool(url, settings.readers()));
    }

    static PostgresDatabase open(StoreSettings settings, PaymentCodec codec) throws SQLException {
        var database = new PostgresDatabase(settings, codec);
        try {
            if (!Migrations.isUpToDate(database.readers)) migrate(settings.url());
            database.warnOfWeakPromises();
            return database;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static HikariConfig pool(String url, int size) {
        var config = new HikariConfig();
        config.setPoolName("store-readers");
        config.setJdbcUrl(url);
        CONNECTION.forEach(config::addDataSourceProperty);
        config.setConnectionInitSql(READER_LIMITS);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(5_000);
        return config;
    }

    /** Not bounded in time as reads are: a migration may have much to do. */
    private static void migrate(String url) {
        var config = pool(url, 3);
        config.setConnectionInitSql("SET statement_timeout = 0");
        config.addDataSourceProperty("socketTimeout", "0");
        try (var source = new HikariDataSource(config)) {
            Migrations.run(source, "postgresql");
        }
    }

    private void warnOfWeakPromises() throws SQLException {
        try (var connection = readers.getConnection()) {
            for (var name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                if (setting(connection, name).equals("off"))
                    LOG.warn("PostgreSQL runs with {} = off: payments that were answered may be lost in a crash", name);
            }
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW " + name)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @Override
    public int sessions() {
        return sessions;
    }

    @Override
    public Session openSession() throws SQLException {
        var connection = connect();
        try {
            execute(connection, WRITER_LIMITS);
            if (setting(connection, "synchronous_commit").equals("off"))
                execute(connection, "SET synchronous_commit = on");
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            return new PostgresSession(connection, codec);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.putAll(CONNECTION);
        return DriverManager.getConnection(url, properties);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Reader reader() throws SQLException {
        var connection = readers.getConnection();
        return new Reader(new Statements(connection), connection::close);
    }

    @Override
    public Optional<PaymentRow> identical(Statements reader, RequestKey key) throws SQLException {
        return Reads.one(
                reader,
                "SELECT " + PaymentRow.COLUMNS + " FROM payment WHERE merchant_id = ? AND fingerprint = ?",
                key.merchant().text(),
                key.fingerprint().text());
    }

    /** The pool rolls back what is not committed. */
    @Override
    public Connection beginShort() throws SQLException {
        var connection = readers.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void commit(Connection begun) throws SQLException {
        begun.commit();
    }

    @Override
    public Connection snapshot() throws SQLException {
        var connection = connect();
        try {
            connection.setNetworkTimeout(Runnable::run, 0);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Fault faultOf(SQLException e) {
        var state = e.getSQLState();
        if (state == null) return Fault.BROKEN;
        if (RACES.contains(state)) return Fault.RACE;
        boolean aboutTheRows = state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
        return aboutTheRows ? Fault.DATA : Fault.BROKEN;
    }

    /** Not when there is none to be had: the pool has tried for long enough then. */
    @Override
    public boolean isConnectionLost(SQLException e) {
        var state = e.getSQLState();
        if (state == null || e instanceof SQLTransientConnectionException) return false;
        return state.startsWith(CONNECTION_FAILED) || state.startsWith(SERVER_SHUTS_DOWN);
    }

    /** PostgreSQL checks its pages itself, when it reads them. */
    @Override
    public List<String> checkIntegrity(Connection connection) {
        return List.of();
    }

    @Override
    public void close() {
        readers.close();
    }
}
