package gyeolje.proof.world;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL for all tests of this JVM, as durable as in production. Each world gets a schema of its own: a database of its own
 * has hundreds of files, which the server writes out one by one before it ends.
 */
public final class PostgresServer {
    private static final AtomicInteger PLACES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String newSchema() throws SQLException {
        var name = "world" + PLACES.incrementAndGet();
        execute("CREATE SCHEMA " + name);
        return SERVER.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
    }

    /** For a gateway that lives beside other worlds, whose connections are then not its own. */
    public static String newDatabase() throws SQLException {
        var name = "apart" + PLACES.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return SERVER.getJdbcUrl("postgres", name);
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private PostgresServer() {}
}
