package gyeolje.core.request;

import static gyeolje.core.request.FieldRule.implied;
import static gyeolje.core.request.FieldRule.optional;
import static gyeolje.core.request.FieldRule.required;
import static gyeolje.core.request.FieldRule.sameMerchant;

import gyeolje.core.payment.Order;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.Text;
import gyeolje.core.value.Won;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/** The order's fields in the protocol's order, as a merchant's profile wants them read (merchant API, sections 3 and 5). */
final class OrderTable {
    static final List<String> NAMES = List.of(
            "orderNumber",
            "userAgent",
            "appUrl",
            "amount",
            "itemName",
            "userName",
            "returnUrl",
            "userEmail",
            "signature",
            "timestamp",
            "cashbillYn",
            "mobileNumber");

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Duration FRESH = Duration.ofMinutes(10);

    static List<FieldRule> of(Reading reading, boolean mobile) {
        return List.of(
                sameMerchant(reading.merchant()),
                required("orderNumber", 20, OrderNumber::isWellFormed),
                implied("userAgent", 2, window(reading, mobile)),
                optional("appUrl", 128, Formats::isAppUrl),
                required("amount", 12, Won::isWellFormed),
                required("itemName", Integer.MAX_VALUE, Formats.isName(100)),
                required("userName", Integer.MAX_VALUE, Formats.isName(50)),
                required("returnUrl", 200, returnUrl(reading, mobile)),
                optional("userEmail", 50, Formats::isMail),
                required("signature", 64, Formats::isSignature),
                required("timestamp", 17, timestamp(reading)),
                optional("cashbillYn", 1, Formats::isYesOrNo),
                optional("mobileNumber", 11, Formats::isMobileNumber));
    }

    private static Predicate<String> window(Reading reading, boolean mobile) {
        boolean windowWouldOpen =
                reading.profile() != Profile.STRICT || !mobile || Order.looksMobile(reading.shopperUserAgent());
        return text -> windowWouldOpen && (text.isEmpty() || text.equals("WM") || text.equals("WP"));
    }

    private static Predicate<String> returnUrl(Reading reading, boolean mobile) {
        return switch (reading.profile()) {
            case LEGACY -> Text::isPrintable;
            case STANDARD -> mobile ? Formats::isWebUrl : Text::isPrintable;
            case STRICT -> text -> Formats.isSecureUrlTo(reading.returnHosts(), text);
        };
    }

    private static Predicate<String> timestamp(Reading reading) {
        return switch (reading.profile()) {
            case LEGACY -> Formats::isAnyTimestamp;
            case STANDARD -> Formats::isTimestamp;
            case STRICT -> text -> Formats.isTimestamp(text) && isFresh(text, reading);
        };
    }

    /** Seconds run to 60 and days to 31 in the protocol, so the parts are added up rather than parsed as a date. */
    private static boolean isFresh(String timestamp, Reading reading) {
        try {
            var start = LocalDateTime.of(part(timestamp, 0, 4), part(timestamp, 4, 6), 1, 0, 0);
            var said = start.plusDays(part(timestamp, 6, 8) - 1L)
                    .plusHours(part(timestamp, 8, 10))
                    .plusMinutes(part(timestamp, 10, 12))
                    .plusSeconds(part(timestamp, 12, 14));
            var distance = Duration.between(said.atZone(SEOUL).toInstant(), reading.now())
                    .abs();
            return distance.compareTo(FRESH) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int part(String timestamp, int from, int to) {
        return Integer.parseInt(timestamp.substring(from, to));
    }

    private OrderTable() {}
}
