package gyeolje.bench.stock;

import gyeolje.bench.Sale;
import gyeolje.bench.Town;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.TransactionId;
import gyeolje.store.MasterKey;
import gyeolje.store.Store;
import gyeolje.store.StoreSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one payment that the store itself recorded, as a pattern for others. */
final class Model {
    private static final Instant AT = Instant.parse("2026-04-01T03:00:07.123456789Z");
    private static final Payment PAYMENT = Payment.of(0, 0, AT);
    private static final List<String> TABLES = List.of("payment", "journal", "order_claim");
    /** A column that SQLite fills. */
    private static final String ARRIVAL = "arrival";

    private final List<Rows> tables;
    private final String sealed;

    /**
     * The rows of one table.
     *
     * @param patterns a row each
     */
    record Rows(String table, List<String> columns, List<List<Cell>> patterns) {
        /** Values in the order of the columns. */
        List<@Nullable Object[]> of(Payment payment, Resealer resealer) {
            return patterns.stream()
                    .<@Nullable Object[]>map(pattern -> {
                        var values = new @Nullable Object[pattern.size()];
                        for (int i = 0; i < values.length; i++)
                            values[i] = pattern.get(i).of(payment, resealer);
                        return values;
                    })
                    .toList();
        }
    }

    private Model(List<Rows> tables, String sealed) {
        this.tables = tables;
        this.sealed = sealed;
    }

    /** Makes the tables and records the model payment, which stays. */
    static void record(String url) {
        var settings = StoreSettings.of(url, MasterKey.of(Town.MASTER_KEY), InstantSource.fixed(AT));
        try (var store = Store.open(settings)) {
            var order = Sale.order(
                    Town.unlimited(0), new TransactionId(PAYMENT.transaction()), PAYMENT.number(), PAYMENT.at());
            Sale.place(store, order);
            Sale.pay(store, order, AT, new AcquirerTransactionId(PAYMENT.tno()));
        }
    }

    static Model read(Connection connection) throws SQLException {
        var tables = new ArrayList<Rows>();
        for (var table : TABLES) tables.add(rows(connection, table));
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT buyer_sealed FROM payment")) {
            row.next();
            return new Model(tables, row.getString(1));
        }
    }

    private static Rows rows(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT * FROM " + table)) {
            var columns = columns(row);
            var patterns = new ArrayList<List<Cell>>();
            while (row.next()) patterns.add(pattern(row, columns));
            return new Rows(table, columns, patterns);
        }
    }

    private static List<String> columns(ResultSet row) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++)
            columns.add(row.getMetaData().getColumnName(i));
        columns.remove(ARRIVAL);
        return columns;
    }

    private static List<Cell> pattern(ResultSet row, List<String> columns) throws SQLException {
        var cells = new ArrayList<Cell>();
        for (var column : columns) cells.add(Cell.of(column, row.getObject(column), PAYMENT));
        return cells;
    }

    List<Rows> tables() {
        return tables;
    }

    Resealer resealer() {
        return new Resealer(sealed, PAYMENT.sealPlace());
    }
}
