package gyeolje.gateway.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where requests run. */
final class LoopThreadsTest {
    private final Vertx vertx = Vertx.vertx();
    private final Executor threads = Executors.newThreadPerTaskExecutor(new LoopThreads());

    @AfterEach
    void stop() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, SECONDS)
                .join();
    }

    /** In a thread that is started on the loop of the context. */
    private <T> CompletableFuture<T> onLoop(Context context, Supplier<T> work) {
        var result = new CompletableFuture<T>();
        context.runOnContext(_ -> threads.execute(() -> result.complete(work.get())));
        return result;
    }

    private static String loop() {
        var thread = Thread.currentThread();
        assertTrue(thread.isVirtual());
        return thread.toString().replaceFirst(".*@", "");
    }

    @Test
    void a_request_runs_on_the_loop_it_came_in_on_also_after_it_has_waited() {
        var context = vertx.getOrCreateContext();
        var name = new CompletableFuture<String>();
        context.runOnContext(_ -> name.complete(Thread.currentThread().getName()));
        var happens = new CompletableFuture<String>();
        var loops = onLoop(context, () -> {
            var before = loop();
            happens.join();
            return before + " " + loop();
        });
        CompletableFuture.delayedExecutor(20, MILLISECONDS).execute(() -> happens.complete(""));
        assertEquals(
                name.join() + " " + name.join(), loops.orTimeout(10, SECONDS).join());
    }

    @Test
    void what_a_request_starts_upstream_begins_on_its_own_loop() {
        var context = vertx.getOrCreateContext();
        assertSame(
                context,
                onLoop(context, Vertx::currentContext).orTimeout(10, SECONDS).join());
    }

    @Test
    void requests_that_wait_keep_nobody_from_being_answered_on_the_same_loop() {
        var context = vertx.getOrCreateContext();
        var happens = new CompletableFuture<String>();
        var waiting = onLoop(context, happens::join);
        assertEquals(
                "answered",
                onLoop(context, () -> "answered").orTimeout(10, SECONDS).join());
        assertFalse(waiting.isDone());
        happens.complete("at last");
        assertEquals("at last", waiting.orTimeout(10, SECONDS).join());
    }

    @Test
    void off_the_loops_java_schedules() {
        var result = new CompletableFuture<String>();
        threads.execute(() -> result.complete(loop()));
        assertTrue(result.orTimeout(10, SECONDS).join().startsWith("ForkJoinPool-1"));
    }
}
