package gyeolje.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on SQLite. */
final class SqliteStoreTest extends StoreContract {
    static final MasterKey KEY = MasterKey.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("data/gyeolje.db");
    }

    @Override
    StoreSettings settings() {
        return StoreSettings.of("sqlite:" + file(), KEY, InstantSource.fixed(Samples.NOON));
    }

    @Test
    void a_second_gateway_on_the_same_file_is_refused() {
        var refusal = assertThrows(StoreOpeningException.class, () -> Store.open(settings()));
        assertTrue(String.valueOf(refusal.getMessage()).contains("another gateway"));
    }

    @Test
    void a_tool_works_beside_a_gateway() {
        try (var tool = Store.open(settings().forTool())) {
            assertEquals(0, tool.merchants().list().size());
        }
    }

    @Test
    void the_files_are_for_their_owner_only() throws IOException {
        placed(Samples.ordered(1, "A-1"));
        try (var files = Files.list(file().getParent())) {
            for (var path : files.toList())
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)),
                        path::toString);
        }
    }
}
