package gyeolje.store;

import gyeolje.core.payment.Limits.Taken;
import gyeolje.core.payment.PaymentStore.Doubts;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import gyeolje.store.Keys.LimitKey;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Keys.RequestKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The questions, in SQL that both databases speak. Each is answered from a key or an index. */
final class Reads {
    static Optional<PaymentRow> find(Connection connection, PaymentKey key) throws SQLException {
        return one(
                connection,
                "SELECT " + PaymentRow.COLUMNS + " FROM payment WHERE merchant_id = ? AND transaction_id = ?",
                key.merchant().text(),
                key.transaction().text());
    }

    static Optional<PaymentRow> identical(Connection connection, RequestKey key) throws SQLException {
        return one(
                connection,
                "SELECT " + PaymentRow.COLUMNS
                        + " FROM payment WHERE merchant_id = ? AND order_number = ? AND request_hash = ?",
                key.merchant().text(),
                key.number().text(),
                key.request().text());
    }

    static boolean isClaimed(Connection connection, OrderKey key) throws SQLException {
        var sql = "SELECT 1 FROM order_claim WHERE merchant_id = ? AND order_number = ?";
        try (var statement = connection.prepareStatement(sql)) {
            Statements.bind(statement, key.merchant().text(), key.number().text());
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    static ClaimRow claim(ResultSet row) throws SQLException {
        return new ClaimRow(
                new TransactionId(row.getString("transaction_id")),
                LocalDate.parse(row.getString("day"), DateTimeFormatter.BASIC_ISO_DATE),
                new Won(row.getLong("amount")));
    }

    static Taken taken(Connection connection, MerchantId merchant, LocalDate day) throws SQLException {
        var sql = "SELECT period, won FROM limit_use WHERE merchant_id = ? AND period IN (?, ?, ?)";
        var won = new HashMap<String, Long>();
        try (var statement = connection.prepareStatement(sql)) {
            var keys = LimitKey.of(merchant, day);
            Statements.bind(
                    statement,
                    merchant.text(),
                    keys.get(0).period(),
                    keys.get(1).period(),
                    keys.get(2).period());
            try (var row = statement.executeQuery()) {
                while (row.next()) won.put(row.getString(1), row.getLong(2));
            }
            return new Taken(
                    won.getOrDefault(keys.get(0).period(), 0L),
                    won.getOrDefault(keys.get(1).period(), 0L),
                    won.getOrDefault(keys.get(2).period(), 0L));
        }
    }

    /** Longest overdue first. */
    static List<PaymentRow> due(Connection connection, Instant now, int atMost) throws SQLException {
        var sql = "SELECT " + PaymentRow.COLUMNS
                + " FROM payment WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at LIMIT ?";
        var rows = new ArrayList<PaymentRow>();
        try (var statement = connection.prepareStatement(sql)) {
            Statements.bind(statement, Micros.of(now), atMost);
            try (var row = statement.executeQuery()) {
                while (row.next()) rows.add(PaymentRow.read(row));
            }
        }
        return rows;
    }

    static Doubts doubts(Connection connection, Instant now) throws SQLException {
        var sql = "SELECT COUNT(*), COALESCE(MIN(open_since), 0),"
                + " COALESCE(SUM(CASE WHEN state = 'CANCELLING' AND open_since <= ? THEN 1 ELSE 0 END), 0) FROM payment"
                + " WHERE due_at IS NOT NULL AND (state <> 'PAYING' OR due_at <= ?)";
        long open;
        long since;
        long overdue;
        try (var statement = connection.prepareStatement(sql)) {
            Statements.bind(statement, Micros.of(now.minus(Doubts.OVERDUE)), Micros.of(now));
            try (var row = statement.executeQuery()) {
                row.next();
                open = row.getLong(1);
                since = row.getLong(2);
                overdue = row.getLong(3);
            }
        }
        return new Doubts(open, Micros.instant(since), stuck(connection), overdue);
    }

    private static long stuck(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT COUNT(*) FROM payment WHERE state = 'STUCK'");
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Optional<PaymentRow> one(Connection connection, String sql, String... keys) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Statements.bind(statement, (Object[]) keys);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(PaymentRow.read(row)) : Optional.empty();
            }
        }
    }

    private Reads() {}
}
