package gyeolje.store;

import gyeolje.core.payment.StoreException;
import gyeolje.store.BatchListener.Batch;
import gyeolje.store.Database.Fault;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer: it takes whatever commands have arrived, writes them in one transaction and tells each caller what became of its
 * own. After a fault it refuses at once until a probe shows that writing works again.
 */
final class Lane implements AutoCloseable {
    static final int MOST_IN_A_BATCH = 512;
    private static final int MOST_ATTEMPTS = 5;
    /** At least so long after one commit of several writes begins the next one. */
    static final Duration COMPANY = Duration.ofMillis(1);

    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final Database database;
    private final BatchListener listener;
    private final BlockingQueue<Ticket<?>> queue;
    private final Deadlines deadlines;
    private final SessionSlot slot;
    private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());
    private final Thread thread;
    private long began;
    private boolean hadCompany;
    private volatile boolean closing;

    Lane(String name, Database database, int capacity, Duration patience, BatchListener listener) {
        this.database = database;
        this.listener = listener;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.deadlines = new Deadlines(name + "-deadlines", patience);
        this.slot = new SessionSlot(database);
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() throws SQLException {
        slot.session();
        thread.start();
        deadlines.start();
    }

    Optional<String> trouble() {
        return trouble.get();
    }

    <R> R write(Command<R> command) {
        return offer(command).await();
    }

    <R> Ticket<R> offer(Command<R> command) {
        var fault = trouble.get();
        if (fault.isPresent()) throw refused(fault.get());
        if (closing) throw refused("the store is closing");
        var ticket = new Ticket<>(command, deadlines.next());
        if (!queue.offer(ticket)) throw refused("too many writes wait already");
        deadlines.watch(ticket);
        return ticket;
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (!closing || !queue.isEmpty()) {
            try {
                if (trouble.get().isEmpty()) {
                    pause = FIRST_PAUSE;
                    writeArrived();
                } else {
                    pause = recover(pause);
                }
            } catch (InterruptedException e) {
                break;
            }
        }
        refuse(drained(Integer.MAX_VALUE), "the store is closed");
        slot.discard();
    }

    private void writeArrived() throws InterruptedException {
        if (hadCompany) awaitCompany();
        var first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) return;
        began = System.nanoTime();
        var batch = new ArrayList<Ticket<?>>();
        batch.add(first);
        batch.addAll(drained(MOST_IN_A_BATCH - 1));
        batch.removeIf(ticket -> !ticket.take());
        hadCompany = batch.size() > 1;
        if (!batch.isEmpty()) write(batch);
    }

    /** A commit costs nearly as much for one write as for many. Whoever writes alone waits for nobody. */
    private void awaitCompany() throws InterruptedException {
        long left = began + COMPANY.toNanos() - System.nanoTime();
        if (left > 0) TimeUnit.NANOSECONDS.sleep(left);
    }

    private List<Ticket<?>> drained(int most) {
        var tickets = new ArrayList<Ticket<?>>();
        queue.drainTo(tickets, most);
        return tickets;
    }

    /** Tries a batch again while others are in the way, and its members one by one when one of them cannot be written. */
    private void write(List<Ticket<?>> batch) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            var fault = attempt(batch);
            if (fault.isEmpty()) return;
            if (fault.get() == Fault.DATA && batch.size() > 1) {
                batch.forEach(ticket -> write(List.of(ticket)));
                return;
            }
        }
        refuse(batch, "the database refuses this write again and again");
    }

    /** Empty when every caller has been answered. */
    private Optional<Fault> attempt(List<Ticket<?>> batch) {
        var known = trouble.get();
        if (known.isPresent()) return answered(batch, StoreException.refused(known.get(), new IllegalStateException()));
        var waited = deadlines.since(batch.getLast());
        List<Runnable> answers;
        try {
            answers = prepare(slot.session(), batch);
        } catch (SQLException | RuntimeException | Error e) {
            return notWritten(batch, e);
        }
        long began = System.nanoTime();
        try {
            slot.session().commit();
        } catch (SQLException | RuntimeException | Error e) {
            broken("a commit failed", e);
            return answered(batch, StoreException.unknown("a commit failed", e));
        }
        tell(new Batch(batch.size(), waited, Duration.ofNanos(System.nanoTime() - began)));
        answers.forEach(Runnable::run);
        return Optional.empty();
    }

    private static List<Runnable> prepare(Session session, List<Ticket<?>> batch) throws SQLException {
        session.begin();
        var needs = Needs.of(batch.stream().<Command<?>>map(Ticket::command).toList());
        var decision = new Decision(session.load(needs));
        var answers = new ArrayList<Runnable>(batch.size());
        for (var ticket : batch) answers.add(ticket.decide(decision));
        session.store(decision.changes());
        return answers;
    }

    private Optional<Fault> notWritten(List<Ticket<?>> batch, Throwable e) {
        var fault = faultOf(e);
        if (fault != Fault.BROKEN && slot.rolledBack()) {
            LOG.warn("a batch of {} was not written ({}) and is tried again: {}", batch.size(), fault, e.getMessage());
            return Optional.of(fault);
        }
        broken("writing failed", e);
        return answered(batch, StoreException.refused("writing failed", e));
    }

    private Fault faultOf(Throwable e) {
        return switch (e) {
            case UnreadableRowException _ -> Fault.DATA;
            case SQLException sql -> database.faultOf(sql);
            default -> Fault.BROKEN;
        };
    }

    private void broken(String what, Throwable e) {
        LOG.error("{}; nothing is written until a probe succeeds", what, e);
        trouble.set(Optional.of(what + ": " + e.getMessage()));
        slot.discard();
    }

    private static Optional<Fault> answered(List<Ticket<?>> batch, StoreException e) {
        batch.forEach(ticket -> ticket.fail(e));
        return Optional.empty();
    }

    /** How long to pause before the next try. */
    private Duration recover(Duration pause) throws InterruptedException {
        refuse(drained(Integer.MAX_VALUE), trouble.get().orElse("the store is in trouble"));
        try {
            slot.session().probe();
            trouble.set(Optional.empty());
            LOG.info("writing works again");
            return FIRST_PAUSE;
        } catch (SQLException | RuntimeException e) {
            trouble.set(Optional.of("writing still fails: " + e.getMessage()));
            slot.discard();
        }
        Thread.sleep(pause);
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private void tell(Batch batch) {
        try {
            listener.onBatch(batch);
        } catch (RuntimeException e) {
            LOG.warn("a batch listener failed", e);
        }
    }

    private static void refuse(List<Ticket<?>> tickets, String why) {
        tickets.forEach(ticket -> ticket.fail(refused(why)));
    }

    private static StoreException refused(String why) {
        return StoreException.refused(why, new IllegalStateException(why));
    }

    /** Writes what waits already, within a bound. */
    @Override
    public void close() {
        closing = true;
        deadlines.close();
        try {
            if (thread.join(Duration.ofSeconds(5))) return;
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
