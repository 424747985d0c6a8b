package gyeolje.simulation;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What a parked thread waits for. The first answer counts. */
final class Reply<T> {
    private final Thread thread;
    private Optional<Supplier<T>> answer = Optional.empty();
    private boolean dead;

    Reply(Thread thread) {
        this.thread = thread;
    }

    boolean isOver() {
        return dead || answer.isPresent();
    }

    /** The supplier runs on the waiting thread, once that thread runs again; it may throw what the port may throw. */
    void answer(Supplier<T> supplier) {
        if (isOver()) return;
        answer = Optional.of(supplier);
        LockSupport.unpark(thread);
    }

    void die() {
        dead = true;
        LockSupport.unpark(thread);
    }

    T get() {
        if (dead) throw new ProcessDied();
        return answer.orElseThrow().get();
    }
}
