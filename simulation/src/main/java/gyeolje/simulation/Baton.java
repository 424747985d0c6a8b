package gyeolje.simulation;

import gyeolje.gateway.flow.FlowThreads;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/**
 * Virtual time, and the one baton that all threads of a world pass. The world's threads are virtual threads whose scheduler is this
 * object's queue, played by the one platform thread that runs the world; a virtual thread that the gateway starts inherits the
 * scheduler, so that production code runs as it is. A thread gives the baton away only where it waits for a port's reply, and who
 * gets it next is decided by virtual time alone.
 *
 * <p>The JDK has no public way to give a virtual thread a scheduler; the constructor used here needs `--add-opens
 * java.base/java.lang=ALL-UNNAMED`.
 */
final class Baton {
    private static final InheritableThreadLocal<Consumer<Throwable>> BUG_LISTENER = new InheritableThreadLocal<>();

    static {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            var listener = BUG_LISTENER.get();
            if (listener != null && !(fault instanceof ProcessDied)) listener.accept(fault);
            else if (listener == null) thread.getThreadGroup().uncaughtException(thread, fault);
        });
    }

    private record Happening(long at, long turn, Host host, Runnable action) implements Comparable<Happening> {
        @Override
        public int compareTo(Happening other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(turn, other.turn);
        }
    }

    private final ArrayDeque<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Happening> later = new PriorityQueue<>();
    private final PriorityQueue<Happening> polls = new PriorityQueue<>();
    private final Thread.Builder.OfVirtual threads = builder(ready::add);
    private final Consumer<Throwable> bugs;
    private final LongUnaryOperator nextUse;
    private long now;
    private long turns;
    private long steps;

    /**
     * @param bugs hears what a thread of the world threw that nobody caught
     * @param nextUse when, after a given moment, a look into the store may find something to do if nothing else happens before
     */
    Baton(Consumer<Throwable> bugs, LongUnaryOperator nextUse) {
        this.bugs = bugs;
        this.nextUse = nextUse;
    }

    private static Thread.Builder.OfVirtual builder(Executor scheduler) {
        return FlowThreads.runBy(scheduler)
                .orElseThrow(() -> new IllegalStateException(
                        "the simulation schedules its threads itself: run Java 25 with " + FlowThreads.NEEDED));
    }

    /** Microseconds since the world began. */
    long now() {
        return now;
    }

    long steps() {
        return steps;
    }

    void in(long micros, Host host, Runnable action) {
        later.add(new Happening(now + micros, turns++, host, action));
    }

    /** A look that may be left out as long as it would find nothing. */
    void pollIn(long micros, Host host, Runnable action) {
        polls.add(new Happening(now + micros, turns++, host, action));
    }

    void start(Host host, Runnable body) {
        if (!host.isAlive()) return;
        threads.start(() -> {
            BUG_LISTENER.set(bugs);
            body.run();
        });
    }

    /** Parks the calling thread until somebody answers, or until its host is killed. */
    <T> T await(Host host, Consumer<Reply<T>> begin) {
        if (!host.isAlive()) throw new ProcessDied();
        var reply = new Reply<T>(Thread.currentThread());
        host.awaits(reply);
        begin.accept(reply);
        while (!reply.isOver()) LockSupport.park();
        host.hasHeard(reply);
        return reply.get();
    }

    /** Lets the next thing happen; false when nothing will. */
    boolean step() {
        runReady();
        var next = next();
        if (next == null) return false;
        now = Math.max(now, next.at());
        if (!next.host().isAlive()) return true;
        if (next.host().stoppedUntil() > now) {
            later.add(new Happening(next.host().stoppedUntil(), next.turn(), next.host(), next.action()));
            return true;
        }
        steps++;
        next.action().run();
        runReady();
        return true;
    }

    @org.jspecify.annotations.Nullable
    private Happening next() {
        while (true) {
            var poll = polls.peek();
            var other = later.peek();
            if (poll == null || (other != null && other.compareTo(poll) <= 0)) return later.poll();
            long useful = Math.min(nextUse.applyAsLong(now), other == null ? Long.MAX_VALUE : other.at());
            if (useful == Long.MAX_VALUE) return null;
            polls.remove();
            if (useful <= poll.at() || !poll.host().isAlive()) return poll;
            polls.add(new Happening(onGrid(poll.at(), useful), poll.turn(), poll.host(), poll.action()));
        }
    }

    /** The first regular look at or after a moment. */
    private static long onGrid(long poll, long moment) {
        long pause = Node.RESOLVER_PAUSE;
        return poll + (moment - poll + pause - 1) / pause * pause;
    }

    void runReady() {
        for (var next = ready.poll(); next != null; next = ready.poll()) next.run();
    }
}
