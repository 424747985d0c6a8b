package gyeolje.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteDataSource;

class CheckpointsTest {
    private static final int MANY = 6_000;
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private final Semaphore flushes = new Semaphore(0);
    private volatile boolean diskFails;
    private Connection writer;
    private Statements statements;
    private Checkpoints checkpoints;

    @BeforeEach
    void open() throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setPragma(Pragma.WAL_AUTOCHECKPOINT, "0");
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve("pages.db"));
        writer = source.getConnection();
        statements = new Statements(writer);
        writer.createStatement().execute("CREATE TABLE page (filling BLOB)");
        checkpoints = new Checkpoints(source, this::flush);
    }

    @AfterEach
    void close() throws SQLException {
        checkpoints.close();
        writer.close();
    }

    private void flush() throws IOException {
        flushes.release();
        if (diskFails) throw new IOException("no space left");
    }

    private void write(int rows) throws SQLException {
        checkpoints.endLog(statements);
        statements.of("BEGIN IMMEDIATE").execute();
        for (int i = 0; i < rows; i++)
            statements.of("INSERT INTO page VALUES (zeroblob(4000))").execute();
        statements.of("COMMIT").execute();
        checkpoints.wrote(rows);
    }

    private long logged() throws IOException {
        return Files.size(folder.resolve("pages.db-wal")) / PAGE;
    }

    private void awaitFlush() throws InterruptedException {
        assertTrue(flushes.tryAcquire(30, TimeUnit.SECONDS));
    }

    @Test
    void pagesAreMovedAndMadeDurableBesideTheWriter() throws Exception {
        write(MANY);

        awaitFlush();

        assertTrue(Files.size(folder.resolve("pages.db")) > (long) MANY * PAGE);
    }

    @Test
    void aLogIsWrittenOverOnceItsPagesAreDurable() throws Exception {
        write(MANY);
        awaitFlush();
        checkpoints.close();
        long before = logged();

        write(MANY / 2);

        assertEquals(before, logged());
        try (var row = statements.query("SELECT COUNT(*) FROM page")) {
            assertEquals(MANY + MANY / 2, row.getLong(1));
        }
    }

    @Test
    void aDiskThatFailsIsTriedAgain() throws Exception {
        diskFails = true;
        write(MANY);
        awaitFlush();

        awaitFlush();
    }
}
