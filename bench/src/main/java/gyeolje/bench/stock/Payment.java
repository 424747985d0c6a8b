package gyeolje.bench.stock;

import gyeolje.bench.Moments;
import gyeolje.bench.Town;
import gyeolje.core.value.Digests;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What sets one stored payment apart from the next: everything else in their rows is the same.
 *
 * @param digest of the order number, where a real one hashes the whole request
 * @param local when it was approved, in Seoul
 */
record Payment(
        String merchant,
        String transaction,
        String number,
        String digest,
        String stamp,
        Instant at,
        String local,
        LocalDate day,
        String tno) {
    private static final int SPACE = 36 * 36 * 36 * 36;
    private static final int TNOS = 100_000_000;
    private static final DateTimeFormatter TNO_DAY = DateTimeFormatter.ofPattern("uuMMdd");

    /** The one of that number, counted from 0. At most {@link #SPACE} share a second. */
    static Payment of(long sequence, int merchant, Instant at) {
        var inSeoul = Moments.inSeoul(at);
        var stamp = Moments.text(inSeoul);
        var number = "H-%012d".formatted(sequence);
        return new Payment(
                Town.unlimited(merchant).text(),
                stamp + "KK" + fourCharacters((int) (sequence % SPACE)),
                number,
                Digests.sha256(number).text(),
                stamp,
                at,
                inSeoul.withNano(0).toString(),
                inSeoul.toLocalDate(),
                inSeoul.format(TNO_DAY) + "%08d".formatted(sequence % TNOS));
    }

    private static String fourCharacters(int number) {
        return Integer.toString(number + SPACE, 36).toUpperCase(Locale.ROOT).substring(1);
    }

    /** How a claim and a limit name its day. */
    String claimDay() {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Where its buyer is sealed: nowhere else does the sealed value open. */
    String sealPlace() {
        return "payment/" + merchant + "/" + transaction;
    }
}
