package gyeolje.store;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import gyeolje.core.payment.StoreException;
import gyeolje.core.reconciliation.Discrepancy;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.TransactionId;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the newest reconciliation of each day found: recorded by a command-line tool, seen by gateways. */
public final class Reconciliations {
    /** Of one day, in words; the counts are of all that are reported. */
    static final int MOST_IN_WORDS = 1_000;

    private final Database database;
    private final InstantSource clock;

    Reconciliations(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A finding and what became of it.
     *
     * @param remains whether somebody has still to act on it
     */
    public record Finding(Discrepancy what, String fate, boolean remains) {}

    /** In place of what was found for that day before. */
    public void record(SiteCode site, LocalDate day, List<Finding> findings) {
        boolean committing = false;
        try (var connection = database.beginShort()) {
            var statements = new Statements(connection);
            for (var table : List.of("reconciliation", "reconciliation_finding"))
                statements.update("DELETE FROM " + table + " WHERE site = ? AND day = ?", site.text(), day.toString());
            count(statements, site, day, findings);
            describe(statements, site, day, findings);
            committing = true;
            database.commit(connection);
        } catch (SQLException e) {
            var why = "the findings of " + day + " cannot be recorded: " + e.getMessage();
            throw committing ? StoreException.unknown(why, e) : StoreException.refused(why, e);
        }
    }

    private void count(Statements statements, SiteCode site, LocalDate day, List<Finding> findings)
            throws SQLException {
        var found = findings.stream().collect(groupingBy(it -> it.what().kind(), counting()));
        var remaining = findings.stream()
                .filter(Finding::remains)
                .collect(groupingBy(it -> it.what().kind(), counting()));
        for (var kind : found.entrySet())
            statements.update(
                    "INSERT INTO reconciliation (site, day, kind, found, remaining, at) VALUES (?, ?, ?, ?, ?, ?)",
                    site.text(),
                    day.toString(),
                    kind.getKey().id(),
                    kind.getValue(),
                    remaining.getOrDefault(kind.getKey(), 0L),
                    Micros.of(clock.instant()));
    }

    private void describe(Statements statements, SiteCode site, LocalDate day, List<Finding> findings)
            throws SQLException {
        for (int i = 0; i < Math.min(findings.size(), MOST_IN_WORDS); i++) {
            var finding = findings.get(i);
            statements.update(
                    "INSERT INTO reconciliation_finding (site, day, number, at, kind, transaction_id, tno, fate, detail)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    site.text(),
                    day.toString(),
                    (long) i,
                    Micros.of(clock.instant()),
                    finding.what().kind().id(),
                    finding.what().subject(),
                    finding.what().tno(),
                    finding.fate(),
                    finding.what().detail());
        }
    }

    /** How many findings remain, over all days, by the id of their kind; a kind without any is absent. */
    public Map<String, Long> remaining() {
        try {
            return database.ask(Reconciliations::remaining);
        } catch (SQLException e) {
            throw StoreException.refused("the reconciliations cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, Long> remaining(Statements statements) throws SQLException {
        var sql = "SELECT kind, SUM(remaining) FROM reconciliation WHERE remaining > 0 GROUP BY kind";
        var remaining = new HashMap<String, Long>();
        try (var row = statements.query(sql)) {
            while (row.next()) remaining.put(row.getString(1), row.getLong(2));
        }
        return remaining;
    }

    /** What the list of its day said about one payment, a line each. */
    List<String> of(TransactionId id) {
        try {
            return database.ask(statements -> of(statements, id));
        } catch (SQLException e) {
            throw StoreException.refused("the reconciliations cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> of(Statements statements, TransactionId id) throws SQLException {
        var sql =
                "SELECT day, kind, fate, detail FROM reconciliation_finding WHERE transaction_id = ? ORDER BY day, number";
        var lines = new ArrayList<String>();
        try (var row = statements.query(sql, id.text())) {
            while (row.next())
                lines.add("list of " + row.getString(1) + ": " + row.getString(2) + " [" + row.getString(3) + "] "
                        + row.getString(4));
        }
        return lines;
    }
}
