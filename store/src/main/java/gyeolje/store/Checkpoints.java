package gyeolje.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what SQLite's log holds into the database's own pages, beside the writer: pages lie scattered, and writing them takes many
 * times as long as a commit. Only the writer can end a log that grows all the time, so the last few pages are left to it.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    /** A page that changed often is moved once for all its changes. A row takes one to three pages of the log. */
    private static final long ENOUGH_ROWS = 20_000;

    private static final int FEW_PAGES = 1_000;
    /** After so many rounds the writer is faster than the disk, and waits for it. */
    private static final int MOST_ROUNDS = 8;

    private final DataSource source;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicBoolean endOfLog = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean closing;

    Checkpoints(DataSource source) {
        this.source = source;
        this.thread = Thread.ofPlatform().name("store-checkpoints").daemon().start(this::run);
    }

    /** So many rows were written to the log. */
    void wrote(int count) {
        rows.addAndGet(count);
    }

    /** For the writer, between two transactions. */
    void endLog(Statements writer) {
        if (!endOfLog.compareAndSet(true, false)) return;
        try {
            if (checkpoint(writer) == 0) rows.set(0);
        } catch (SQLException e) {
            LOG.warn("the log is not ended yet: {}", e.getMessage());
        }
    }

    private void run() {
        while (!closing) {
            try {
                Thread.sleep(LOOK);
                if (rows.get() >= ENOUGH_ROWS && !endOfLog.get()) work();
            } catch (InterruptedException e) {
                return;
            } catch (SQLException e) {
                LOG.warn("no checkpoint for now: {}", e.getMessage());
            }
        }
    }

    private void work() throws SQLException {
        try (Connection connection = source.getConnection()) {
            var statements = new Statements(connection);
            long left = Long.MAX_VALUE;
            for (int round = 0; left > FEW_PAGES && round < MOST_ROUNDS; round++) left = checkpoint(statements);
            if (left == 0) rows.set(0);
            else endOfLog.set(true);
        }
    }

    /** How many pages of the log were not moved, because they are new or somebody reads them. */
    private static long checkpoint(Statements statements) throws SQLException {
        try (var row = statements.query("PRAGMA wal_checkpoint(PASSIVE)")) {
            return row.next() ? Math.max(0, row.getLong(2) - row.getLong(3)) : 0;
        }
    }

    /** Waits for the round under way. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            if (!thread.join(Duration.ofSeconds(10))) LOG.warn("a checkpoint does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
