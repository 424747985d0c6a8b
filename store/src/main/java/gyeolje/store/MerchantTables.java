package gyeolje.store;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.Won;
import gyeolje.store.Sealer.DoesNotOpen;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The merchants' tables through one connection. */
final class MerchantTables {
    private final Connection connection;
    private final Sealer sealer;

    MerchantTables(Connection connection, Sealer sealer) {
        this.connection = connection;
        this.sealer = sealer;
    }

    /** Makes changes of one merchant wait for each other; the rows that come after it are read afterwards. */
    void lock(MerchantId id) throws SQLException {
        update("UPDATE merchant SET name = name WHERE merchant_id = ?", id.text());
    }

    boolean exists(MerchantId id) throws SQLException {
        return !texts("SELECT merchant_id FROM merchant WHERE merchant_id = ?", id.text())
                .isEmpty();
    }

    List<MerchantId> ids() throws SQLException {
        return texts("SELECT merchant_id FROM merchant ORDER BY merchant_id").stream()
                .map(MerchantId::new)
                .toList();
    }

    Optional<Merchant> find(MerchantId id, Instant now) throws SQLException {
        var keys = liveKeys(id, now);
        var addresses = texts("SELECT range FROM merchant_address WHERE merchant_id = ? ORDER BY range", id.text());
        var hosts = texts("SELECT host FROM merchant_return_host WHERE merchant_id = ?", id.text());
        try (var statement = connection.prepareStatement("SELECT * FROM merchant WHERE merchant_id = ?")) {
            Statements.bind(statement, id.text());
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(merchant(row, id, keys, addresses, hosts)) : Optional.empty();
            }
        }
    }

    private static Merchant merchant(
            ResultSet row, MerchantId id, List<ApiCertKey> keys, List<String> addresses, List<String> hosts)
            throws SQLException {
        try {
            return new Merchant(
                    id,
                    row.getString("name"),
                    row.getBoolean("enabled"),
                    Profile.valueOf(row.getString("profile")),
                    keys,
                    addresses.stream().map(AddressRange::of).toList(),
                    Set.copyOf(hosts),
                    new Won(row.getLong("minimum")),
                    new Won(row.getLong("maximum")),
                    new Limits(row.getLong("day_limit"), row.getLong("month_limit"), row.getLong("guarantee_limit")));
        } catch (IllegalArgumentException e) {
            throw new UnreadableRowException("merchant " + id + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<ApiCertKey> liveKeys(MerchantId id, Instant now) throws SQLException {
        var sql =
                "SELECT number, key_sealed FROM merchant_key WHERE merchant_id = ? AND (dead_at IS NULL OR dead_at > ?)"
                        + " ORDER BY number DESC";
        var keys = new ArrayList<ApiCertKey>();
        try (var statement = connection.prepareStatement(sql)) {
            Statements.bind(statement, id.text(), Micros.of(now));
            try (var row = statement.executeQuery()) {
                while (row.next()) keys.add(key(id, row.getLong(1), row.getString(2)));
            }
        }
        return keys;
    }

    private ApiCertKey key(MerchantId id, long number, String sealed) {
        try {
            return new ApiCertKey(sealer.open(sealed, sealPlace(id, number)));
        } catch (DoesNotOpen | IllegalArgumentException e) {
            throw new UnreadableRowException("key " + number + " of merchant " + id + ": " + e.getMessage(), e);
        }
    }

    static String sealPlace(MerchantId id, long number) {
        return "merchant_key/" + id + "/" + number;
    }

    void insert(Merchant merchant) throws SQLException {
        var id = merchant.id();
        update(
                "INSERT INTO merchant (merchant_id, name, enabled, profile, minimum, maximum, day_limit, month_limit,"
                        + " guarantee_limit) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.text(),
                merchant.name(),
                merchant.enabled(),
                merchant.profile().name(),
                merchant.minimum().amount(),
                merchant.maximum().amount(),
                merchant.limits().day(),
                merchant.limits().month(),
                merchant.limits().guarantee());
        for (var key : merchant.keys().reversed()) insertKey(id, key);
        for (var range : merchant.addresses()) allowAddress(id, range);
        for (var host : merchant.returnHosts()) allowHost(id, host);
    }

    void update(MerchantId id, String assignments, Object... values) throws SQLException {
        var all = new ArrayList<>(List.of(values));
        all.add(id.text());
        update("UPDATE merchant SET " + assignments + " WHERE merchant_id = ?", all.toArray());
    }

    void insertKey(MerchantId id, ApiCertKey key) throws SQLException {
        long number = next("SELECT COALESCE(MAX(number), 0) + 1 FROM merchant_key WHERE merchant_id = ?", id);
        update(
                "INSERT INTO merchant_key (merchant_id, number, key_sealed) VALUES (?, ?, ?)",
                id.text(),
                number,
                sealer.seal(key.secret(), sealPlace(id, number)));
    }

    void expireKeys(MerchantId id, Instant now, Instant deadAt) throws SQLException {
        update(
                "UPDATE merchant_key SET dead_at = ? WHERE merchant_id = ? AND (dead_at IS NULL OR dead_at > ?)",
                Micros.of(deadAt),
                id.text(),
                Micros.of(now));
    }

    void allowAddress(MerchantId id, AddressRange range) throws SQLException {
        update(
                "INSERT INTO merchant_address (merchant_id, range) VALUES (?, ?) ON CONFLICT DO NOTHING",
                id.text(),
                range.text());
    }

    void denyAddress(MerchantId id, AddressRange range) throws SQLException {
        update("DELETE FROM merchant_address WHERE merchant_id = ? AND range = ?", id.text(), range.text());
    }

    void allowHost(MerchantId id, String host) throws SQLException {
        update(
                "INSERT INTO merchant_return_host (merchant_id, host) VALUES (?, ?) ON CONFLICT DO NOTHING",
                id.text(),
                host);
    }

    void denyHost(MerchantId id, String host) throws SQLException {
        update("DELETE FROM merchant_return_host WHERE merchant_id = ? AND host = ?", id.text(), host);
    }

    void note(MerchantId id, Instant at, String who, String change) throws SQLException {
        long number = next("SELECT COALESCE(MAX(number), 0) + 1 FROM merchant_journal WHERE merchant_id = ?", id);
        update(
                "INSERT INTO merchant_journal (merchant_id, number, at, who, change) VALUES (?, ?, ?, ?, ?)",
                id.text(),
                number,
                Micros.of(at),
                who,
                change);
    }

    List<String> journal(MerchantId id) throws SQLException {
        var lines = new ArrayList<String>();
        var sql = "SELECT at, who, change FROM merchant_journal WHERE merchant_id = ? ORDER BY number";
        try (var statement = connection.prepareStatement(sql)) {
            Statements.bind(statement, id.text());
            try (var row = statement.executeQuery()) {
                while (row.next())
                    lines.add(Micros.instant(row.getLong(1)) + " " + row.getString(2) + ": " + row.getString(3));
            }
        }
        return lines;
    }

    private long next(String sql, MerchantId id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Statements.bind(statement, id.text());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Statements.bind(statement, values);
            statement.executeUpdate();
        }
    }

    private List<String> texts(String sql, Object... values) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.prepareStatement(sql)) {
            Statements.bind(statement, values);
            try (var row = statement.executeQuery()) {
                while (row.next()) texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
