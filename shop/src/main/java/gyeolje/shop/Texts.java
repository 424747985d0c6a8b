package gyeolje.shop;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** How amounts and times read. */
final class Texts {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("yyyy. M. d. HH:mm:ss");
    private static final Pattern WIRE_TIME = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)");

    private Texts() {}

    static String won(long won, Language language) {
        var grouped = String.format(Locale.ROOT, "%,d", won);
        return switch (language) {
            case KOREAN -> grouped + "원";
            case ENGLISH -> "₩" + grouped;
        };
    }

    /** An amount as the protocol writes it; anything else is shown as it came. */
    static String won(String wire, Language language) {
        return wire.matches("\\d{1,12}") ? won(Long.parseLong(wire), language) : wire;
    }

    /** A time as the protocol writes it (yyyyMMddHHmmss, Seoul); anything else is shown as it came. */
    static String time(String wire) {
        var parts = WIRE_TIME.matcher(wire);
        if (!parts.matches()) return wire;
        return parts.group(1) + ". " + plain(parts.group(2)) + ". " + plain(parts.group(3)) + ". " + parts.group(4)
                + ":" + parts.group(5) + ":" + parts.group(6);
    }

    static String time(long milliseconds) {
        return READABLE.format(Instant.ofEpochMilli(milliseconds).atZone(SEOUL));
    }

    private static String plain(String twoDigits) {
        return String.valueOf(Integer.parseInt(twoDigits));
    }
}
