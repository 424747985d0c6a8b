package gyeolje.bench;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as a merchant writes them on a request. */
public final class Moments {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    public static LocalDateTime inSeoul() {
        return inSeoul(Instant.now());
    }

    public static LocalDateTime inSeoul(Instant moment) {
        return LocalDateTime.ofInstant(moment, SEOUL);
    }

    public static String text(LocalDateTime moment) {
        return moment.format(FORMAT);
    }

    private Moments() {}
}
