package gyeolje.gateway.flow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gyeolje.core.merchant.Merchant;
import gyeolje.core.value.MerchantId;
import gyeolje.store.Merchants.Edition;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Merchants as of at most two seconds ago, so that a change made beside a running gateway counts at once. Every second one question
 * asks whether anything changed; only then are merchants read anew, and otherwise once a minute.
 */
public final class MerchantDesk {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Supplier<Edition> editions;
    private final Function<MerchantId, Optional<Merchant>> merchants;
    private final LongSupplier nanos;
    private final Executor aside;
    private final AtomicReference<Optional<Sheet>> current = new AtomicReference<>(Optional.empty());
    private final AtomicReference<@Nullable CompletableFuture<Sheet>> question = new AtomicReference<>();

    /** @param aside asks for the edition */
    public MerchantDesk(
            Supplier<Edition> editions,
            Function<MerchantId, Optional<Merchant>> merchants,
            LongSupplier nanos,
            Executor aside) {
        this.editions = editions;
        this.merchants = merchants;
        this.nanos = nanos;
        this.aside = aside;
    }

    /**
     * Merchants that were read while the store was of an edition.
     *
     * @param asOf when the store was asked for it last
     */
    private record Sheet(Edition edition, long asOf, Cache<MerchantId, Optional<Merchant>> known) {}

    /** Without looking into the store; empty when it must be asked. */
    @SuppressWarnings("NullAway") // the cache answers null for an absent key
    public Optional<Optional<Merchant>> cached(MerchantId id) {
        return fresh().flatMap(sheet -> Optional.ofNullable(sheet.known.getIfPresent(id)));
    }

    /** Who waits for the same question hears the same failure. */
    public Optional<Merchant> find(MerchantId id) {
        return fresh().orElseGet(this::awaited).known.get(id, merchants);
    }

    /** Has it renewed in time, so that hardly anybody waits. */
    private Optional<Sheet> fresh() {
        var sheet = current.get();
        if (sheet.isEmpty()) return sheet;
        long age = nanos.getAsLong() - sheet.get().asOf;
        if (age >= FRESH.toNanos()) return Optional.empty();
        if (age >= ASKED_AGAIN.toNanos()) {
            var _ = ask();
        }
        return sheet;
    }

    private Sheet awaited() {
        try {
            return ask().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    private CompletableFuture<Sheet> ask() {
        var mine = new CompletableFuture<Sheet>();
        var known = question.compareAndExchange(null, mine);
        if (known != null) return known;
        aside.execute(() -> answer(mine));
        return mine;
    }

    private void answer(CompletableFuture<Sheet> asked) {
        try {
            var renewed = renewed();
            current.set(Optional.of(renewed));
            question.set(null);
            asked.complete(renewed);
        } catch (RuntimeException | Error e) {
            question.set(null);
            asked.completeExceptionally(e);
        }
    }

    private Sheet renewed() {
        long asOf = nanos.getAsLong();
        var edition = editions.get();
        var known = current.get().filter(it -> it.edition.equals(edition)).map(Sheet::known);
        return new Sheet(edition, asOf, known.orElseGet(this::nobody));
    }

    private Cache<MerchantId, Optional<Merchant>> nobody() {
        return Caffeine.newBuilder()
                .ticker(nanos::getAsLong)
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .build();
    }
}
