package gyeolje.gateway.flow;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import gyeolje.core.merchant.Merchant;
import gyeolje.core.value.MerchantId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Merchants as of at most two seconds ago, so that a change made beside a running gateway counts at once. */
public final class MerchantDesk {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    private final LoadingCache<MerchantId, Optional<Merchant>> known;

    public MerchantDesk(Function<MerchantId, Optional<Merchant>> merchants) {
        this.known =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build(merchants::apply);
    }

    /** Without looking into the store; empty when it must be asked. */
    @SuppressWarnings("NullAway") // the cache answers null for an absent key
    public Optional<Optional<Merchant>> cached(MerchantId id) {
        return Optional.ofNullable(known.getIfPresent(id));
    }

    public Optional<Merchant> find(MerchantId id) {
        return known.get(id);
    }
}
