package gyeolje.bench.child;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The moment as a merchant writes it on a request. */
final class Moments {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    static String now() {
        return LocalDateTime.now(SEOUL).format(FORMAT);
    }

    private Moments() {}
}
