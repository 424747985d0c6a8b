package gyeolje.sdk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/** The pause before the next attempt: what the server asked for, or a growing one with some chance in it. */
final class RetryAfter {
    /** A longer wish than this is not waited for: the caller learns of the overload instead. */
    private static final long LONGEST_MILLIS = 30_000;

    private static final long FIRST_MILLIS = 300;

    private final long asked;

    private RetryAfter(long asked) {
        this.asked = asked;
    }

    /** @param header seconds or an HTTP date; anything else counts as absent */
    static RetryAfter of(String header) {
        if (header.matches("[0-9]{1,9}")) {
            return new RetryAfter(Long.parseLong(header) * 1000);
        }
        try {
            Instant when = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return new RetryAfter(
                    Math.max(0, Duration.between(Instant.now(), when).toMillis()));
        } catch (DateTimeException e) {
            return new RetryAfter(-1);
        }
    }

    boolean isTooLong() {
        return asked > LONGEST_MILLIS;
    }

    /** Milliseconds to wait after the given attempt (1 is the first). */
    long millis(int attempt) {
        long own = FIRST_MILLIS << Math.min(attempt - 1, 6);
        long jittered = own / 2 + ThreadLocalRandom.current().nextLong(own / 2 + 1);
        return asked >= 0 ? asked : jittered;
    }
}
