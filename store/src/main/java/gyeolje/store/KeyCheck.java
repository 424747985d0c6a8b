package gyeolje.store;

import gyeolje.store.Sealer.DoesNotOpen;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A known text, sealed with the master key when a store is new: whoever comes with another key is told so at once. */
final class KeyCheck {
    private static final String TEXT = "the master key of this store";
    private static final String PLACE = "store_key_check";

    static void run(Connection connection, Sealer sealer) throws SQLException {
        if (recorded(connection).isEmpty()) record(connection, sealer);
        var sealed = recorded(connection).orElseThrow(() -> new StoreOpeningException("the store has no key check"));
        try {
            if (sealer.open(sealed, PLACE).equals(TEXT)) return;
        } catch (DoesNotOpen e) {
            throw new StoreOpeningException(
                    "the master key is not the one that this store is sealed with; configure the right one", e);
        }
        throw new StoreOpeningException("the key check of this store is damaged");
    }

    /** From now on only the key that seals opens the store. */
    static void renew(Connection connection, Sealer sealer) throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE store_key_check SET key_id = ?, sealed = ?")) {
            Statements.bind(statement, sealer.keyId(), sealer.seal(TEXT, PLACE));
            statement.executeUpdate();
        }
    }

    private static Optional<String> recorded(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT sealed FROM store_key_check");
                var row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** Two nodes may start at once on a new store; the row that came first stands. */
    private static void record(Connection connection, Sealer sealer) throws SQLException {
        var sql =
                "INSERT INTO store_key_check (one, key_id, sealed, probed_at) VALUES (1, ?, ?, 0) ON CONFLICT DO NOTHING";
        try (var statement = connection.prepareStatement(sql)) {
            Statements.bind(statement, sealer.keyId(), sealer.seal(TEXT, PLACE));
            statement.executeUpdate();
        }
    }

    private KeyCheck() {}
}
