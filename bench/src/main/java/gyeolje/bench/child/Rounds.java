package gyeolje.bench.child;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** The same work over and over in many threads, for a time. */
final class Rounds {
    /** One worker's work, once. */
    @FunctionalInterface
    interface Round {
        void run() throws Exception;
    }

    /** How many rounds all workers finished in how many nanoseconds, as a line. */
    static String run(ThreadFactory threads, List<Round> workers, long millis) throws Exception {
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        var running = new ArrayList<Future<Long>>();
        long rounds = 0;
        try (var executor = Executors.newThreadPerTaskExecutor(threads)) {
            for (var worker : workers) running.add(executor.submit(until(end, worker)));
            for (var each : running) rounds += each.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return rounds + " " + (System.nanoTime() - start);
    }

    private static Callable<Long> until(long end, Round round) {
        return () -> {
            long rounds = 0;
            while (System.nanoTime() < end) {
                round.run();
                rounds++;
            }
            return rounds;
        };
    }

    private Rounds() {}
}
