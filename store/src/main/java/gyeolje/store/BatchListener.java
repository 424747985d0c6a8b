package gyeolje.store;

import java.time.Duration;

/** Hears of every group of writes that became durable. Called on a writer's thread: it must be quick. */
@FunctionalInterface
public interface BatchListener {
    void onBatch(int size, Duration commit);
}
