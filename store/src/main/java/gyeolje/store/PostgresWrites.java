package gyeolje.store;

import static java.util.Comparator.comparing;

import gyeolje.store.Changes.Moved;
import gyeolje.store.Command.Place;
import gyeolje.store.Keys.LimitKey;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** The changes of a batch, a statement for each table and kind of change. */
final class PostgresWrites {
    private final Statements statements;

    PostgresWrites(Statements statements) {
        this.statements = statements;
    }

    void store(Changes changes) throws SQLException {
        if (!changes.placed.isEmpty())
            place(changes.placed.stream().map(Place::row).toList());
        if (!changes.moved.isEmpty()) move(changes.moved.values());
        if (!changes.delayed.isEmpty()) delay(changes.delayed);
        if (!changes.journal.isEmpty()) journal(changes.journal);
        if (!changes.released.isEmpty()) release(changes.released);
        if (!changes.claimed.isEmpty()) claim(changes.claimed);
        if (!changes.limits.isEmpty()) limit(changes.limits);
    }

    private void place(Collection<PaymentRow> rows) throws SQLException {
        update(
                rows.size(),
                "INSERT INTO payment (" + PaymentRow.COLUMNS
                        + ") SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Column.text(rows, PaymentRow::merchant),
                Column.text(rows, PaymentRow::transaction),
                Column.text(rows, PaymentRow::orderNumber),
                Column.text(rows, PaymentRow::fingerprint),
                Column.number(rows, PaymentRow::amount),
                Column.number(rows, PaymentRow::orderedAt),
                Column.text(rows, PaymentRow::order),
                Column.text(rows, PaymentRow::buyer),
                Column.text(rows, row -> row.state().name()),
                Column.number(rows, row -> row.state().version()),
                Column.optional(rows, row -> row.state().due()),
                Column.optional(rows, row -> row.state().openSince()),
                Column.number(rows, row -> row.state().updatedAt()),
                Column.text(rows, row -> row.state().detail()));
    }

    /** In the order of keys, as all who lock payments. */
    private void move(Collection<Moved> moves) throws SQLException {
        var sorted = moves.stream()
                .sorted(comparing(moved -> key(moved).transaction().text()))
                .toList();
        update(
                sorted.size(),
                "UPDATE payment p SET state = k.s, version = k.v, due_at = k.d, open_since = k.o, overdue_at = k.l, young_until = k.y,"
                        + " updated_at = k.u, state_detail = k.j"
                        + " FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS k (m, t, f, s, v, d, o, l, y, u, j)"
                        + " WHERE p.merchant_id = k.m AND p.transaction_id = k.t AND p.version = k.f",
                Column.text(sorted, moved -> key(moved).merchant().text()),
                Column.text(sorted, moved -> key(moved).transaction().text()),
                Column.number(sorted, Moved::from),
                Column.text(sorted, moved -> state(moved).name()),
                Column.number(sorted, moved -> state(moved).version()),
                Column.optional(sorted, moved -> state(moved).due()),
                Column.optional(sorted, moved -> state(moved).openSince()),
                Column.optional(
                        sorted, moved -> PaymentCodec.overdue(moved.move().next())),
                Column.optional(
                        sorted, moved -> PaymentCodec.youngUntil(moved.move().next())),
                Column.number(sorted, moved -> state(moved).updatedAt()),
                Column.text(sorted, moved -> state(moved).detail()));
    }

    private static PaymentKey key(Moved moved) {
        return moved.move().journal().key();
    }

    private static PaymentRow.State state(Moved moved) {
        return moved.move().state();
    }

    private void delay(Map<PaymentKey, Long> delayed) throws SQLException {
        update(
                delayed.size(),
                "UPDATE payment p SET due_at = k.d FROM unnest(?, ?, ?) AS k (m, t, d)"
                        + " WHERE p.merchant_id = k.m AND p.transaction_id = k.t",
                Column.text(delayed.keySet(), key -> key.merchant().text()),
                Column.text(delayed.keySet(), key -> key.transaction().text()),
                Column.number(delayed.values(), Long::longValue));
    }

    private void journal(Collection<JournalRow> rows) throws SQLException {
        update(
                rows.size(),
                "INSERT INTO journal (merchant_id, transaction_id, version, at, event, detail)"
                        + " SELECT * FROM unnest(?, ?, ?, ?, ?, ?)",
                Column.text(rows, row -> row.key().merchant().text()),
                Column.text(rows, row -> row.key().transaction().text()),
                Column.number(rows, JournalRow::version),
                Column.number(rows, JournalRow::at),
                Column.text(rows, JournalRow::event),
                Column.text(rows, JournalRow::detail));
    }

    private void release(Collection<OrderKey> orders) throws SQLException {
        update(
                orders.size(),
                "DELETE FROM order_claim c USING unnest(?, ?) AS k (m, o)"
                        + " WHERE c.merchant_id = k.m AND c.order_number = k.o",
                Column.text(orders, key -> key.merchant().text()),
                Column.text(orders, key -> key.number().text()));
    }

    private void claim(Map<OrderKey, ClaimRow> claims) throws SQLException {
        update(
                claims.size(),
                "INSERT INTO order_claim (merchant_id, order_number, transaction_id, day, amount)"
                        + " SELECT * FROM unnest(?, ?, ?, ?, ?)",
                Column.text(claims.keySet(), key -> key.merchant().text()),
                Column.text(claims.keySet(), key -> key.number().text()),
                Column.text(claims.values(), claim -> claim.transaction().text()),
                Column.text(claims.values(), claim -> LimitKey.dayText(claim.day())),
                Column.number(claims.values(), claim -> claim.amount().amount()));
    }

    private void limit(Map<LimitKey, Long> limits) throws SQLException {
        update(
                limits.size(),
                "UPDATE limit_use l SET won = k.w FROM unnest(?, ?, ?) AS k (m, p, w)"
                        + " WHERE l.merchant_id = k.m AND l.period = k.p",
                Column.text(limits.keySet(), key -> key.merchant().text()),
                Column.text(limits.keySet(), LimitKey::period),
                Column.number(limits.values(), Long::longValue));
    }

    /** Every row was locked, taken for unchanged or is new; where one is not so, the batch must be decided again. */
    private void update(int expected, String sql, Column... columns) throws SQLException {
        int updated = Column.bind(statements.of(sql), columns).executeUpdate();
        if (updated != expected) throw new OvertakenException(updated + " rows instead of " + expected);
    }
}
