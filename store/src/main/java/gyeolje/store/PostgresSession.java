package gyeolje.store;

import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.TransactionId;
import gyeolje.store.Keys.LimitKey;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Needs.NewOrder;
import gyeolje.store.WorkingSet.Head;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * One of several writers, perhaps in several processes. What a batch decides upon is locked first, always in the order of keys:
 * the limits, then the payments. Whoever claims or releases an order holds the limits of its merchant, so the claims that are
 * read after that stand still. A statement is about a whole batch.
 */
final class PostgresSession implements Session {
    /** A plan made for a table that was almost empty may read a whole merchant for each key. */
    private static final long PLANS_LAST_NANOS = 1_000_000_000;

    private static final String LIMITS = "SELECT l.merchant_id, l.period, l.won FROM unnest(?, ?) AS k (m, p)"
            + " JOIN limit_use l ON l.merchant_id = k.m AND l.period = k.p";

    private static final String NEW_ORDERS = "WITH k (n, m, o, f, t) AS (SELECT n - 1, m, o, f, t"
            + " FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS u (m, o, f, t, n)) " + NewOrderReads.about("payment");

    private final Connection connection;
    private final Statements statements;
    private final PaymentCodec codec;
    private final NewOrderReads newOrders;
    private final PostgresWrites writes;
    private long plannedAt = System.nanoTime();

    PostgresSession(Connection connection, PaymentCodec codec) {
        this.connection = connection;
        this.statements = new Statements(connection);
        this.codec = codec;
        this.newOrders = new NewOrderReads(statements, codec);
        this.writes = new PostgresWrites(statements);
    }

    /** A row of a result, with the exception that JDBC may throw. */
    @FunctionalInterface
    private interface EachRow {
        void read(ResultSet row) throws SQLException;
    }

    /** The driver begins with the first statement. Plans are made for tables as large as they are now, not as they once were. */
    @Override
    public void begin() throws SQLException {
        long now = System.nanoTime();
        if (now - plannedAt < PLANS_LAST_NANOS) return;
        statements.of("DISCARD PLANS").execute();
        plannedAt = now;
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public WorkingSet load(Needs needs) throws SQLException {
        var known = new WorkingSet();
        if (!needs.limits().isEmpty()) loadLimits(needs.limits(), known);
        if (!needs.limitsToSee().isEmpty()) seeLimits(needs.limitsToSee(), known);
        if (needs.looks()) loadAll(needs, known);
        else loadUnseen(needs, known);
        var orders = needs.ordersOf(known);
        if (!orders.isEmpty()) loadClaims(orders, known);
        if (!needs.newOrders().isEmpty()) loadNewOrders(needs.newOrders(), known);
        return known;
    }

    private void loadLimits(Set<LimitKey> keys, WorkingSet known) throws SQLException {
        lockLimits(keys, known);
        var missing =
                keys.stream().filter(key -> !known.limits.containsKey(key)).toList();
        if (missing.isEmpty()) return;
        Column.bind(
                        statements.of("INSERT INTO limit_use (merchant_id, period, won)"
                                + " SELECT m, p, 0 FROM unnest(?, ?) AS k (m, p) ORDER BY m, p ON CONFLICT DO NOTHING"),
                        Column.text(missing, key -> key.merchant().text()),
                        Column.text(missing, LimitKey::period))
                .executeUpdate();
        lockLimits(missing, known);
    }

    private void lockLimits(Collection<LimitKey> keys, WorkingSet known) throws SQLException {
        readLimits(LIMITS + " ORDER BY l.merchant_id, l.period FOR UPDATE OF l", keys, known);
    }

    private void seeLimits(Set<LimitKey> keys, WorkingSet known) throws SQLException {
        keys.forEach(key -> known.limits.put(key, 0L));
        readLimits(LIMITS, keys, known);
    }

    private void readLimits(String sql, Collection<LimitKey> keys, WorkingSet known) throws SQLException {
        query(
                sql,
                row -> known.limits.put(
                        new LimitKey(new MerchantId(row.getString(1)), row.getString(2)), row.getLong(3)),
                Column.text(keys, key -> key.merchant().text()),
                Column.text(keys, LimitKey::period));
    }

    /** What is only read may move on before it is written, which then fails: no lock costs less than one that is not needed. */
    private void loadUnseen(Needs needs, WorkingSet known) throws SQLException {
        loadWhole(needs.whole(), known);
        known.assume(needs.seen());
    }

    private void loadAll(Needs needs, WorkingSet known) throws SQLException {
        var keys = new ArrayList<>(needs.whole());
        keys.addAll(needs.seen().keySet());
        query(
                "SELECT merchant_id, transaction_id, version, due_at FROM unnest(?, ?) AS k (m, t)"
                        + " JOIN payment p ON merchant_id = k.m AND transaction_id = k.t"
                        + " ORDER BY transaction_id FOR UPDATE OF p",
                row -> known.heads.put(
                        new PaymentKey(merchant(row), transaction(row)),
                        new Head(row.getLong(3), PaymentRow.optional(row, 4))),
                Column.text(keys, key -> key.merchant().text()),
                Column.text(keys, key -> key.transaction().text()));
        var unlikeSeen = new ArrayList<>(needs.whole());
        unlikeSeen.addAll(needs.overtaken(known));
        loadWhole(unlikeSeen, known);
    }

    private void loadWhole(Collection<PaymentKey> keys, WorkingSet known) throws SQLException {
        if (keys.isEmpty()) return;
        query(
                "SELECT " + PaymentRow.COLUMNS + " FROM unnest(?, ?) AS k (m, t)"
                        + " JOIN payment ON merchant_id = k.m AND transaction_id = k.t",
                row -> known.read(new PaymentKey(merchant(row), transaction(row)), PaymentRow.read(row), codec),
                Column.text(keys, key -> key.merchant().text()),
                Column.text(keys, key -> key.transaction().text()));
    }

    private void loadNewOrders(List<NewOrder> orders, WorkingSet known) throws SQLException {
        var statement = Column.bind(
                statements.of(NEW_ORDERS),
                Column.text(orders, it -> it.key().merchant().text()),
                Column.text(orders, it -> it.key().number().text()),
                Column.text(orders, it -> it.request().fingerprint().text()),
                Column.text(orders, it -> it.id().text()));
        try (var row = statement.executeQuery()) {
            while (row.next()) newOrders.read(orders.get(row.getInt(1)), row, known);
        }
    }

    private void loadClaims(Set<OrderKey> keys, WorkingSet known) throws SQLException {
        query(
                "SELECT c.transaction_id, c.day, c.amount, c.merchant_id, c.order_number"
                        + " FROM unnest(?, ?) AS k (m, o)"
                        + " JOIN order_claim c ON c.merchant_id = k.m AND c.order_number = k.o",
                row -> known.claims.put(new OrderKey(merchant(row), orderNumber(row)), Reads.claim(row, 1)),
                Column.text(keys, key -> key.merchant().text()),
                Column.text(keys, key -> key.number().text()));
    }

    private void query(String sql, EachRow each, Column... columns) throws SQLException {
        try (var row = Column.bind(statements.of(sql), columns).executeQuery()) {
            while (row.next()) each.read(row);
        }
    }

    private static MerchantId merchant(ResultSet row) throws SQLException {
        return new MerchantId(row.getString("merchant_id"));
    }

    private static TransactionId transaction(ResultSet row) throws SQLException {
        return new TransactionId(row.getString("transaction_id"));
    }

    private static OrderNumber orderNumber(ResultSet row) throws SQLException {
        return new OrderNumber(row.getString("order_number"));
    }

    @Override
    public void store(Changes changes) throws SQLException {
        writes.store(changes);
    }

    @Override
    public void probe() throws SQLException {
        statements.update("UPDATE store_key_check SET probed_at = probed_at + 1");
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
