package gyeolje.store;

import gyeolje.core.payment.StoreException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One command in the queue and the caller who waits for it. */
final class Ticket<R> {
    private final Command<R> command;
    private final CompletableFuture<R> outcome = new CompletableFuture<>();
    /** Taken by the writer or withdrawn by the caller, whoever comes first. */
    private final AtomicBoolean taken = new AtomicBoolean();
    /** By the clock that never jumps. */
    private final long givenUpAt;

    Ticket(Command<R> command, long givenUpAt) {
        this.command = command;
        this.givenUpAt = givenUpAt;
    }

    Command<R> command() {
        return command;
    }

    long givenUpAt() {
        return givenUpAt;
    }

    /** False when the caller has gone. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    /** What to do once the batch is durable. */
    Runnable decide(Decision decision) {
        try {
            var decided = command.decide(decision);
            return () -> outcome.complete(decided);
        } catch (StoreException e) {
            return () -> outcome.completeExceptionally(e);
        }
    }

    void fail(StoreException e) {
        outcome.completeExceptionally(e);
    }

    /** Whether its caller need not be watched any more: it is answered, or hears now that its time is over. */
    boolean isOver(long now) {
        if (outcome.isDone()) return true;
        if (now - givenUpAt < 0) return false;
        giveUp("the store did not write in time");
        return true;
    }

    void giveUp(String why) {
        fail(givenUp(why, new TimeoutException()));
    }

    /** Until the writer answers, or whoever watches the time. */
    R await() {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw rethrown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp("interrupted while the store was to write", e);
        }
    }

    private StoreException givenUp(String why, Exception cause) {
        return taken.compareAndSet(false, true)
                ? StoreException.refused(why, cause)
                : StoreException.unknown(why, cause);
    }

    /** A new exception for each caller, so that its stack trace names the caller. */
    private static StoreException rethrown(ExecutionException e) {
        if (!(e.getCause() instanceof StoreException known)) return StoreException.unknown("the writer failed", e);
        var message = String.valueOf(known.getMessage());
        return known.isRefused() ? StoreException.refused(message, known) : StoreException.unknown(message, known);
    }
}
