package gyeolje.sandbox.wire;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as KCP writes them: {@code yyyyMMddHHmmss} in Seoul. */
public final class Seoul {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private Seoul() {}

    public static String second(Instant at) {
        return SECOND.format(at.atZone(ZONE));
    }

    public static String day(Instant at) {
        return second(at).substring(0, 8);
    }
}
