package gyeolje.store;

import gyeolje.store.Changes.Moved;
import gyeolje.store.Keys.LimitKey;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Needs.NewOrder;
import gyeolje.store.WorkingSet.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The one writer of a SQLite file: each batch holds the write lock from its first moment, so nothing else needs locking. */
final class SqliteSession implements Session {
    private static final SeveralRows PAYMENTS = SeveralRows.insert("payment", PaymentRow.COLUMNS, "");
    private static final SeveralRows JOURNAL =
            SeveralRows.insert("journal", "merchant_id, transaction_id, version, at, event, detail", "");
    private static final SeveralRows CLAIMED =
            SeveralRows.insert("order_claim", "merchant_id, order_number, transaction_id, day, amount", "");
    private static final SeveralRows TAKEN = SeveralRows.insert(
            "limit_use",
            "merchant_id, period, won",
            " ON CONFLICT (merchant_id, period) DO UPDATE SET won = excluded.won");

    private static final SeveralRows LIMITS = SeveralRows.about(
            "m, p", "SELECT k.n, l.won FROM k JOIN limit_use l ON l.merchant_id = k.m AND l.period = k.p");
    private static final SeveralRows WHOLE = SeveralRows.about(
            "m, t",
            "SELECT k.n, " + PaymentRow.COLUMNS + " FROM k JOIN payment ON merchant_id = k.m AND transaction_id = k.t");
    private static final SeveralRows HEADS = SeveralRows.about(
            "m, t",
            "SELECT k.n, p.version, p.due_at FROM k JOIN payment p ON p.merchant_id = k.m AND p.transaction_id = k.t");
    private static final SeveralRows CLAIMS = SeveralRows.about(
            "m, o",
            "SELECT k.n, c.transaction_id, c.day, c.amount FROM k"
                    + " JOIN order_claim c ON c.merchant_id = k.m AND c.order_number = k.o");
    private static final SeveralRows NEW_ORDERS = SeveralRows.about("m, o, f, t", NewOrderReads.about("request"));

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
        loadLimits(needs.limits(), known);
        loadLimits(needs.limitsToSee(), known);
        loadWhole(needs.whole(), known);
        if (needs.looks()) loadSeen(needs, known);
        else known.assume(needs.seen());
        loadClaims(needs.ordersOf(known), known);
        loadNewOrders(needs.newOrders(), known);
        return known;
    }

    private void loadLimits(Collection<LimitKey> keys, WorkingSet known) throws SQLException {
        for (var key : keys) known.limits.put(key, 0L);
        LIMITS.read(
                statements,
                keys,
                key -> new Object[] {key.merchant().text(), key.period()},
                (key, row) -> known.limits.put(key, row.getLong(2)));
    }

    private void loadWhole(Collection<PaymentKey> keys, WorkingSet known) throws SQLException {
        WHOLE.read(
                statements, keys, SqliteSession::keys, (key, row) -> known.read(key, PaymentRow.read(row, 2), codec));
    }

    private void loadSeen(Needs needs, WorkingSet known) throws SQLException {
        HEADS.read(
                statements,
                needs.seen().keySet(),
                SqliteSession::keys,
                (key, row) -> known.heads.put(key, new Head(row.getLong(2), PaymentRow.optional(row, 3))));
        loadWhole(needs.overtaken(known), known);
    }

    private static Object[] keys(PaymentKey key) {
        return new Object[] {key.merchant().text(), key.transaction().text()};
    }

    private void loadClaims(Collection<OrderKey> keys, WorkingSet known) throws SQLException {
        CLAIMS.read(
                statements,
                keys,
                key -> new Object[] {key.merchant().text(), key.number().text()},
                (key, row) -> known.claims.put(key, Reads.claim(row, 2)));
    }

    private void loadNewOrders(List<NewOrder> orders, WorkingSet known) throws SQLException {
        NEW_ORDERS.read(statements, orders, SqliteSession::keys, (it, row) -> newOrders.read(it, row, known));
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
        CLAIMED.write(statements, changes.claimed.entrySet(), SqliteSession::claim);
        TAKEN.write(statements, changes.limits.entrySet(), SqliteSession::limit);
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

    private void move(PaymentKey key, Moved moved) throws SQLException {
        var state = moved.move().state();
        int rows = statements.update(
                "UPDATE payment SET state = ?, version = ?, due_at = ?, open_since = ?, overdue_at = ?,"
                        + " young_until = ?, updated_at = ?, state_detail = ?"
                        + " WHERE merchant_id = ? AND transaction_id = ? AND version = ?",
                state.name(),
                state.version(),
                state.due(),
                state.openSince(),
                PaymentCodec.overdue(moved.move().next()),
                PaymentCodec.youngUntil(moved.move().next()),
                state.updatedAt(),
                state.detail(),
                key.merchant().text(),
                key.transaction().text(),
                moved.from());
        if (rows != 1) throw new OvertakenException(key + " is not in version " + moved.from());
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

    private static Object[] claim(Map.Entry<OrderKey, ClaimRow> row) {
        var claim = row.getValue();
        return new Object[] {
            row.getKey().merchant().text(),
            row.getKey().number().text(),
            claim.transaction().text(),
            LimitKey.dayText(claim.day()),
            claim.amount().amount()
        };
    }

    private static Object[] limit(Map.Entry<LimitKey, Long> row) {
        return new Object[] {row.getKey().merchant().text(), row.getKey().period(), row.getValue()};
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
