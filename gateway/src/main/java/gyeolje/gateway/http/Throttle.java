package gyeolje.gateway.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gyeolje.core.value.MerchantId;
import gyeolje.gateway.http.Route.Operation;
import gyeolje.gateway.http.TokenBucket.Rate;
import gyeolje.gateway.settings.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one merchant may ask for in a time. Requests count by merchant and route, where a rate is configured; bad signatures by merchant
 * and address, and only they are refused for it: whoever guesses does not lock out the one whose key they guess.
 */
final class Throttle {
    private static final Logger LOG = LoggerFactory.getLogger(Throttle.class);
    private static final int MOST_BUCKETS = 10_000;
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_BURST = Duration.ofHours(1);
    private static final int NETWORK_BYTES = 8;

    private final Map<Operation, Rate> rates;
    private final Optional<Rate> badSignatures;
    private final LongSupplier nanos;
    private final Cache<Route, TokenBucket> requests = buckets();
    private final Cache<Guesser, Guesses> guesses = buckets();
    private final Counter badSignature;
    private final Counter tooManyRequests;
    private final Counter tooManyAtOnce;
    private final Counter tooManyGuesses;

    /** An IPv6 address counts as its network of 64 bits, within which everybody can have any. */
    private record Guesser(MerchantId merchant, String network) {}

    private record Guesses(TokenBucket bucket, AtomicLong reportedAt) {}

    Throttle(Settings.Rates settings, MeterRegistry registry, LongSupplier nanos) {
        this.rates = new EnumMap<>(Operation.class);
        rate(Operation.ORDER, settings.order(), settings.burst());
        rate(Operation.PAY, settings.pay(), settings.burst());
        rate(Operation.CANCEL, settings.cancel(), settings.burst());
        int bad = settings.badSignatures();
        this.badSignatures = bad == 0 ? Optional.empty() : Optional.of(Rate.of(bad, Duration.ofMinutes(1), bad));
        this.nanos = nanos;
        this.badSignature = Counter.builder("gyeolje.bad.signatures")
                .description("Requests whose signature was wrong")
                .register(registry);
        this.tooManyRequests = throttled(registry, "rate");
        this.tooManyAtOnce = throttled(registry, "under-way");
        this.tooManyGuesses = throttled(registry, "signature");
    }

    private static Counter throttled(MeterRegistry registry, String reason) {
        return Counter.builder("gyeolje.throttled")
                .description("Requests that were refused because there were too many")
                .tag("reason", reason)
                .register(registry);
    }

    private static <K, V> Cache<K, V> buckets() {
        return Caffeine.newBuilder().maximumSize(MOST_BUCKETS).build();
    }

    private void rate(Operation operation, int perSecond, Duration burst) {
        if (perSecond == 0) return;
        long millis = Math.min(burst.toMillis(), LONGEST_BURST.toMillis());
        int most = Math.clamp(perSecond * millis / 1000, 1, Integer.MAX_VALUE);
        rates.put(operation, Rate.of(perSecond, Duration.ofSeconds(1), most));
    }

    /** How long a merchant has to wait before it may send this request; nothing when it need not. */
    Duration delay(Route route) {
        var rate = rates.get(route.operation());
        if (rate == null) return Duration.ZERO;
        long now = nanos.getAsLong();
        var delay = requests.get(route, _ -> new TokenBucket(rate, now)).take(now);
        if (delay.isPositive()) tooManyRequests.increment();
        return delay;
    }

    /** Somebody was refused because too much of theirs is under way. */
    void tooManyAtOnce() {
        tooManyAtOnce.increment();
    }

    /** Counts a bad signature; answers how long to wait before the next one, or nothing while there were few. */
    Duration afterBadSignature(MerchantId merchant, InetAddress from) {
        badSignature.increment();
        if (badSignatures.isEmpty()) return Duration.ZERO;
        long now = nanos.getAsLong();
        var seen = guesses.get(
                new Guesser(merchant, network(from)),
                _ -> new Guesses(new TokenBucket(badSignatures.get(), now), new AtomicLong(now - SILENCE.toNanos())));
        var delay = seen.bucket().take(now);
        if (delay.isPositive()) report(merchant, from, seen, now);
        return delay;
    }

    private void report(MerchantId merchant, InetAddress from, Guesses seen, long now) {
        tooManyGuesses.increment();
        long reportedAt = seen.reportedAt().get();
        if (now - reportedAt < SILENCE.toNanos() || !seen.reportedAt().compareAndSet(reportedAt, now)) return;
        LOG.atError()
                .addKeyValue("merchant", merchant)
                .addKeyValue("address", from.getHostAddress())
                .log("many bad signatures: somebody guesses, or a server of the merchant has a wrong key");
    }

    private static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) return address.getHostAddress();
        return Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES));
    }
}
