package gyeolje.bench.stock;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where rows are put, many at once and without waiting for the disk. */
interface Shelf extends AutoCloseable {
    /** Rows of one table; by any thread. */
    record Load(Model.Rows table, List<@Nullable Object[]> rows) {}

    void put(List<Load> loads) throws SQLException;

    /** Makes room known that what was put so far has left. */
    void settle() throws SQLException;

    void add(LimitSums sums) throws SQLException;

    /** Makes everything durable and the database as it would be after a night. */
    @Override
    void close() throws SQLException;
}
