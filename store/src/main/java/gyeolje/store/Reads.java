package gyeolje.store;

import gyeolje.core.payment.Limits.Taken;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import gyeolje.store.Keys.LimitKey;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The questions, in SQL that both databases speak. Each is answered from a key or an index. */
final class Reads {
    static Optional<PaymentRow> find(Statements statements, PaymentKey key) throws SQLException {
        return one(
                statements,
                "SELECT " + PaymentRow.COLUMNS + " FROM payment WHERE merchant_id = ? AND transaction_id = ?",
                key.merchant().text(),
                key.transaction().text());
    }

    static boolean isClaimed(Statements statements, OrderKey key) throws SQLException {
        var sql = "SELECT 1 FROM order_claim WHERE merchant_id = ? AND order_number = ?";
        try (var row = statements.query(sql, key.merchant().text(), key.number().text())) {
            return row.next();
        }
    }

    /** Of a row that has transaction id, day and amount from a column on. */
    static ClaimRow claim(ResultSet row, int from) throws SQLException {
        return new ClaimRow(
                new TransactionId(row.getString(from)),
                LocalDate.parse(row.getString(from + 1), DateTimeFormatter.BASIC_ISO_DATE),
                new Won(row.getLong(from + 2)));
    }

    static Taken taken(Statements statements, MerchantId merchant, LocalDate day) throws SQLException {
        var sql = "SELECT period, won FROM limit_use WHERE merchant_id = ? AND period IN (?, ?, ?)";
        var won = new HashMap<String, Long>();
        var keys = LimitKey.of(merchant, day);
        var periods = keys.stream().map(LimitKey::period).toList();
        try (var row = statements.query(sql, merchant.text(), periods.get(0), periods.get(1), periods.get(2))) {
            while (row.next()) won.put(row.getString(1), row.getLong(2));
        }
        return new Taken(
                won.getOrDefault(periods.get(0), 0L),
                won.getOrDefault(periods.get(1), 0L),
                won.getOrDefault(periods.get(2), 0L));
    }

    /** What happened to a payment, whoever's it is, a line each. */
    static List<String> journal(Statements statements, TransactionId id) throws SQLException {
        var sql = "SELECT j.version, j.at, j.event, j.detail FROM payment p JOIN journal j"
                + " ON j.merchant_id = p.merchant_id AND j.transaction_id = p.transaction_id"
                + " WHERE p.transaction_id = ? ORDER BY j.version";
        var lines = new ArrayList<String>();
        try (var row = statements.query(sql, id.text())) {
            while (row.next())
                lines.add(row.getLong(1) + " " + Micros.instant(row.getLong(2)) + " " + row.getString(3) + " "
                        + row.getString(4));
        }
        return lines;
    }

    static Optional<PaymentRow> one(Statements statements, String sql, String... keys) throws SQLException {
        try (var row = statements.query(sql, (Object[]) keys)) {
            return row.next() ? Optional.of(PaymentRow.read(row)) : Optional.empty();
        }
    }

    private Reads() {}
}
