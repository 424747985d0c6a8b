package gyeolje.store;

import gyeolje.core.payment.StoreException;
import gyeolje.store.BatchListener.Batch;
import gyeolje.store.Database.Fault;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One session of the writer: writes a batch in one transaction and tells each caller what became of its own command. */
final class Pen {
    private static final int MOST_ATTEMPTS = 5;
    /** So long nothing is taken for unchanged after something was not: surprises come together, and each costs a batch. */
    private static final Duration CAREFUL = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Pen.class);

    private final Database database;
    private final Deadlines deadlines;
    private final Trouble trouble;
    private final BatchListener listener;
    private final SessionSlot slot;
    private long faultsSeen;
    private long carefulUntil = System.nanoTime();

    Pen(Database database, Deadlines deadlines, Trouble trouble, BatchListener listener) {
        this.database = database;
        this.deadlines = deadlines;
        this.trouble = trouble;
        this.listener = listener;
        this.slot = new SessionSlot(database);
    }

    /**
     * A batch that only waits for its commit.
     *
     * @param waited how long its last member had waited when its writing began
     * @param answers what its callers hear once it is durable
     */
    record Prepared(List<Ticket<?>> batch, Duration waited, List<Runnable> answers) {}

    void open() throws SQLException {
        slot.session();
    }

    void close() {
        slot.discard();
    }

    /**
     * Tries a batch again while others are in the way, and its members one by one when one of them cannot be written. Empty when every
     * caller has been answered.
     */
    Optional<Prepared> prepare(List<Ticket<?>> batch) {
        trustNoneFromBefore();
        boolean several = batch.size() > 1;
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            var known = trouble.why();
            if (known.isPresent()) return failed(batch, refused(known.get()));
            var waited = deadlines.since(batch.getLast());
            try {
                boolean careful = attempt > 1 || System.nanoTime() - carefulUntil < 0;
                return Optional.of(new Prepared(batch, waited, decided(slot.session(), batch, careful)));
            } catch (SQLException | RuntimeException | Error e) {
                var fault = notWritten(batch, e);
                if (fault.isEmpty()) return Optional.empty();
                if (fault.get() == Fault.DATA && several) break;
            }
        }
        if (!several) return failed(batch, refused("the database refuses this write again and again"));
        batch.forEach(ticket -> prepare(List.of(ticket)).ifPresent(this::commit));
        return Optional.empty();
    }

    private static List<Runnable> decided(Session session, List<Ticket<?>> batch, boolean careful) throws SQLException {
        session.begin();
        var needs = Needs.of(batch.stream().<Command<?>>map(Ticket::command).toList(), careful);
        var decision = new Decision(session.load(needs));
        var answers = new ArrayList<Runnable>(batch.size());
        for (var ticket : batch) answers.add(ticket.decide(decision));
        session.store(decision.changes());
        return answers;
    }

    private Optional<Fault> notWritten(List<Ticket<?>> batch, Throwable e) {
        var fault = faultOf(e);
        if (e instanceof OvertakenException) carefulUntil = System.nanoTime() + CAREFUL.toNanos();
        if (fault != Fault.BROKEN && slot.rolledBack()) {
            LOG.atLevel(e instanceof OvertakenException ? Level.DEBUG : Level.WARN)
                    .log(
                            "a batch of {} was not written ({}) and is tried again: {}",
                            batch.size(),
                            fault,
                            e.getMessage());
            return Optional.of(fault);
        }
        broken("writing failed", e);
        failed(batch, StoreException.refused("writing failed", e));
        return Optional.empty();
    }

    private Fault faultOf(Throwable e) {
        return switch (e) {
            case UnreadableRowException _ -> Fault.DATA;
            case OvertakenException _ -> Fault.RACE;
            case SQLException sql -> database.faultOf(sql);
            default -> Fault.BROKEN;
        };
    }

    void commit(Prepared prepared) {
        long began = System.nanoTime();
        try {
            slot.session().commit();
        } catch (SQLException | RuntimeException | Error e) {
            broken("a commit failed", e);
            failed(prepared.batch, StoreException.unknown("a commit failed", e));
            return;
        }
        tell(new Batch(prepared.batch.size(), prepared.waited, Duration.ofNanos(System.nanoTime() - began)));
        prepared.answers.forEach(Runnable::run);
    }

    private void tell(Batch batch) {
        try {
            listener.onBatch(batch);
        } catch (RuntimeException e) {
            LOG.warn("a batch listener failed", e);
        }
    }

    /** Whether writing works again. */
    boolean probe() {
        trustNoneFromBefore();
        try {
            slot.session().probe();
            trouble.over();
            return true;
        } catch (SQLException | RuntimeException e) {
            trouble.lasts(e);
            slot.discard();
            return false;
        }
    }

    private void trustNoneFromBefore() {
        long faults = trouble.faults();
        if (faults != faultsSeen) slot.discard();
        faultsSeen = faults;
    }

    private void broken(String what, Throwable e) {
        trouble.met(what, e);
        slot.discard();
    }

    private static Optional<Prepared> failed(List<Ticket<?>> batch, StoreException e) {
        batch.forEach(ticket -> ticket.fail(e));
        return Optional.empty();
    }

    private static StoreException refused(String why) {
        return StoreException.refused(why, new IllegalStateException(why));
    }
}
