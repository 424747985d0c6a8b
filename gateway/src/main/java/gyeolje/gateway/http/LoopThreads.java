package gyeolje.gateway.http;

import gyeolje.gateway.flow.FlowThreads;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A virtual thread for a request, run by the event loop that the request came in on (ADR 9): between reading it and answering it nothing
 * changes threads but what waits. What it starts, upstream or as a thread, begins on the same loop. Off the event loops, and where Java was not started
 * with {@link FlowThreads#NEEDED}, Java's own scheduler runs it.
 */
public final class LoopThreads implements ThreadFactory {
    private static final Logger LOG = LoggerFactory.getLogger(LoopThreads.class);

    private final Map<Executor, ThreadFactory> byLoop = new ConcurrentHashMap<>();
    private final AtomicLong loops = new AtomicLong();
    private final ThreadFactory elsewhere = named(Thread.ofVirtual());

    public LoopThreads() {
        if (FlowThreads.runBy(Runnable::run).isEmpty())
            LOG.info("requests run in Java's own scheduler; they take less with {}", FlowThreads.NEEDED);
    }

    @Override
    public Thread newThread(Runnable task) {
        if (!(Vertx.currentContext() instanceof ContextInternal context && context.isEventLoopContext()))
            return elsewhere.newThread(task);
        return byLoop.computeIfAbsent(context.nettyEventLoop(), this::on).newThread(() -> context.dispatch(task));
    }

    private ThreadFactory on(Executor loop) {
        return FlowThreads.runBy(loop).map(this::named).orElse(elsewhere);
    }

    private ThreadFactory named(Thread.Builder.OfVirtual threads) {
        return threads.name("request-" + loops.getAndIncrement() + "-", 0).factory();
    }
}
