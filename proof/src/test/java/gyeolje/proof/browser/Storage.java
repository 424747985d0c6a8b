package gyeolje.proof.browser;

import gyeolje.demo.Demo;
import gyeolje.proof.world.PostgresServer;
import java.sql.SQLException;

/** What the gateway keeps its payments in; a buyer must not notice which. */
enum Storage {
    SQLITE,
    POSTGRESQL;

    /** Where a new world keeps its payments. */
    String url() throws SQLException {
        return switch (this) {
            case SQLITE -> Demo.EMBEDDED_STORE;
            case POSTGRESQL -> PostgresServer.newDatabase();
        };
    }
}
