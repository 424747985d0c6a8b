package gyeolje.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Objects;

/**
 * One PostgreSQL for all tests of this JVM, as durable as in production. Each test gets a schema of its own: a database of its own
 * has hundreds of files, which the server writes out one by one before it ends.
 */
final class PostgresServer {
    private static final EmbeddedPostgres SERVER = start();

    private static int schemas;
    private static String migrations = "";

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

    /** The url of a new place without tables. */
    static String newPlace() throws SQLException {
        return place("");
    }

    /** The url of a new place that has its tables already, made by the migrations that the store itself ran in the first one. */
    static synchronized String newStore() throws SQLException {
        if (migrations.isEmpty()) migrations = migrations(newPlace());
        return place(migrations);
    }

    private static synchronized String place(String tables) throws SQLException {
        var schema = "store" + ++schemas;
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA %1$s; SET search_path = %1$s; %2$s".formatted(schema, tables));
        }
        return SERVER.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    private static String migrations(String url) throws SQLException {
        var settings = StoreSettings.of(url, Stage.KEY, InstantSource.system());
        Store.open(settings.forTool()).close();
        var schema = url.substring(url.lastIndexOf('=') + 1);
        var all = new StringBuilder();
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT script FROM " + schema
                        + ".schema_history WHERE type = 'SQL' ORDER BY installed_rank")) {
            while (row.next()) all.append(migration(row.getString(1))).append(";\n");
        }
        return all.append("CREATE TABLE schema_history AS TABLE ")
                .append(schema)
                .append(".schema_history")
                .toString();
    }

    private static String migration(String script) {
        var name = "/db/migration/postgresql/" + script;
        try (var sql = Objects.requireNonNull(PostgresServer.class.getResourceAsStream(name), name)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PostgresServer() {}
}
