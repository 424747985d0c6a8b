package gyeolje.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database on the tests' own server. */
final class PostgresStage implements Stage {
    private final String url;

    PostgresStage() {
        try {
            this.url = PostgresServer.newStore();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public void close() {}
}
