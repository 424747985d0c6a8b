package gyeolje.proof.browser;

import gyeolje.demo.Demo;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What the gateway keeps its payments in; a buyer must not notice which. */
enum Storage {
    SQLITE,
    POSTGRESQL;

    /** One PostgreSQL for all tests of this JVM, as durable as in production. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Where a new world keeps its payments. */
    String url() {
        return switch (this) {
            case SQLITE -> Demo.EMBEDDED_STORE;
            case POSTGRESQL -> Server.RUNNING.getJdbcUrl("postgres", "postgres");
        };
    }
}
