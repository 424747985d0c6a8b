package gyeolje.store;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Cancelled;
import gyeolje.core.payment.Payment.Declined;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Payment.Voided;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.StoreException;
import gyeolje.core.reconciliation.PaymentBook;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.TransactionId;
import gyeolje.store.Command.Advance;
import gyeolje.store.Command.Claim;
import gyeolje.store.Command.Delay;
import gyeolje.store.Command.Move;
import gyeolje.store.Command.Place;
import gyeolje.store.Command.Release;
import gyeolje.store.Database.Question;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Keys.RequestKey;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The durable memory of a gateway, on SQLite or PostgreSQL. */
public final class Store implements PaymentStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final String SQLITE = "sqlite:";

    private final Database database;
    private final Sealer sealer;
    private final PaymentCodec codec;
    private final InstantSource clock;
    private final Writer writer;
    private final Merchants merchants;
    private final List<BatchListener> listeners = new CopyOnWriteArrayList<>();

    private Store(Database database, Sealer sealer, StoreSettings settings) throws SQLException {
        this.database = database;
        this.sealer = sealer;
        this.codec = new PaymentCodec(sealer);
        this.clock = settings.clock();
        try (var connection = database.beginShort()) {
            KeyCheck.run(connection, sealer);
            database.commit(connection);
        }
        this.merchants = new Merchants(database, sealer, settings.clock());
        this.writer = new Writer(database, settings, batch -> listeners.forEach(it -> it.onBatch(batch)));
    }

    /** Throws {@link StoreOpeningException} with one clear line when the store cannot be used as configured. */
    public static Store open(StoreSettings settings) {
        var sealer = new Sealer(settings.key());
        try {
            return open(database(settings, new PaymentCodec(sealer)), sealer, settings);
        } catch (SQLException | PoolInitializationException e) {
            throw new StoreOpeningException("the store cannot be opened: " + firstLine(e), e);
        }
    }

    static Store open(Database database, Sealer sealer, StoreSettings settings) throws SQLException {
        try {
            return new Store(database, sealer, settings);
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database database(StoreSettings settings, PaymentCodec codec) throws SQLException {
        var url = settings.url();
        if (url.startsWith("jdbc:postgresql:")) return PostgresDatabase.open(settings, codec);
        if (!url.startsWith(SQLITE))
            throw new StoreOpeningException("the store's url must begin with " + SQLITE + " or jdbc:postgresql:");
        var file = SqliteFile.open(Path.of(url.substring(SQLITE.length())), settings.role());
        return SqliteDatabase.open(file, codec, settings.readers());
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public Optional<Stored> find(MerchantId merchant, TransactionId id) {
        var key = new PaymentKey(merchant, id);
        try {
            return database.ask(statements -> Reads.find(statements, key)).map(codec::read);
        } catch (SQLException | UnreadableRowException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Placing preview(MerchantId merchant, OrderNumber number, Fingerprint fingerprint) {
        return read(statements -> {
            if (Reads.isClaimed(statements, new OrderKey(merchant, number))) return new Placing.OrderLive();
            var earlier = database.identical(statements, new RequestKey(merchant, fingerprint));
            return earlier.<Placing>map(row -> new Placing.Identical(codec.read(row)))
                    .orElseGet(Placing.Placed::new);
        });
    }

    @Override
    public Placing place(Ordered ordered, Limits limits, LocalDate day) {
        long at = Micros.of(clock.instant());
        var journal = JournalRow.placed(ordered.order(), at);
        return writer.write(new Place(ordered, limits, day, codec.row(ordered, 0, at), journal));
    }

    @Override
    public Limits.Taken taken(MerchantId merchant, LocalDate day) {
        return read(statements -> Reads.taken(statements, merchant, day));
    }

    @Override
    public Claiming claim(MerchantId merchant, TransactionId id, PayRequested event, Limits limits) {
        return writer.write(new Claim(new PaymentKey(merchant, id), event, limits, Micros.of(clock.instant())));
    }

    @Override
    public Advancing advance(Stored seen, Event event, Payment next) {
        if (event instanceof PayRequested) throw new IllegalArgumentException("a pay request must claim its order");
        var move = Move.of(seen, event, next, Micros.of(clock.instant()));
        return switch (next) {
            case Ordered _ -> throw new IllegalArgumentException("no payment goes back to ordered");
            case Payment.Live _ -> writer.write(new Advance(seen, move));
            case Declined it -> writer.write(new Release(seen, it.attempt().day(), move));
            case Voided it -> writer.write(new Release(seen, it.attempt().day(), move));
            case Cancelled it -> writer.write(new Release(seen, it.attempt().day(), move));
        };
    }

    @Override
    public Due takeDue(Instant now, Duration lease, int young, int overdue) {
        var until = now.plus(lease);
        var due = read(statements -> DueReads.take(statements, now, young, overdue));
        var leased =
                writer.writeAll(due.all().stream().map(row -> lease(row, until)).toList());
        int first = due.young().size();
        return new Due(
                taken(due.young(), leased.subList(0, first), until),
                taken(due.overdue(), leased.subList(first, leased.size()), until));
    }

    private List<Stored> taken(List<PaymentRow> rows, List<Boolean> leased, Instant until) {
        var taken = new ArrayList<Stored>();
        for (int i = 0; i < rows.size(); i++)
            if (leased.get(i)) readable(rows.get(i)).ifPresent(it -> taken.add(delayed(it, until)));
        return taken;
    }

    private static Delay lease(PaymentRow row, Instant until) {
        var key = new PaymentKey(new MerchantId(row.merchant()), new TransactionId(row.transaction()));
        return new Delay(key, row.state().version(), row.state().due(), until);
    }

    /** A row that nobody can read is put off like any other, so that it does not stand in the way of those behind it. */
    private Optional<Stored> readable(PaymentRow row) {
        try {
            return Optional.of(codec.read(row));
        } catch (UnreadableRowException e) {
            LOG.error("skipped: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Stored delayed(Stored stored, Instant until) {
        if (!(stored.payment() instanceof Payment.Open open)) return stored;
        return new Stored(PaymentCodec.asRecorded(open.resolvedAfter(until)), stored.version());
    }

    @Override
    public void postpone(Stored seen, Instant until) {
        if (!(seen.payment() instanceof Payment.Open)) return;
        var key = PaymentKey.of(seen.payment().order());
        writer.write(new Delay(key, seen.version(), OptionalLong.empty(), until));
    }

    @Override
    public Doubts doubts() {
        return read(statements -> DueReads.doubts(statements, clock.instant()));
    }

    public Merchants merchants() {
        return merchants;
    }

    /** What happened to a payment, oldest first, and what the lists of its day said about it; a line each, nothing personal in it. */
    public List<String> journal(TransactionId id) {
        var lines = new ArrayList<>(read(statements -> Reads.journal(statements, id)));
        lines.addAll(reconciliations().of(id));
        return lines;
    }

    /** What reconciliations found. */
    public Reconciliations reconciliations() {
        return new Reconciliations(database, clock);
    }

    /** What a reconciliation reads. */
    public PaymentBook book() {
        return new Book(database, codec);
    }

    /** Goes through the whole store and says what does not add up, a line each; it may take long and disturbs nobody. */
    public Verification.Summary verify(Consumer<String> findings) {
        return new Verification(database, sealer, findings).run();
    }

    /** Seals everything anew with the master key that seals now; see {@link Resealing}. */
    public Resealing resealing(String who) {
        return new Resealing(database, sealer, clock, who);
    }

    /** Why nothing can be written at the moment; it passes by itself once the fault is gone. */
    public Optional<String> trouble() {
        return writer.trouble();
    }

    public boolean isWritable() {
        return trouble().isEmpty();
    }

    public void onBatch(BatchListener listener) {
        listeners.add(listener);
    }

    /** Finishes what waits already, within a bound. */
    @Override
    public void close() {
        writer.close();
        database.close();
    }

    private <T> T read(Question<T> question) {
        try {
            return database.ask(question);
        } catch (SQLException | UnreadableRowException e) {
            throw unreadable(e);
        }
    }

    private static StoreException unreadable(Exception e) {
        return StoreException.refused("the store cannot read: " + e.getMessage(), e);
    }
}
