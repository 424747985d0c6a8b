package gyeolje.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what SQLite's log holds into the database's own pages, beside the writer: pages lie scattered, and writing them takes many
 * times as long as a commit. Only the writer can end a log that grows all the time, so the last few pages are left to it. It makes
 * the whole file durable then, so what was moved is made durable here, before: every payment waits for the writer.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    /**
     * A page that changed often is moved once for all its changes; but what gathers for long is written at once, and commits wait
     * for the disk and a processor meanwhile.
     */
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** A row takes one to three pages of the log. */
    private static final long ENOUGH_ROWS = 5_000;

    private static final int FEW_PAGES = 1_000;
    /** After so many rounds the writer is faster than the disk, and waits for it. */
    private static final int MOST_ROUNDS = 8;

    private final DataSource source;
    private final Flush file;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicBoolean endOfLog = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** How many pages the log holds, and how many of them were moved; the others are new, or somebody reads them. */
    private record Log(long pages, long moved) {
        boolean isMoved() {
            return moved >= pages;
        }
    }

    /** Makes what was written to the database's file durable. */
    @FunctionalInterface
    interface Flush {
        void run() throws IOException;
    }

    Checkpoints(DataSource source, Flush file) {
        this.source = source;
        this.file = file;
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
            if (checkpoint(writer).isMoved()) rows.set(0);
        } catch (SQLException e) {
            LOG.warn("the log is not ended yet: {}", e.getMessage());
        }
    }

    private void run() {
        while (!isClosing()) {
            try {
                if (rows.get() >= ENOUGH_ROWS && !endOfLog.get()) work();
            } catch (SQLException | IOException e) {
                LOG.warn("no checkpoint for now: {}", e.getMessage());
            }
        }
    }

    private boolean isClosing() {
        try {
            return closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void work() throws SQLException, IOException {
        try (Connection connection = source.getConnection()) {
            var statements = new Statements(connection);
            var log = round(statements);
            long moved = log.moved();
            for (int rounds = 1; moved > FEW_PAGES && rounds < MOST_ROUNDS; rounds++) {
                var before = log;
                log = round(statements);
                moved = log.moved() - before.moved();
            }
            end(log);
        }
    }

    private Log round(Statements statements) throws SQLException, IOException {
        var log = checkpoint(statements);
        file.run();
        return log;
    }

    private void end(Log log) {
        if (log.isMoved()) rows.set(0);
        else endOfLog.set(true);
    }

    private static Log checkpoint(Statements statements) throws SQLException {
        try (var row = statements.query("PRAGMA wal_checkpoint(PASSIVE)")) {
            return row.next() ? new Log(row.getLong(2), row.getLong(3)) : new Log(0, 0);
        }
    }

    /** Waits for the round under way; it is not interrupted, as that would close the file. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!thread.join(Duration.ofSeconds(10))) LOG.warn("a checkpoint does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
