package gyeolje.gateway.flow;

import java.security.SecureRandom;
import java.util.function.LongSupplier;

/** Draws the numbers by which a gateway knows its own claims. They have twelve digits at most, so that none looks like a card's. */
public final class ClaimNumbers implements LongSupplier {
    private static final long BELOW = 1_000_000_000_000L;

    private final SecureRandom random = new SecureRandom();

    @Override
    public long getAsLong() {
        return random.nextLong(BELOW);
    }
}
