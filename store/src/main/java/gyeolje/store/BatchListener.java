package gyeolje.store;

import java.time.Duration;

/** Hears of every group of writes that became durable. Called on a writer's thread: it must be quick. */
@FunctionalInterface
public interface BatchListener {
    void onBatch(Batch batch);

    /**
     * What one commit made durable.
     *
     * @param size how many writes
     * @param waited how long the last one to come had waited when the writer began with it: longer than a moment only while more come than
     *     fit into a batch
     */
    record Batch(int size, Duration waited, Duration commit) {}
}
