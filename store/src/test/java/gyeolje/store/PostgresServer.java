package gyeolje.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this JVM, as durable as in production; each test gets a database of its own. */
final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();
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

    private static boolean templateIsReady;

    /** The url of a new, empty database. */
    static String newDatabase() throws SQLException {
        return databaseLike("template1");
    }

    /** The url of a new database that has its tables already. */
    static synchronized String newStore() throws SQLException {
        if (!templateIsReady) {
            try (var connection = SERVER.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE made_already");
            }
            var url = SERVER.getJdbcUrl("postgres", "made_already");
            var settings = StoreSettings.of(url, Stage.KEY, InstantSource.system());
            Store.open(settings.forTool()).close();
            templateIsReady = true;
        }
        return databaseLike("made_already");
    }

    /** The url of a new database that begins as a copy. */
    private static String databaseLike(String template) throws SQLException {
        var name = "store" + DATABASES.incrementAndGet();
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }

    private PostgresServer() {}
}
