package gyeolje.bench.stock;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A PostgreSQL that takes rows in bulk, over a connection for each load. */
final class PostgresShelf implements Shelf {
    /** The driver then sends many rows in a statement. */
    private static final String MANY_AT_ONCE = "reWriteBatchedInserts=true";

    private final String url;

    PostgresShelf(String url) {
        this.url = url + (url.contains("?") ? "&" : "?") + MANY_AT_ONCE;
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public void put(List<Load> loads) throws SQLException {
        try (var connection = connection()) {
            execute(connection, "SET synchronous_commit = off");
            connection.setAutoCommit(false);
            for (var load : loads) insert(connection, load);
            connection.commit();
        }
    }

    private static void insert(Connection connection, Load load) throws SQLException {
        try (var statement = connection.prepareStatement(Inserts.into(load.table()))) {
            for (var row : load.rows()) {
                Inserts.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void add(LimitSums sums) throws SQLException {
        try (var connection = connection()) {
            sums.write(connection);
        }
    }

    /** What a database does by itself in quiet hours, and would otherwise do while it is measured. */
    @Override
    public void settle() throws SQLException {
        try (var connection = connection()) {
            execute(connection, "VACUUM (ANALYZE) payment, journal, order_claim, limit_use");
        }
    }

    @Override
    public void close() throws SQLException {
        settle();
        try (var connection = connection()) {
            execute(connection, "CHECKPOINT");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
