package gyeolje.store;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.StoreException;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.Won;
import gyeolje.store.MerchantChange.Done;
import gyeolje.store.MerchantChange.Refused;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The merchants and their terms. Every change is a short transaction of its own, so that a command-line tool can make it beside
 * running gateways, and leaves a row in the merchants' journal that says who changed what.
 */
public final class Merchants {
    private static final int MOST_LIVE_KEYS = 2;

    private final Database database;
    private final Sealer sealer;
    private final InstantSource clock;

    Merchants(Database database, Sealer sealer, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** With the keys that are live now. */
    public Optional<Merchant> find(MerchantId id) {
        try {
            return database.ask(statements -> new MerchantTables(statements, sealer).find(id, clock.instant()));
        } catch (SQLException | UnreadableRowException e) {
            throw StoreException.refused("the merchant cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * What the merchants' data are as of a moment: as long as it is the same, so is everything that {@link #find} answers.
     *
     * @param changes made so far, of any merchant
     * @param lastDeath of a key, in microseconds since 1970
     */
    public record Edition(long changes, long lastDeath) {}

    public Edition edition() {
        try {
            return database.ask(statements -> MerchantTables.edition(statements, clock.instant()));
        } catch (SQLException e) {
            throw StoreException.refused("the merchants cannot be read: " + e.getMessage(), e);
        }
    }

    public List<Merchant> list() {
        try {
            return database.ask(this::all);
        } catch (SQLException | UnreadableRowException e) {
            throw StoreException.refused("the merchants cannot be read: " + e.getMessage(), e);
        }
    }

    private List<Merchant> all(Statements statements) throws SQLException {
        var tables = new MerchantTables(statements, sealer);
        var found = new ArrayList<Merchant>();
        for (var id : tables.ids()) tables.find(id, clock.instant()).ifPresent(found::add);
        return found;
    }

    /** Who changed what, oldest first; a line each, without secrets. */
    public List<String> journal(MerchantId id) {
        try {
            return database.ask(statements -> new MerchantTables(statements, sealer).journal(id));
        } catch (SQLException e) {
            throw StoreException.refused("the merchants' journal cannot be read: " + e.getMessage(), e);
        }
    }

    public MerchantChange add(Merchant merchant, String who) {
        if (merchant.keys().isEmpty() || merchant.keys().size() > MOST_LIVE_KEYS)
            return new Refused("a merchant has one or two keys");
        return change(
                merchant.id(),
                who,
                tables -> {
                    if (tables.exists(merchant.id())) return Optional.empty();
                    tables.insert(merchant);
                    return Optional.of("added: " + summary(merchant));
                },
                "the merchant " + merchant.id() + " exists already");
    }

    public MerchantChange enable(MerchantId id, String who) {
        return update(id, who, "enabled", "enabled = ?", true);
    }

    /** A disabled merchant may still cancel what it was paid before (merchant API, section 3). */
    public MerchantChange disable(MerchantId id, String who) {
        return update(id, who, "disabled", "enabled = ?", false);
    }

    public MerchantChange rename(MerchantId id, String name, String who) {
        return update(id, who, "name: " + name, "name = ?", name);
    }

    public MerchantChange profile(MerchantId id, Profile profile, String who) {
        return update(id, who, "profile: " + profile.name().toLowerCase(Locale.ROOT), "profile = ?", profile.name());
    }

    public MerchantChange limits(MerchantId id, Limits limits, String who) {
        return update(
                id,
                who,
                "limits: " + summary(limits),
                "day_limit = ?, month_limit = ?, guarantee_limit = ?",
                limits.day(),
                limits.month(),
                limits.guarantee());
    }

    public MerchantChange bounds(MerchantId id, Won minimum, Won maximum, String who) {
        if (minimum.compareTo(maximum) > 0) return new Refused("the minimum is above the maximum");
        return update(
                id,
                who,
                "bounds: " + minimum.digits() + " to " + maximum.digits(),
                "minimum = ?, maximum = ?",
                minimum.amount(),
                maximum.amount());
    }

    public MerchantChange allowAddress(MerchantId id, AddressRange range, String who) {
        return changeExisting(id, who, tables -> tables.allowAddress(id, range), "address allowed: " + range.text());
    }

    public MerchantChange denyAddress(MerchantId id, AddressRange range, String who) {
        return changeExisting(id, who, tables -> tables.denyAddress(id, range), "address denied: " + range.text());
    }

    public MerchantChange allowReturnHost(MerchantId id, String host, String who) {
        var lower = host.toLowerCase(Locale.ROOT);
        return changeExisting(id, who, tables -> tables.allowHost(id, lower), "return host allowed: " + lower);
    }

    public MerchantChange denyReturnHost(MerchantId id, String host, String who) {
        var lower = host.toLowerCase(Locale.ROOT);
        return changeExisting(id, who, tables -> tables.denyHost(id, lower), "return host denied: " + lower);
    }

    /** The new key is live at once, the old one until the overlap is over. */
    public MerchantChange rotateKey(MerchantId id, ApiCertKey key, Duration overlap, String who) {
        var now = clock.instant();
        return change(
                id,
                who,
                tables -> {
                    var known = tables.find(id, now);
                    if (known.isEmpty()
                            || known.get().keys().size() >= MOST_LIVE_KEYS
                            || known.get().keys().contains(key)) return Optional.empty();
                    tables.expireKeys(id, now, now.plus(overlap));
                    tables.insertKey(id, key);
                    return Optional.of("key rotated; the old one is dead at " + now.plus(overlap));
                },
                "the merchant " + id
                        + " is unknown, has this key already, or has two live keys until its last rotation is over");
    }

    private MerchantChange update(MerchantId id, String who, String what, String assignments, Object... values) {
        return changeExisting(id, who, tables -> tables.update(id, assignments, values), what);
    }

    /** Some work on the tables. */
    @FunctionalInterface
    private interface Work {
        void on(MerchantTables tables) throws SQLException;
    }

    /** Some work on the tables that says what it did, or nothing when it refused. */
    @FunctionalInterface
    private interface Attempt {
        Optional<String> on(MerchantTables tables) throws SQLException;
    }

    private MerchantChange changeExisting(MerchantId id, String who, Work work, String what) {
        return change(
                id,
                who,
                tables -> {
                    if (!tables.exists(id)) return Optional.empty();
                    work.on(tables);
                    return Optional.of(what);
                },
                "there is no merchant " + id);
    }

    private MerchantChange change(MerchantId id, String who, Attempt attempt, String whyNot) {
        boolean committing = false;
        try (var connection = database.beginShort()) {
            var tables = new MerchantTables(new Statements(connection), sealer);
            tables.lock(id);
            var done = attempt.on(tables);
            if (done.isEmpty()) return new Refused(whyNot);
            tables.note(id, clock.instant(), who, done.get());
            var merchant = tables.find(id, clock.instant()).orElseThrow();
            committing = true;
            database.commit(connection);
            return new Done(merchant);
        } catch (SQLException | UnreadableRowException e) {
            var why = "the merchant " + id + " cannot be changed: " + e.getMessage();
            throw committing ? StoreException.unknown(why, e) : StoreException.refused(why, e);
        }
    }

    private static String summary(Merchant merchant) {
        var addresses = merchant.addresses().stream().map(AddressRange::text).toList();
        return "%s, profile %s, addresses %s, %s to %s won, %s"
                .formatted(
                        merchant.name(),
                        merchant.profile().name().toLowerCase(Locale.ROOT),
                        addresses,
                        merchant.minimum().digits(),
                        merchant.maximum().digits(),
                        summary(merchant.limits()));
    }

    private static String summary(Limits limits) {
        return "day %s, month %s, guarantee %s"
                .formatted(text(limits.day()), text(limits.month()), text(limits.guarantee()));
    }

    private static String text(long limit) {
        return limit == Limits.NONE ? "none" : Long.toString(limit);
    }
}
