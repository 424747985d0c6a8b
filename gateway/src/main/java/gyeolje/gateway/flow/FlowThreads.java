package gyeolje.gateway.flow;

import java.util.Optional;
import java.util.concurrent.Executor;

/** Virtual threads for flows where somebody else than Java decides when they go on: an event loop, a simulated world. */
public final class FlowThreads {
    /** Java can do it and has no public way to ask for it yet. */
    public static final String NEEDED = "--add-opens=java.base/java.lang=ALL-UNNAMED";

    /**
     * Threads that the given executor runs, from wherever they stopped to wait until they wait again; it must run what it is given one
     * after the other. Empty unless Java was started with {@link #NEEDED} and is one that knows how.
     */
    public static Optional<Thread.Builder.OfVirtual> runBy(Executor scheduler) {
        try {
            var constructor = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
                    .getDeclaredConstructor(Executor.class);
            constructor.setAccessible(true);
            return Optional.of((Thread.Builder.OfVirtual) constructor.newInstance(scheduler));
        } catch (ReflectiveOperationException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private FlowThreads() {}
}
