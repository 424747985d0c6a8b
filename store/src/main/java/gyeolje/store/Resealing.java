package gyeolje.store;

import gyeolje.core.payment.StoreException;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Sealer.DoesNotOpen;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Seals whatever another master key sealed anew with the one that seals now: a merchant's keys at a time, then the buyers of
 * payments in batches, each in a short transaction, so that gateways go on beside it. It remembers nothing: one that was cut short is run
 * again and skips what is done. Only a pass that finds nothing left ends it; then the store opens with the one key alone.
 */
public final class Resealing {
    private static final int BATCH = 100;
    private static final int MOST_PASSES = 5;
    private static final int MOST_RACES = 20;

    private static final String KEYS =
            "SELECT merchant_id, number, key_sealed FROM merchant_key WHERE merchant_id = ? ORDER BY number";
    private static final String RESEAL_KEY =
            "UPDATE merchant_key SET key_sealed = ? WHERE merchant_id = ? AND number = ?";
    private static final String PAYMENTS = "SELECT merchant_id, transaction_id, buyer_sealed FROM payment"
            + " WHERE transaction_id > ? ORDER BY transaction_id LIMIT " + BATCH;
    private static final String RESEAL_BUYER =
            "UPDATE payment SET buyer_sealed = ? WHERE transaction_id = ? AND merchant_id = ? AND buyer_sealed = ?";

    private final Database database;
    private final Sealer sealer;
    private final InstantSource clock;
    private final String who;
    private long looked;
    private long resealed;

    Resealing(Database database, Sealer sealer, InstantSource clock, String who) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
        this.who = who;
    }

    /**
     * How far it is.
     *
     * @param looked values looked at
     * @param resealed of these, sealed anew
     */
    public record Progress(long looked, long resealed) {}

    /** A sealed value where it stands. */
    private record Value(String merchant, String row, String sealed) {}

    /** Throws {@link StoreException} when a value opens with neither key; everything before it is done. */
    public Progress run(Consumer<Progress> progress) {
        try {
            for (int pass = 1; pass <= MOST_PASSES; pass++) {
                long before = resealed;
                merchants();
                payments(progress);
                if (resealed == before) return finished();
            }
        } catch (SQLException | DoesNotOpen e) {
            throw StoreException.refused("cannot be sealed anew: " + e.getMessage(), e);
        }
        throw StoreException.refused(
                "somebody still seals with the other master key: restart every gateway with the new one first",
                new IllegalStateException());
    }

    private Progress finished() throws SQLException {
        try (var connection = database.beginShort()) {
            KeyCheck.renew(connection, sealer);
            database.commit(connection);
        }
        return new Progress(looked, resealed);
    }

    private void merchants() throws SQLException, DoesNotOpen {
        for (var id : database.ask(statements -> new MerchantTables(statements, sealer).ids())) merchant(id);
    }

    /** All keys of a merchant at once, with a line in its journal. */
    private void merchant(MerchantId id) throws SQLException, DoesNotOpen {
        try (var connection = database.beginShort()) {
            var statements = new Statements(connection);
            var tables = new MerchantTables(statements, sealer);
            tables.lock(id);
            int changed = 0;
            for (var value : values(statements, KEYS, id.text())) {
                if (sealer.isCurrent(value.sealed())) continue;
                long number = Long.parseLong(value.row());
                var again = sealer.sealAgain(value.sealed(), MerchantTables.sealPlace(id, number));
                changed += statements.update(RESEAL_KEY, again, id.text(), number);
            }
            if (changed > 0)
                tables.note(id, clock.instant(), who, "keys sealed anew with another master key: " + changed);
            database.commit(connection);
            looked++;
            resealed += changed;
        }
    }

    private void payments(Consumer<Progress> progress) throws SQLException, DoesNotOpen {
        for (var after = ""; ; ) {
            var values = batch(after);
            if (values.isEmpty()) return;
            after = values.getLast().row();
            progress.accept(new Progress(looked, resealed));
        }
    }

    /** Another writer may be in the way, and its transaction goes before ours. */
    private List<Value> batch(String after) throws SQLException, DoesNotOpen {
        for (int race = 1; ; race++) {
            try {
                return tried(after);
            } catch (SQLException e) {
                if (database.faultOf(e) != Database.Fault.RACE || race == MOST_RACES) throw e;
            }
        }
    }

    private List<Value> tried(String after) throws SQLException, DoesNotOpen {
        try (var connection = database.beginShort()) {
            var statements = new Statements(connection);
            var values = values(statements, PAYMENTS, after);
            int changed = 0;
            for (var value : values) if (!sealer.isCurrent(value.sealed())) changed += payment(statements, value);
            database.commit(connection);
            looked += values.size();
            resealed += changed;
            return values;
        }
    }

    private int payment(Statements statements, Value value) throws SQLException, DoesNotOpen {
        var key = new PaymentKey(new MerchantId(value.merchant()), new TransactionId(value.row()));
        var again = sealer.sealAgain(value.sealed(), PaymentRow.sealPlace(key));
        return statements.update(RESEAL_BUYER, again, value.row(), value.merchant(), value.sealed());
    }

    private static List<Value> values(Statements statements, String sql, String key) throws SQLException {
        var values = new ArrayList<Value>();
        try (var row = statements.query(sql, key)) {
            while (row.next()) values.add(new Value(row.getString(1), row.getString(2), row.getString(3)));
        }
        return values;
    }
}
