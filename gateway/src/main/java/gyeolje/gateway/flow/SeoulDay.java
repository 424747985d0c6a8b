package gyeolje.gateway.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Days and times in Seoul: limits and answers are counted in them, whatever the machine's zone is. */
final class SeoulDay {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, SEOUL);
    }

    static LocalDateTime timeOf(Instant instant) {
        return LocalDateTime.ofInstant(instant, SEOUL);
    }

    private SeoulDay() {}
}
