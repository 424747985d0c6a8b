package gyeolje.store;

import static java.util.stream.Collectors.toUnmodifiableSet;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.Won;
import gyeolje.store.Sealer.DoesNotOpen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The merchants' tables through one connection. */
final class MerchantTables {
    /** All of a merchant in one question, for it is asked often. No key, range or host has a blank. */
    private static final String MERCHANT = "SELECT m.name, m.enabled, m.profile, m.minimum, m.maximum, m.day_limit,"
            + " m.month_limit, m.guarantee_limit,"
            + " COALESCE((SELECT string_agg(k.number || ':' || k.key_sealed, ' ') FROM merchant_key k"
            + " WHERE k.merchant_id = m.merchant_id AND (k.dead_at IS NULL OR k.dead_at > ?)), ''),"
            + " COALESCE((SELECT string_agg(a.range, ' ') FROM merchant_address a"
            + " WHERE a.merchant_id = m.merchant_id), ''),"
            + " COALESCE((SELECT string_agg(h.host, ' ') FROM merchant_return_host h"
            + " WHERE h.merchant_id = m.merchant_id), '')"
            + " FROM merchant m WHERE m.merchant_id = ?";

    private final Statements statements;
    private final Sealer sealer;

    MerchantTables(Statements statements, Sealer sealer) {
        this.statements = statements;
        this.sealer = sealer;
    }

    /** Changes are counted when they are committed, for the count is locked until then. */
    static Merchants.Edition edition(Statements statements, Instant now) throws SQLException {
        var sql = "SELECT changes, COALESCE((SELECT MAX(dead_at) FROM merchant_key WHERE dead_at <= ?), 0)"
                + " FROM merchant_edition";
        try (var row = statements.query(sql, Micros.of(now))) {
            row.next();
            return new Merchants.Edition(row.getLong(1), row.getLong(2));
        }
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
        try (var row = statements.query(MERCHANT, Micros.of(now), id.text())) {
            return row.next() ? Optional.of(merchant(row, id)) : Optional.empty();
        }
    }

    private Merchant merchant(ResultSet row, MerchantId id) throws SQLException {
        try {
            return new Merchant(
                    id,
                    row.getString(1),
                    row.getBoolean(2),
                    Profile.valueOf(row.getString(3)),
                    keys(id, row.getString(9)),
                    parts(row.getString(10)).map(AddressRange::of).toList(),
                    parts(row.getString(11)).collect(toUnmodifiableSet()),
                    new Won(row.getLong(4)),
                    new Won(row.getLong(5)),
                    new Limits(row.getLong(6), row.getLong(7), row.getLong(8)));
        } catch (IllegalArgumentException e) {
            throw new UnreadableRowException("merchant " + id + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Stream<String> parts(String gathered) {
        return Arrays.stream(gathered.split(" ", -1))
                .filter(part -> !part.isEmpty())
                .sorted();
    }

    /** The latest first. */
    private List<ApiCertKey> keys(MerchantId id, String gathered) {
        var keys = new TreeMap<Long, ApiCertKey>(Comparator.reverseOrder());
        parts(gathered).forEach(part -> {
            int colon = part.indexOf(':');
            long number = Long.parseLong(part.substring(0, colon));
            keys.put(number, key(id, number, part.substring(colon + 1)));
        });
        return List.copyOf(keys.values());
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

    /** Comes last in every change. */
    void note(MerchantId id, Instant at, String who, String change) throws SQLException {
        long number = next("SELECT COALESCE(MAX(number), 0) + 1 FROM merchant_journal WHERE merchant_id = ?", id);
        update(
                "INSERT INTO merchant_journal (merchant_id, number, at, who, change) VALUES (?, ?, ?, ?, ?)",
                id.text(),
                number,
                Micros.of(at),
                who,
                change);
        update("UPDATE merchant_edition SET changes = changes + 1");
    }

    List<String> journal(MerchantId id) throws SQLException {
        var lines = new ArrayList<String>();
        var sql = "SELECT at, who, change FROM merchant_journal WHERE merchant_id = ? ORDER BY number";
        try (var row = statements.query(sql, id.text())) {
            while (row.next())
                lines.add(Micros.instant(row.getLong(1)) + " " + row.getString(2) + ": " + row.getString(3));
        }
        return lines;
    }

    private long next(String sql, MerchantId id) throws SQLException {
        try (var row = statements.query(sql, id.text())) {
            row.next();
            return row.getLong(1);
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        statements.update(sql, values);
    }

    private List<String> texts(String sql, Object... values) throws SQLException {
        var texts = new ArrayList<String>();
        try (var row = statements.query(sql, values)) {
            while (row.next()) texts.add(row.getString(1));
        }
        return texts;
    }
}
