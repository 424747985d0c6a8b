package gyeolje.store;

import gyeolje.core.payment.StoreException;
import gyeolje.store.Pen.Prepared;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * All writes of this process. Whatever has arrived becomes a batch and is written in one transaction. Where the database has several
 * sessions they take turns: while one waits for its commit, another prepares the next batch, with all that came meanwhile. After a fault
 * everything is refused at once until a probe shows that writing works again.
 */
final class Writer implements AutoCloseable {
    static final int MOST_IN_A_BATCH = 512;
    /** At least so long after one batch of several writes begins the next one. */
    static final Duration COMPANY = Duration.ofMillis(1);

    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final BlockingQueue<Ticket<?>> queue;
    private final Deadlines deadlines;
    private final Trouble trouble = new Trouble();
    private final List<Pen> pens;
    private final List<Thread> threads;
    private volatile boolean closing;

    /** Held while a batch is prepared; what follows belongs to whoever has it. */
    private final ReentrantLock turn = new ReentrantLock();

    private long began;
    private boolean hadCompany;
    private Duration pause = FIRST_PAUSE;

    Writer(Database database, StoreSettings settings, BatchListener listener) throws SQLException {
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.deadlines = new Deadlines("store-deadlines", settings.patience());
        this.pens = IntStream.range(0, database.sessions())
                .mapToObj(_ -> new Pen(database, deadlines, trouble, listener))
                .toList();
        this.threads = IntStream.range(0, pens.size())
                .mapToObj(number -> Thread.ofPlatform()
                        .name("store-writer-" + number)
                        .daemon()
                        .unstarted(() -> run(pens.get(number))))
                .toList();
        open();
        threads.forEach(Thread::start);
        deadlines.start();
    }

    private void open() throws SQLException {
        try {
            for (var pen : pens) pen.open();
        } catch (SQLException | RuntimeException e) {
            pens.forEach(Pen::close);
            throw e;
        }
    }

    Optional<String> trouble() {
        return trouble.why();
    }

    <R> R write(Command<R> command) {
        return offer(command).await();
    }

    /** What became of each, in order; they may share a commit. */
    <R> List<R> writeAll(List<? extends Command<R>> commands) {
        var tickets = commands.stream().map(this::offer).toList();
        return tickets.stream().map(Ticket::await).toList();
    }

    private <R> Ticket<R> offer(Command<R> command) {
        var fault = trouble.why();
        if (fault.isPresent()) throw refused(fault.get());
        if (closing) throw refused("the store is closing");
        var ticket = new Ticket<>(command, deadlines.next());
        if (!queue.offer(ticket)) throw refused("too many writes wait already");
        deadlines.watch(ticket);
        return ticket;
    }

    private void run(Pen pen) {
        try {
            while (!closing || !queue.isEmpty()) prepared(pen).ifPresent(pen::commit);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        refuse(drained(Integer.MAX_VALUE), "the store is closed");
        pen.close();
    }

    private Optional<Prepared> prepared(Pen pen) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            if (trouble.why().isPresent()) {
                recover(pen);
                return Optional.empty();
            }
            var batch = arrived();
            return batch.isEmpty() ? Optional.empty() : pen.prepare(batch);
        } finally {
            turn.unlock();
        }
    }

    private List<Ticket<?>> arrived() throws InterruptedException {
        if (hadCompany) awaitCompany();
        var batch = new ArrayList<Ticket<?>>();
        var first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) return batch;
        began = System.nanoTime();
        batch.add(first);
        batch.addAll(drained(MOST_IN_A_BATCH - 1));
        batch.removeIf(ticket -> !ticket.take());
        hadCompany = batch.size() > 1;
        return batch;
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

    private void recover(Pen pen) throws InterruptedException {
        refuse(drained(Integer.MAX_VALUE), trouble.why().orElse("the store is in trouble"));
        if (pen.probe()) {
            pause = FIRST_PAUSE;
            return;
        }
        Thread.sleep(pause);
        var longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
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
            if (ended(Duration.ofSeconds(5))) return;
            threads.forEach(Thread::interrupt);
            ended(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ended(Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        boolean all = true;
        for (var thread : threads) all &= thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        return all;
    }
}
