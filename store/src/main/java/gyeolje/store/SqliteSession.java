package gyeolje.store;

import gyeolje.store.Keys.LimitKey;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Needs.NewOrder;
import gyeolje.store.WorkingSet.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The one writer of a SQLite file: each batch holds the write lock from its first moment, so nothing else needs locking. */
final class SqliteSession implements Session {
    private static final SeveralRows PAYMENTS = SeveralRows.insert("payment", PaymentRow.COLUMNS, "");
    private static final SeveralRows JOURNAL =
            SeveralRows.insert("journal", "merchant_id, transaction_id, version, at, event, detail", "");
    private static final SeveralRows NEW_ORDERS = new SeveralRows(
            "WITH k (n, m, o, f, t) AS (VALUES ", "(#, ?, ?, ?, ?)", ")" + NewOrderReads.about("request"));

    private final Connection connection;
    private final Statements statements;
    private final PaymentCodec codec;
    private final Checkpoints checkpoints;
    private final SqliteRequests requests;
    private final NewOrderReads newOrders;

    SqliteSession(Connection connection, PaymentCodec codec, Checkpoints checkpoints, SqliteRequests requests)
            throws SQLException {
        this.connection = connection;
        this.checkpoints = checkpoints;
        this.statements = new Statements(connection);
        this.codec = codec;
        this.requests = requests;
        this.newOrders = new NewOrderReads(statements, codec);
        requests.open(statements);
    }

    @Override
    public void begin() throws SQLException {
        checkpoints.endLog(statements);
        statements.of("BEGIN IMMEDIATE").execute();
    }

    @Override
    public void commit() throws SQLException {
        statements.of("COMMIT").execute();
        requests.committed();
    }

    @Override
    public void rollback() throws SQLException {
        requests.rolledBack();
        statements.of("ROLLBACK").execute();
    }

    @Override
    public WorkingSet load(Needs needs) throws SQLException {
        var known = new WorkingSet();
        for (var limit : needs.limits()) loadLimit(limit, known);
        for (var limit : needs.limitsToSee()) loadLimit(limit, known);
        for (var payment : needs.payments().entrySet()) loadHead(payment.getKey(), payment.getValue(), known);
        for (var order : needs.orders()) loadClaim(order, known);
        loadNewOrders(needs.newOrders(), known);
        return known;
    }

    private void loadLimit(LimitKey key, WorkingSet known) throws SQLException {
        var statement = statements.of("SELECT won FROM limit_use WHERE merchant_id = ? AND period = ?");
        Statements.bind(statement, key.merchant().text(), key.period());
        try (var row = statement.executeQuery()) {
            known.limits.put(key, row.next() ? row.getLong(1) : 0);
        }
    }

    private void loadHead(PaymentKey key, long seen, WorkingSet known) throws SQLException {
        var statement =
                statements.of("SELECT version, due_at FROM payment WHERE merchant_id = ? AND transaction_id = ?");
        Statements.bind(statement, key.merchant().text(), key.transaction().text());
        long version;
        try (var row = statement.executeQuery()) {
            if (!row.next()) return;
            version = row.getLong(1);
            known.heads.put(key, new Head(version, PaymentRow.optional(row, 2)));
        }
        if (version == seen) return;
        Reads.find(statements, key).ifPresent(it -> known.current.put(key, codec.read(it)));
    }

    private void loadClaim(OrderKey key, WorkingSet known) throws SQLException {
        var statement = statements.of(
                "SELECT transaction_id, day, amount FROM order_claim WHERE merchant_id = ? AND order_number = ?");
        Statements.bind(statement, key.merchant().text(), key.number().text());
        try (var row = statement.executeQuery()) {
            if (row.next()) known.claims.put(key, Reads.claim(row, 1));
        }
    }

    private void loadNewOrders(List<NewOrder> orders, WorkingSet known) throws SQLException {
        NEW_ORDERS.each(orders, (sql, some) -> {
            var statement = statements.of(sql);
            int place = 1;
            for (var it : some) place = Statements.bind(statement, place, keys(it));
            try (var row = statement.executeQuery()) {
                newOrders.read(row, some, known);
            }
        });
        for (var it : orders) {
            var unlisted = requests.unlisted(it.request());
            if (unlisted.isPresent()) newOrders.identical(it, unlisted.get(), known);
        }
    }

    private static Object[] keys(NewOrder it) {
        return new Object[] {
            it.key().merchant().text(),
            it.key().number().text(),
            it.request().fingerprint().text(),
            it.id().text()
        };
    }

    @Override
    public void store(Changes changes) throws SQLException {
        PAYMENTS.write(statements, changes.placed, placed -> payment(placed.row()));
        for (var placed : changes.placed) requests.placed(placed.order());
        for (var move : changes.moved.entrySet()) move(move.getKey(), move.getValue());
        for (var delay : changes.delayed.entrySet()) delay(delay.getKey(), delay.getValue());
        JOURNAL.write(statements, changes.journal, SqliteSession::journal);
        for (var order : changes.released) release(order);
        for (var claim : changes.claimed.entrySet()) claim(claim.getKey(), claim.getValue());
        for (var limit : changes.limits.entrySet()) limit(limit.getKey(), limit.getValue());
        requests.list(statements);
        checkpoints.wrote(changes.rows());
    }

    private static Object[] payment(PaymentRow row) {
        var state = row.state();
        return new Object[] {
            row.merchant(),
            row.transaction(),
            row.orderNumber(),
            row.fingerprint(),
            row.amount(),
            row.orderedAt(),
            row.order(),
            row.buyer(),
            state.name(),
            state.version(),
            state.due(),
            state.openSince(),
            state.updatedAt(),
            state.detail()
        };
    }

    private void move(PaymentKey key, Command.Move move) throws SQLException {
        var state = move.state();
        statements.update(
                "UPDATE payment SET state = ?, version = ?, due_at = ?, open_since = ?, overdue_at = ?,"
                        + " young_until = ?, updated_at = ?, state_detail = ? WHERE merchant_id = ? AND transaction_id = ?",
                state.name(),
                state.version(),
                state.due(),
                state.openSince(),
                PaymentCodec.overdue(move.next()),
                PaymentCodec.youngUntil(move.next()),
                state.updatedAt(),
                state.detail(),
                key.merchant().text(),
                key.transaction().text());
    }

    private void delay(PaymentKey key, long until) throws SQLException {
        statements.update(
                "UPDATE payment SET due_at = ? WHERE merchant_id = ? AND transaction_id = ? AND due_at IS NOT NULL",
                until,
                key.merchant().text(),
                key.transaction().text());
    }

    private static Object[] journal(JournalRow row) {
        return new Object[] {
            row.key().merchant().text(),
            row.key().transaction().text(),
            row.version(),
            row.at(),
            row.event(),
            row.detail()
        };
    }

    private void release(OrderKey key) throws SQLException {
        statements.update(
                "DELETE FROM order_claim WHERE merchant_id = ? AND order_number = ?",
                key.merchant().text(),
                key.number().text());
    }

    private void claim(OrderKey key, ClaimRow claim) throws SQLException {
        statements.update(
                "INSERT INTO order_claim (merchant_id, order_number, transaction_id, day, amount) VALUES (?, ?, ?, ?, ?)",
                key.merchant().text(),
                key.number().text(),
                claim.transaction().text(),
                LimitKey.dayText(claim.day()),
                claim.amount().amount());
    }

    private void limit(LimitKey key, long won) throws SQLException {
        statements.update(
                "INSERT INTO limit_use (merchant_id, period, won) VALUES (?, ?, ?)"
                        + " ON CONFLICT (merchant_id, period) DO UPDATE SET won = excluded.won",
                key.merchant().text(),
                key.period(),
                won);
    }

    @Override
    public void probe() throws SQLException {
        begin();
        statements.update("UPDATE store_key_check SET probed_at = probed_at + 1");
        commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
