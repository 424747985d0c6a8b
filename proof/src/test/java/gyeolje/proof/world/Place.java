package gyeolje.proof.world;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Where a gateway of a test keeps its payments. */
public sealed interface Place {
    /** As `store.url` has it. */
    String url();

    Connection connect() throws SQLException;

    /** Lets nobody write, while everybody can read, until the returned connection is closed. */
    Connection blockWrites() throws SQLException;

    List<String> tables(Connection connection) throws SQLException;

    /** The folder of the database's files, all of them written. */
    Path files() throws SQLException;

    /** How many payments are neither here nor there. */
    default long open() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM payment WHERE due_at IS NOT NULL")) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    /** Everything that the database would tell somebody who can read all of it. */
    default String dump() throws SQLException {
        var text = new StringBuilder();
        try (var connection = connect()) {
            for (var table : tables(connection)) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("SELECT * FROM " + table)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int i = 1; i <= columns; i++)
                            text.append(rows.getString(i)).append(' ');
                        text.append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) names.add(rows.getString(1));
        }
        return names;
    }

    static Place sqlite(Path folder) {
        return new Sqlite(folder.resolve("gyeolje.db"));
    }

    static Postgres postgres() throws SQLException {
        return new Postgres(PostgresServer.newSchema());
    }

    record Sqlite(Path file) implements Place {
        @Override
        public String url() {
            return "sqlite:" + file.toAbsolutePath();
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=10000");
        }

        @Override
        public Connection blockWrites() throws SQLException {
            var connection = connect();
            try (var statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
            }
            return connection;
        }

        @Override
        public Path files() {
            return Objects.requireNonNull(file.toAbsolutePath().getParent());
        }

        @Override
        public List<String> tables(Connection connection) throws SQLException {
            return names(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'");
        }
    }

    record Postgres(String url) implements Place {
        private static final Pattern SERVER = Pattern.compile("//[^/:]+:([0-9]+)/");

        public int port() {
            var server = SERVER.matcher(url);
            if (!server.find()) throw new AssertionError("no port: " + url);
            return Integer.parseInt(server.group(1));
        }

        /** The same database on the other side of a line; every COMMIT is spelled out on it. */
        public Place through(FaultyLine line) {
            var other = SERVER.matcher(url).replaceFirst("//127.0.0.1:" + line.port() + "/");
            return new Postgres(other + (other.contains("?") ? "&" : "?") + "prepareThreshold=0");
        }

        /** Ends every connection of gateways, this one's and all others' but of worlds apart, as a restart of the server does. */
        public void loseConnections() throws SQLException {
            try (var connection = connect();
                    var statement = connection.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND application_name = 'gyeolje'");
            }
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public Connection blockWrites() throws SQLException {
            var connection = connect();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("LOCK TABLE payment, journal, order_claim, limit_use IN EXCLUSIVE MODE");
            }
            return connection;
        }

        @Override
        public Path files() throws SQLException {
            try (var connection = connect();
                    var statement = connection.createStatement()) {
                statement.execute("CHECKPOINT");
                return Path.of(names(connection, "SHOW data_directory").getFirst());
            }
        }

        @Override
        public List<String> tables(Connection connection) throws SQLException {
            return names(connection, "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()");
        }
    }
}
