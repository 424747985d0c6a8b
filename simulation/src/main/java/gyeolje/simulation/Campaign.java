package gyeolje.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Many seeds, one world each, on as many platform threads as there are processors. What it adds up to does not depend on their order. */
final class Campaign {
    /** The sums over all seeds, and the failing ones with the lowest seeds first. */
    static final class Sums {
        long seeds;
        long steps;
        long micros;
        long payments;
        long approvals;
        long answers;
        long undecided;
        long foundPaid;
        Settling.Tally settling = Settling.Tally.NONE;
        long hash;
        final List<Outcome> failed = new ArrayList<>();

        private synchronized void add(Outcome outcome) {
            seeds++;
            steps += outcome.steps();
            micros += outcome.micros();
            payments += outcome.payments();
            approvals += outcome.approvals();
            answers += outcome.answers();
            undecided += outcome.undecided();
            foundPaid += outcome.foundPaid();
            settling = settling.plus(outcome.settling());
            hash += scrambled(outcome.seed() * 0x9E3779B97F4A7C15L ^ outcome.hash());
            if (outcome.violation().isPresent()) failed.add(outcome);
        }

        /** Within a minute: all that nobody can ask about, and 99 in a hundred of the others. */
        boolean isSettledInTime() {
            return settling.undoneSoon() * 100 >= settling.undone() * 99
                    && settling.raisedSoon() == settling.raised()
                    && settling.overdueSoon() * 100 >= settling.overdue() * 99;
        }

        private static long scrambled(long value) {
            long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
            return mixed ^ (mixed >>> 33);
        }
    }

    static Outcome play(long seed, BitSet leftOut, Variant variant, boolean written) {
        return Play.of(seed, leftOut, variant, new ModelStore(), written);
    }

    static Sums run(long first, long count, Variant variant, int threads, LongConsumer progress)
            throws InterruptedException {
        var sums = new Sums();
        var next = new AtomicLong(first);
        var workers = new ArrayList<Thread>();
        var faults = new ArrayList<Throwable>();
        for (int i = 0; i < threads; i++)
            workers.add(Thread.ofPlatform().name("worlds-" + i).start(() -> {
                try {
                    for (long seed = next.getAndIncrement(); seed < first + count; seed = next.getAndIncrement()) {
                        sums.add(play(seed, new BitSet(), variant, false));
                        progress.accept(seed - first + 1);
                    }
                } catch (RuntimeException | Error e) {
                    synchronized (faults) {
                        faults.add(e);
                    }
                }
            }));
        for (var worker : workers) worker.join();
        if (!faults.isEmpty()) throw new IllegalStateException("the simulation itself failed", faults.getFirst());
        sums.failed.sort(Comparator.comparingLong(Outcome::seed));
        return sums;
    }

    private Campaign() {}
}
