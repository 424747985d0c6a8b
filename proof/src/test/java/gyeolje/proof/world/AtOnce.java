package gyeolje.proof.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does many things at one instant. */
public final class AtOnce {
    public static <T> List<T> run(List<? extends Callable<T>> things) throws Exception {
        var start = new CountDownLatch(1);
        var running = new ArrayList<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var thing : things)
                running.add(threads.submit(() -> {
                    start.await();
                    return thing.call();
                }));
            start.countDown();
            var done = new ArrayList<T>();
            for (var each : running) done.add(each.get());
            return done;
        }
    }

    public static <T> List<T> times(int times, Callable<T> thing) throws Exception {
        var things = new ArrayList<Callable<T>>();
        for (int i = 0; i < times; i++) things.add(thing);
        return run(things);
    }

    private AtOnce() {}
}
