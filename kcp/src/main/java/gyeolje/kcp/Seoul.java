package gyeolje.kcp;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** KCP's clock. */
final class Seoul {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    static LocalDateTime now(InstantSource clock) {
        return LocalDateTime.ofInstant(clock.instant(), ZONE).truncatedTo(ChronoUnit.SECONDS);
    }

    private Seoul() {}
}
