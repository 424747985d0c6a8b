package gyeolje.bench.stock;

import gyeolje.bench.Sale;
import gyeolje.bench.Town;
import gyeolje.core.payment.Order;
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

/** The rows of one paid payment and of one order that nobody paid, both recorded by the store itself, as patterns for others. */
final class Model {
    private static final Instant AT = Instant.parse("2026-04-01T03:00:07.123456789Z");
    private static final Payment PAID = Payment.of(0, 0, AT);
    private static final Payment UNPAID = Payment.of(1, 0, AT);
    private static final List<String> TABLES = List.of("payment", "journal", "order_claim");
    /** A column that SQLite fills. */
    private static final String ARRIVAL = "arrival";

    private final List<Rows> paid;
    private final List<Rows> unpaid;
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

    private Model(List<Rows> paid, List<Rows> unpaid, String sealed) {
        this.paid = paid;
        this.unpaid = unpaid;
        this.sealed = sealed;
    }

    /** Makes the tables and records the models, which stay. */
    static void record(String url) {
        var settings = StoreSettings.of(url, MasterKey.of(Town.MASTER_KEY), InstantSource.fixed(AT));
        try (var store = Store.open(settings)) {
            var order = order(PAID);
            Sale.place(store, order);
            Sale.pay(store, order, AT, new AcquirerTransactionId(PAID.tno()));
            Sale.place(store, order(UNPAID));
        }
    }

    private static Order order(Payment payment) {
        return Sale.order(Town.unlimited(0), new TransactionId(payment.transaction()), payment.number(), payment.at());
    }

    static Model read(Connection connection) throws SQLException {
        return new Model(rows(connection, PAID), rows(connection, UNPAID), sealed(connection));
    }

    private static String sealed(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT buyer_sealed FROM payment WHERE transaction_id = ?")) {
            statement.setString(1, PAID.transaction());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static List<Rows> rows(Connection connection, Payment model) throws SQLException {
        var tables = new ArrayList<Rows>();
        for (var table : TABLES) tables.add(rows(connection, table, model));
        return tables;
    }

    private static Rows rows(Connection connection, String table, Payment model) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT * FROM " + table + " WHERE transaction_id = ?")) {
            statement.setString(1, model.transaction());
            try (var row = statement.executeQuery()) {
                var columns = columns(row);
                var patterns = new ArrayList<List<Cell>>();
                while (row.next()) patterns.add(pattern(row, columns, model));
                return new Rows(table, columns, patterns);
            }
        }
    }

    private static List<String> columns(ResultSet row) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++)
            columns.add(row.getMetaData().getColumnName(i));
        columns.remove(ARRIVAL);
        return columns;
    }

    private static List<Cell> pattern(ResultSet row, List<String> columns, Payment model) throws SQLException {
        var cells = new ArrayList<Cell>();
        for (var column : columns) cells.add(Cell.of(column, row.getObject(column), model));
        return cells;
    }

    List<Rows> paid() {
        return paid;
    }

    /** Nothing of it is in some of the tables. */
    List<Rows> unpaid() {
        return unpaid;
    }

    Resealer resealer() {
        return new Resealer(sealed, PAID.sealPlace());
    }
}
