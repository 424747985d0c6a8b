package gyeolje.bench.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.bench.Sale;
import gyeolje.bench.Town;
import gyeolje.store.MasterKey;
import gyeolje.store.Store;
import gyeolje.store.StoreSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what is stored in bulk is what the gateway would have stored: `verify` lives every payment again from its journal. */
final class StockTest {
    private static final int PAID = 4_100;
    private static final int UNPAID = 512;

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void aSqliteFileFilledInBulkIsSound() throws SQLException, InterruptedException {
        isSoundOnceFilled("sqlite:" + folder.resolve("store.db"));
    }

    @Test
    void aPostgresqlFilledInBulkIsSound() throws IOException, SQLException, InterruptedException {
        try (var server = EmbeddedPostgres.start()) {
            isSoundOnceFilled(server.getJdbcUrl("postgres", "postgres"));
        }
    }

    private static void isSoundOnceFilled(String url) throws SQLException, InterruptedException {
        Stock.fill(url, PAID, 7, _ -> {});
        var findings = new ArrayList<String>();
        try (var store = Store.open(StoreSettings.of(url, MasterKey.of(Town.MASTER_KEY), InstantSource.system()))) {
            var summary = store.verify(findings::add);
            assertEquals(List.of(), findings.stream().limit(5).toList());
            assertEquals(PAID + 1 + UNPAID + 1, summary.payments());
            assertEquals(3 * (PAID + 1) + UNPAID + 1, summary.journalRows());
            assertEquals(Sale.WON * (PAID + 1), summary.approved());
        }
    }
}
