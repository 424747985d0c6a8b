package gyeolje.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Many connections driven by one thread, which does as little as it can: it shares the machine with what it measures. */
public final class Generator implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long COARSE_NANOS = 2_000_000;
    private static final long FINE_NANOS = 50_000;

    private final Selector selector;
    private final List<Link> links = new ArrayList<>();
    private final Deque<Link> idle = new ArrayDeque<>();
    private final List<Link> toReopen = new ArrayList<>();
    private final byte[] scratch = Link.scratch();

    public Generator(int port, int connections) throws IOException {
        selector = Selector.open();
        var target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            for (int i = 0; i < connections; i++) links.add(new Link(target, selector));
        } catch (IOException e) {
            int opened = links.size();
            close();
            throw new IOException(
                    "connection " + (opened + 1) + " of " + connections + " could not be opened: " + e.getMessage(), e);
        }
        idle.addAll(links);
    }

    /** Every connection sends its next request as soon as it has the answer to the last. */
    public Outcome asFastAsPossible(Work work, Duration length) throws IOException {
        return run(work, new Pace.Free(), System.nanoTime(), length.toNanos(), new Outcome(Optional.empty()));
    }

    /** Requests leave at a constant rate; every one that is due in the time is sent and counted, however late. */
    public Outcome atRate(Work work, double perSecond, Duration length) throws IOException {
        long start = System.nanoTime();
        var pace = new Pace.Steps(start, List.of(new Pace.Step(perSecond, length.toNanos())));
        return run(work, pace, start, length.toNanos(), new Outcome(Optional.empty()));
    }

    /**
     * Requests leave at one rate after the other. What is due while every connection is busy is not sent at all, as a client gives
     * up that cannot have any more under way; the timeline counts it.
     */
    public Outcome atRates(Work work, List<Pace.Step> steps, Timeline timeline) throws IOException {
        long start = System.nanoTime();
        timeline.begin(start);
        long length = steps.stream().mapToLong(Pace.Step::nanos).sum();
        return run(work, new Pace.Steps(start, steps), start, length, new Outcome(Optional.of(timeline)));
    }

    private Outcome run(Work work, Pace pace, long start, long length, Outcome outcome) throws IOException {
        long end = start + length;
        boolean more = true;
        while (true) {
            if (more && !dispatch(work, pace, end, outcome)) {
                more = false;
                outcome.lasted(System.nanoTime() - start);
            }
            if (!more && idle.size() == links.size()) break;
            if (System.nanoTime() - end > PATIENCE.toNanos())
                throw new IOException(
                        (links.size() - idle.size()) + " answers stay away for " + PATIENCE.toSeconds() + " s");
            await(work, pace, outcome, more);
        }
        return outcome;
    }

    /** Sends what is due; false when nothing will be due any more. */
    private boolean dispatch(Work work, Pace pace, long end, Outcome outcome) throws IOException {
        while (true) {
            long now = System.nanoTime();
            long due = pace.next(now);
            if (due >= end) return false;
            if (due > now) return true;
            if (idle.isEmpty()) {
                if (!outcome.gaveUp(due)) return true;
                pace.left();
                continue;
            }
            var link = idle.remove();
            if (!link.send(work, due)) {
                idle.add(link);
                return false;
            }
            pace.left();
        }
    }

    private void await(Work work, Pace pace, Outcome outcome, boolean more) throws IOException {
        long now = System.nanoTime();
        long left = more && !(idle.isEmpty() && outcome.waits()) ? pace.next(now) - now : Long.MAX_VALUE;
        if (left > COARSE_NANOS) {
            selector.select(key -> proceed(key, work, outcome), left == Long.MAX_VALUE ? 100 : 1);
        } else if (selector.selectNow(key -> proceed(key, work, outcome)) == 0) {
            LockSupport.parkNanos(FINE_NANOS);
        }
        for (var link : toReopen) link.reopen();
        toReopen.clear();
    }

    private void proceed(SelectionKey key, Work work, Outcome outcome) {
        var link = (Link) key.attachment();
        try {
            if (link.isOpening()) {
                if (link.opened()) idle.add(link);
                return;
            }
            var answer = link.proceed(scratch);
            if (answer.isEmpty()) return;
            outcome.answered(link.step().kind(), answer.get(), link.dueAt(), System.nanoTime());
            if (answer.get().isSuccess()) work.answered(link.step(), answer.get());
            if (answer.get().closes()) toReopen.add(link);
            else idle.add(link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var link : links) link.close();
        selector.close();
    }
}
