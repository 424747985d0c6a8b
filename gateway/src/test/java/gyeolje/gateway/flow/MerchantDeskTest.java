package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.StoreException;
import gyeolje.core.value.MerchantId;
import gyeolje.store.Merchants.Edition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How old a merchant may be, and what it costs to know that it is not older. */
@Timeout(20)
final class MerchantDeskTest {
    private static final MerchantId TESTER = new MerchantId("tester");
    private static final Limits BEFORE = Limits.UNLIMITED;
    private static final Limits AFTER = new Limits(1_000, Limits.NONE, Limits.NONE);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private volatile Supplier<Edition> edition = () -> new Edition(1, 0);
    private volatile Limits limits = BEFORE;
    private volatile Executor aside = Runnable::run;
    private final MerchantDesk desk =
            new MerchantDesk(this::edition, this::merchant, nanos::get, task -> aside.execute(task));

    private Edition edition() {
        asked.incrementAndGet();
        return edition.get();
    }

    private Optional<Merchant> merchant(MerchantId id) {
        read.incrementAndGet();
        return Optional.of(Stage.caller(limits).merchant());
    }

    private Limits limitsNow() {
        return desk.find(TESTER).orElseThrow().limits();
    }

    private void after(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_merchant_that_nobody_changes_is_read_once_a_minute() {
        for (int i = 0; i < 30; i++) {
            limitsNow();
            after(Duration.ofSeconds(2));
        }
        assertEquals(1, read.get());
        assertEquals(30, asked.get());
        limitsNow();
        assertEquals(2, read.get());
    }

    @Test
    void a_change_counts_within_two_seconds() {
        limitsNow();
        limits = AFTER;
        edition = () -> new Edition(2, 0);
        assertEquals(BEFORE, limitsNow());
        after(Duration.ofSeconds(2));
        assertEquals(Optional.empty(), desk.cached(TESTER));
        assertEquals(AFTER, limitsNow());
    }

    @Test
    void nobody_waits_while_it_is_asked_whether_anything_changed() throws Exception {
        limitsNow();
        var hold = new CountDownLatch(1);
        aside = Thread::startVirtualThread;
        edition = () -> {
            await(hold);
            return new Edition(2, 0);
        };
        limits = AFTER;
        after(Duration.ofMillis(1_500));
        assertEquals(BEFORE, desk.cached(TESTER).orElseThrow().orElseThrow().limits());
        hold.countDown();
        while (desk.cached(TESTER).isPresent()) Thread.sleep(1);
        assertEquals(AFTER, limitsNow());
    }

    @Test
    void who_waits_for_a_store_that_is_away_hears_of_it_together_with_the_others() throws Exception {
        limitsNow();
        after(Duration.ofSeconds(2));
        var hold = new CountDownLatch(1);
        aside = Thread::startVirtualThread;
        edition = () -> {
            await(hold);
            throw StoreException.refused("the store is away", new IllegalStateException());
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = CompletableFuture.supplyAsync(this::limitsNow, threads);
            while (asked.get() < 2) Thread.sleep(1);
            var other = CompletableFuture.supplyAsync(this::limitsNow, threads);
            Thread.sleep(50);
            hold.countDown();
            for (var each : List.of(one, other)) {
                var heard = assertThrows(CompletionException.class, each::join);
                assertInstanceOf(StoreException.class, heard.getCause());
            }
        }
        assertEquals(2, asked.get());
        edition = () -> new Edition(1, 0);
        assertEquals(BEFORE, limitsNow());
        assertEquals(1, read.get());
    }
}
