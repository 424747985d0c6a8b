package gyeolje.proof.blackbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the merchant API says to each odd value of each field (section 5 and 6). Written by hand from its text: 6001 and 6002 name
 * the field, 0000 is an odd but good request, 413 is above what a body may have. `bwelk` is 뷁, which EUC-KR lacks and windows-949
 * has; `apart` is 가 as two letters.
 */
final class FieldTable {
    static final String ORDER = """
            field            missing null  empty blank long  number control surrogate fullwidth bar   less  quote crlf  emoji bwelk apart
            orderNumber      6001    6001  6001  6001  6002  6002   6002    6002      6002      6002  6002  6002  6002  6002  6002  6002
            userAgent        0000    0000  0000  0000  6002  6002   6002    6002      6002      6002  6002  6002  6002  6002  6002  6002
            appUrl           0000    0000  0000  0000  6002  6002   6002    6002      6002      0000  6002  6002  6002  6002  6002  6002
            amount           6001    6001  6001  6001  6002  6002   6002    6002      6002      6002  6002  6002  6002  6002  6002  6002
            itemName         6001    6001  6001  6001  6002  6002   6002    6002      0000      0000  0000  0000  6002  0000  0000  0000
            userName         6001    6001  6001  6001  6002  6002   6002    6002      0000      0000  0000  0000  6002  0000  0000  0000
            returnUrl        6001    6001  6001  6001  6002  6002   6002    6002      0000      6002  6002  6002  6002  0000  0000  0000
            userEmail        0000    0000  0000  0000  6002  6002   6002    6002      0000      0000  0000  0000  6002  0000  0000  0000
            signature        6001    6001  6001  6001  6002  6002   6002    6002      6002      6002  6002  6002  6002  6002  6002  6002
            timestamp        6001    6001  6001  6001  6002  6002   6002    6002      6002      6002  6002  6002  6002  6002  6002  6002
            cashbillYn       0000    0000  0000  0000  6002  6002   6002    6002      6002      6002  6002  6002  6002  6002  6002  6002
            merchantId       0000    0000  0000  0000  6002  6002   6002    6002      6002      6002  6002  6002  6002  6002  6002  6002
            mobileNumber     0000    0000  0000  0000  6002  6002   6002    6002      6002      6002  6002  6002  6002  6002  6002  6002
            """;

    /** 6004 is KCP's own word: to us enc_data and enc_info are opaque. */
    static final String PAY = """
            field            missing null  empty blank long  number control surrogate fullwidth bar   less  quote crlf  emoji bwelk apart
            res_cd           6001    6001  6001  6001  9002  6002   6002    6002      9002      9002  9002  9002  6002  9002  9002  9002
            enc_info         6001    6001  6001  6001  413   6002   6002    6002      6002      6004  6004  6004  6002  6002  6002  6002
            enc_data         6001    6001  6001  6001  413   6002   6002    6002      6002      6004  6004  6004  6002  6002  6002  6002
            tran_cd          0000    0000  0000  0000  6002  6002   6002    6002      6002      6002  6002  6002  6002  6002  6002  6002
            card_pay_method  6001    6001  6001  6001  6002  6002   6002    6002      0000      0000  0000  0000  6002  0000  0000  0000
            ordr_idxx        6001    6001  6001  6001  8001  6002   6002    6002      8001      8001  8001  8001  6002  8001  8001  8001
            """;

    static final String CANCEL = """
            field            missing null  empty blank long  number control surrogate fullwidth bar   less  quote crlf  emoji bwelk apart
            transactionId    6001    6001  6001  6001  6002  6002   6002    6002      6002      6002  6002  6002  6002  6002  6002  6002
            cancelReason     6001    6001  6001  6001  6002  6002   6002    6002      0000      0000  0000  0000  6002  0000  0000  0000
            signature        6001    6001  6001  6001  6002  6002   6002    6002      6002      6002  6002  6002  6002  6002  6002  6002
            """;

    /** One character more than the field may have, and nothing else wrong. */
    static final Map<String, String> TOO_LONG = Map.ofEntries(
            Map.entry("orderNumber", "N".repeat(21)),
            Map.entry("userAgent", "WMM"),
            Map.entry("appUrl", "myshop://" + "p".repeat(120)),
            Map.entry("amount", "1" + "0".repeat(12)),
            Map.entry("itemName", "가".repeat(101)),
            Map.entry("userName", "가".repeat(51)),
            Map.entry("returnUrl", "https://shop.example.com/" + "r".repeat(176)),
            Map.entry("userEmail", "m".repeat(40) + "@mail.examp"),
            Map.entry("signature", "a".repeat(65)),
            Map.entry("timestamp", "202604011200000"),
            Map.entry("cashbillYn", "YY"),
            Map.entry("mobileNumber", "010123456789"),
            Map.entry("merchantId", "testers"),
            Map.entry("res_cd", "00000"),
            Map.entry("enc_info", "A".repeat(256 * 1024)),
            Map.entry("enc_data", "A".repeat(256 * 1024)),
            Map.entry("tran_cd", "001000000"),
            Map.entry("card_pay_method", "K".repeat(21)),
            Map.entry("ordr_idxx", "20260401120000KK00001"),
            Map.entry("transactionId", "20260401120000KK00001"),
            Map.entry("cancelReason", "가".repeat(257)));

    /** One cell. */
    record Cell(String field, Oddity oddity, String code) {
        String title() {
            return field + " " + oddity.name().toLowerCase(Locale.ROOT) + ": " + code;
        }

        /** In the words of {@link Hears}. */
        String expected() {
            return switch (code) {
                case "6001", "6002" -> code + " " + field;
                case "413" -> "413 6003";
                default -> code;
            };
        }

        /** Whether the acquirer may hear of such a request at all. */
        boolean goesUpstream() {
            return code.equals("0000") || code.equals("6004");
        }
    }

    static List<Cell> cells(String table) {
        var rows = new ArrayList<Cell>();
        var lines = table.lines().map(FieldTable::words).toList();
        var titles = lines.getFirst();
        for (var line : lines.subList(1, lines.size())) {
            for (int i = 1; i < line.size(); i++) {
                var oddity = Oddity.valueOf(titles.get(i).toUpperCase(Locale.ROOT));
                rows.add(new Cell(line.getFirst(), oddity, line.get(i)));
            }
        }
        return rows;
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.split(" +", -1));
    }

    private FieldTable() {}
}
