package gyeolje.gateway.flow;

import gyeolje.core.value.TransactionId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

/**
 * Draws transaction ids (merchant API, section 5: `ordr_idxx`): the second in Seoul, KK, and four characters that run on from a
 * random start in each second. The store refuses an id that another node drew, and the flow draws again; a clock set back never
 * repeats a second of this process.
 */
public final class TransactionIds implements Supplier<TransactionId> {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Seoul"));
    private static final int SPACE = 36 * 36 * 36 * 36;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private long second = Long.MIN_VALUE;
    private String prefix = "";
    private int next;
    private int left;

    public TransactionIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized TransactionId get() {
        long now = Math.max(second, clock.instant().getEpochSecond());
        if (now > second || left == 0) begin(Math.max(now, left == 0 && now == second ? second + 1 : now));
        left--;
        next = (next + 1) % SPACE;
        return new TransactionId(prefix + fourCharacters(next));
    }

    private void begin(long newSecond) {
        second = newSecond;
        prefix = SECOND.format(java.time.Instant.ofEpochSecond(newSecond)) + "KK";
        next = random.nextInt(SPACE);
        left = SPACE;
    }

    private static String fourCharacters(int number) {
        var text = Integer.toString(number + SPACE, 36).toUpperCase(java.util.Locale.ROOT);
        return text.substring(text.length() - 4);
    }
}
