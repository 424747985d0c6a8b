package gyeolje.store;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reading connections of a SQLite file. A pool from a library would close a statement with every lease; here preparing one
 * costs more than running it.
 */
final class SqliteReaders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteReaders.class);
    private static final int PATIENCE_SECONDS = 5;

    private final BlockingQueue<Statements> resting;
    private final int size;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SqliteReaders(BlockingQueue<Statements> resting, int size) {
        this.resting = resting;
        this.size = size;
    }

    static SqliteReaders open(DataSource source, int size) throws SQLException {
        var readers = new SqliteReaders(new ArrayBlockingQueue<>(size), size);
        for (int i = 0; i < size; i++) readers.rest(new Statements(source.getConnection()));
        return readers;
    }

    Reader lease() throws SQLException {
        try {
            var statements = resting.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (statements == null) throw new SQLException("all " + size + " reading connections are busy");
            return new Reader(statements, () -> rest(statements));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a reading connection", e);
        }
    }

    private void rest(Statements statements) {
        if (!resting.offer(statements)) throw new IllegalStateException("a reading connection was given back twice");
    }

    /** Waits, within a bound, for those that are reading. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        for (int i = 0; i < size; i++) {
            try {
                lease().statements().connection().close();
            } catch (SQLException e) {
                LOG.warn("a reading connection was not closed: {}", e.getMessage());
            }
        }
    }
}
