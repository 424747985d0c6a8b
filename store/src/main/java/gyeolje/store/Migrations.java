package gyeolje.store;

import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables up to date. Starting the migration tool costs more than all else at start-up, so a store that says that it is
 * up to date is believed.
 */
final class Migrations {
    /** The newest migration beside this class; a test keeps it true. */
    static final String NEWEST = "1";

    private static final int MOST_ATTEMPTS = 3;
    private static final long PAUSE_NANOS = 300_000_000;

    /** Another process may do the same at this moment; what it has done already is skipped. */
    static void run(DataSource source, String folder) {
        for (int attempt = 1; !isUpToDate(source); attempt++) {
            try {
                migrate(source, folder);
                return;
            } catch (FlywayException e) {
                if (attempt == MOST_ATTEMPTS)
                    throw new StoreOpeningException(
                            "the store's tables cannot be brought up to date: " + firstLine(e), e);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static void migrate(DataSource source, String folder) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/" + folder)
                .table("schema_history")
                .connectRetries(0)
                .load()
                .migrate();
    }

    static boolean isUpToDate(DataSource source) {
        var sql = "SELECT COUNT(*), SUM(CASE WHEN success THEN 0 ELSE 1 END), SUM(CASE WHEN version = '" + NEWEST
                + "' THEN 1 ELSE 0 END) FROM schema_history";
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() && row.getLong(1) > 0 && row.getLong(2) == 0 && row.getLong(3) == 1;
        } catch (SQLException e) {
            return false;
        }
    }

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private Migrations() {}
}
