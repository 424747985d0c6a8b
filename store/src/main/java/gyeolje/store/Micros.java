package gyeolje.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the tables hold them: microseconds since 1970. */
final class Micros {
    static long of(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private Micros() {}
}
