package gyeolje.shop;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends doubt: a payment or cancel whose answer got lost is asked again, with the very same request, a few times and
 * ever more slowly. Start-up goes through the same loop. What is still open then waits for the buyer's click.
 */
final class DoubtLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DoubtLoop.class);
    private static final int TRIES = 7;
    private static final int AT_ONCE = 4;

    private final SettlePayment settlement;
    private final CancelPayment cancellation;
    private final Duration firstPause;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    DoubtLoop(SettlePayment settlement, CancelPayment cancellation, Duration firstPause) {
        this.settlement = settlement;
        this.cancellation = cancellation;
        this.firstPause = firstPause;
    }

    static boolean isInDoubt(Order order) {
        return switch (order.state()) {
            case State.Paying(var _, var doubt) -> doubt.mayBePaid();
            case State.Cancelling _ -> true;
            case State.Ordering _,
                    State.NotPlaced _,
                    State.Placed _,
                    State.Abandoned _,
                    State.Declined _,
                    State.Paid _,
                    State.Cancelled _ -> false;
        };
    }

    /** Does nothing when the order is in no doubt, or is being asked about already. */
    void watch(OrderEntry entry) {
        if (isInDoubt(entry.order()) && running.add(entry.order().number())) threads.execute(() -> ask(entry));
    }

    private void ask(OrderEntry entry) {
        try {
            var pause = firstPause;
            for (var i = 0; i < TRIES && isInDoubt(entry.order()); i++) {
                Thread.sleep(pause);
                pause = pause.multipliedBy(2);
                askOnce(entry);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.error("order {} stays in doubt", entry.order().number(), failed);
        } finally {
            running.remove(entry.order().number());
        }
    }

    private void askOnce(OrderEntry entry) throws InterruptedException {
        slots.acquire();
        try {
            if (entry.order().state() instanceof State.Cancelling) cancellation.cancel(entry);
            else settlement.again(entry);
        } finally {
            slots.release();
        }
    }

    /** A call on its way is not waited for: the next start asks again. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
