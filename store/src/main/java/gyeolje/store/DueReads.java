package gyeolje.store;

import static java.util.stream.Collectors.toSet;

import gyeolje.core.payment.PaymentStore.Doubts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The questions about what waits, in SQL that both databases speak. Whatever the backlog, a take reads a few index pages: the index
 * begins with whether a look falls into a doubt's first minute.
 */
final class DueReads {
    /** Written as in the index, or the index is not used. */
    private static final String IS_YOUNG = "(CASE WHEN due_at < young_until THEN 1 ELSE 0 END)";

    private static final Comparator<PaymentRow> BY_DUE =
            Comparator.comparingLong(row -> row.state().due().orElse(Long.MAX_VALUE));

    record Rows(List<PaymentRow> young, List<PaymentRow> overdue) {
        List<PaymentRow> all() {
            return Stream.concat(young.stream(), overdue.stream()).toList();
        }
    }

    static Rows take(Statements statements, Instant now, int young, int overdue) throws SQLException {
        var first = due(statements, 1, "DESC", now, young);
        var taken = first.stream().map(PaymentRow::transaction).collect(toSet());
        var old = due(statements, 0, "ASC", now, overdue);
        var others = due(statements, 1, "ASC", now, overdue).stream().filter(row -> !taken.contains(row.transaction()));
        return new Rows(
                first,
                Stream.concat(old.stream(), others)
                        .sorted(BY_DUE)
                        .limit(overdue)
                        .toList());
    }

    private static List<PaymentRow> due(Statements statements, int young, String order, Instant now, int atMost)
            throws SQLException {
        var rows = new ArrayList<PaymentRow>();
        if (atMost == 0) return rows;
        try (var row = statements.query(sql(young, order), Micros.of(now), atMost)) {
            while (row.next()) rows.add(PaymentRow.read(row));
        }
        return rows;
    }

    static String sql(int young, String order) {
        return "SELECT " + PaymentRow.COLUMNS + " FROM payment WHERE due_at IS NOT NULL AND " + IS_YOUNG + " = " + young
                + " AND due_at <= ? ORDER BY due_at " + order + " LIMIT ?";
    }

    static Doubts doubts(Statements statements, Instant now) throws SQLException {
        var sql = "SELECT COUNT(*), COALESCE(MIN(open_since), 0) FROM payment"
                + " WHERE due_at IS NOT NULL AND (state <> 'PAYING' OR due_at <= ?)";
        long open;
        long since;
        try (var row = statements.query(sql, Micros.of(now))) {
            row.next();
            open = row.getLong(1);
            since = row.getLong(2);
        }
        var overdue = overdue(statements, now);
        return new Doubts(
                open, Micros.instant(since), stuck(statements), overdue.cancels, overdue.voids, mismatches(statements));
    }

    private static long mismatches(Statements statements) throws SQLException {
        try (var row = statements.query("SELECT COALESCE(SUM(remaining), 0) FROM reconciliation WHERE remaining > 0")) {
            row.next();
            return row.getLong(1);
        }
    }

    private record Overdue(long cancels, long voids) {}

    private static Overdue overdue(Statements statements, Instant now) throws SQLException {
        var sql = "SELECT COUNT(*), COALESCE(SUM(CASE WHEN state = 'CANCELLING' THEN 1 ELSE 0 END), 0) FROM payment"
                + " WHERE overdue_at IS NOT NULL AND overdue_at <= ?";
        try (var row = statements.query(sql, Micros.of(now))) {
            row.next();
            return new Overdue(row.getLong(2), row.getLong(1) - row.getLong(2));
        }
    }

    private static long stuck(Statements statements) throws SQLException {
        try (var row = statements.query("SELECT COUNT(*) FROM payment WHERE state = 'STUCK'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private DueReads() {}
}
