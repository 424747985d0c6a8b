package gyeolje.store;

import gyeolje.core.value.TransactionId;
import gyeolje.store.Keys.LimitKey;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Needs.NewOrder;
import gyeolje.store.WorkingSet.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The one writer of a SQLite file: each batch holds the write lock from its first moment, so nothing else needs locking. */
final class SqliteSession implements Session {
    private final Connection connection;
    private final Statements statements;
    private final PaymentCodec codec;
    private final Checkpoints checkpoints;

    SqliteSession(Connection connection, PaymentCodec codec, Checkpoints checkpoints) {
        this.connection = connection;
        this.checkpoints = checkpoints;
        this.statements = new Statements(connection);
        this.codec = codec;
    }

    @Override
    public void begin() throws SQLException {
        checkpoints.endLog(statements);
        statements.of("BEGIN IMMEDIATE").execute();
    }

    @Override
    public void commit() throws SQLException {
        statements.of("COMMIT").execute();
    }

    @Override
    public void rollback() throws SQLException {
        statements.of("ROLLBACK").execute();
    }

    @Override
    public WorkingSet load(Needs needs) throws SQLException {
        var known = new WorkingSet();
        for (var limit : needs.limits()) loadLimit(limit, known);
        for (var limit : needs.limitsToSee()) loadLimit(limit, known);
        for (var payment : needs.payments().entrySet()) loadHead(payment.getKey(), payment.getValue(), known);
        for (var order : needs.orders()) loadClaim(order, known);
        for (var order : needs.newOrders()) loadNewOrder(order, known);
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
            if (row.next()) known.claims.put(key, Reads.claim(row));
        }
    }

    /** One question for all three, and for keys alone: there is hardly ever anything, and every step into SQLite costs. */
    private void loadNewOrder(NewOrder it, WorkingSet known) throws SQLException {
        var statement = statements.of("SELECT c.transaction_id, c.day, c.amount, r.transaction_id, i.transaction_id"
                + " FROM (SELECT ? AS m, ? AS o, ? AS f, ? AS t) k"
                + " LEFT JOIN order_claim c ON c.merchant_id = k.m AND c.order_number = k.o"
                + " LEFT JOIN payment r ON r.fingerprint = k.f AND r.merchant_id = k.m"
                + " LEFT JOIN payment i ON i.transaction_id = k.t");
        Statements.bind(
                statement,
                it.key().merchant().text(),
                it.key().number().text(),
                it.request().fingerprint().text(),
                it.id().text());
        Optional<String> identical;
        try (var row = statement.executeQuery()) {
            if (!row.next()) throw new SQLException("a question without conditions has one answer");
            if (row.getString(1) != null) known.claims.put(it.key(), Reads.claim(row));
            identical = Optional.ofNullable(row.getString(4));
            if (row.getString(5) != null) known.usedIds.add(it.id());
        }
        if (identical.isEmpty()) return;
        Reads.find(statements, new PaymentKey(it.key().merchant(), new TransactionId(identical.get())))
                .ifPresent(row -> known.requests.put(it.request(), codec.read(row)));
    }

    @Override
    public void store(Changes changes) throws SQLException {
        for (var row : changes.placed) place(row);
        for (var move : changes.moved.entrySet()) move(move.getKey(), move.getValue());
        for (var delay : changes.delayed.entrySet()) delay(delay.getKey(), delay.getValue());
        for (var row : changes.journal) journal(row);
        for (var order : changes.released) release(order);
        for (var claim : changes.claimed.entrySet()) claim(claim.getKey(), claim.getValue());
        for (var limit : changes.limits.entrySet()) limit(limit.getKey(), limit.getValue());
        checkpoints.wrote(changes.rows());
    }

    private void place(PaymentRow row) throws SQLException {
        var state = row.state();
        statements.update(
                "INSERT INTO payment (" + PaymentRow.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                state.detail());
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

    private void journal(JournalRow row) throws SQLException {
        statements.update(
                "INSERT INTO journal (merchant_id, transaction_id, version, at, event, detail) VALUES (?, ?, ?, ?, ?, ?)",
                row.key().merchant().text(),
                row.key().transaction().text(),
                row.version(),
                row.at(),
                row.event(),
                row.detail());
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
