package gyeolje.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;

/** A file in a folder of its own. */
final class SqliteStage implements Stage {
    private final Path folder;

    SqliteStage() {
        try {
            this.folder = Files.createTempDirectory("gyeolje-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return folder.resolve("data/gyeolje.db");
    }

    @Override
    public String url() {
        return "sqlite:" + file();
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var path : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
