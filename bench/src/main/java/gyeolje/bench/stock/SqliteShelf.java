package gyeolje.bench.stock;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** A SQLite file that nobody else uses: no log and no waiting, so whoever is interrupted begins anew. */
final class SqliteShelf implements Shelf {
    private static final int CACHE_KIBIBYTES = 524_288;

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> inserts = new HashMap<>();
    private final ReentrantLock turn = new ReentrantLock();

    SqliteShelf(Path file) throws SQLException {
        this.file = file;
        this.connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        execute("PRAGMA locking_mode = EXCLUSIVE");
        execute("PRAGMA journal_mode = DELETE");
        execute("PRAGMA journal_mode = OFF");
        execute("PRAGMA synchronous = OFF");
        execute("PRAGMA cache_size = -" + CACHE_KIBIBYTES);
        connection.setAutoCommit(false);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void put(List<Load> loads) throws SQLException {
        turn.lock();
        try {
            for (var load : loads) insert(load);
            listRequests();
            connection.commit();
        } finally {
            turn.unlock();
        }
    }

    private void insert(Load load) throws SQLException {
        var statement = prepared(load.table());
        for (var row : load.rows()) {
            Inserts.bind(statement, row);
            statement.executeUpdate();
        }
    }

    /** As the store would have done by now. */
    private void listRequests() throws SQLException {
        execute("INSERT INTO request (fingerprint, merchant_id, transaction_id)"
                + " SELECT fingerprint, merchant_id, transaction_id FROM payment"
                + " WHERE arrival > (SELECT listed_to FROM request_progress) ORDER BY fingerprint, merchant_id");
        execute("UPDATE request_progress SET listed_to = (SELECT MAX(arrival) FROM payment)");
    }

    private PreparedStatement prepared(Model.Rows table) throws SQLException {
        var known = inserts.get(table.table());
        if (known != null) return known;
        var statement = connection.prepareStatement(Inserts.into(table));
        inserts.put(table.table(), statement);
        return statement;
    }

    /** Its rows lie in the order of their arrival, without room between them. */
    @Override
    public void settle() {}

    @Override
    public void add(LimitSums sums) throws SQLException {
        sums.write(connection);
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new SQLException("the filled store cannot be made durable: " + e.getMessage(), e);
        }
    }
}
