package gyeolje.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.core.value.Digests;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import gyeolje.store.Keys.RequestKey;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PackedRequestsTest {
    private final Random random = new Random(1);

    /** Times of one to seventeen digits, and digests that several merchants share. */
    private RequestKey key(int number) {
        var time = "20260401120000123".substring(0, 1 + random.nextInt(17));
        var digest = Digests.sha256("request " + number / 2);
        return new RequestKey(new MerchantId("merchant-" + random.nextInt(5)), Fingerprint.of(time, digest));
    }

    private static TransactionId payment(int number) {
        return new TransactionId("20260401120000AB%04d".formatted(number));
    }

    @Test
    void each_of_thousands_is_found_and_nothing_else_however_many_were_expected() {
        for (int expected : new int[] {0, 100, 10_000}) {
            var packed = new PackedRequests(expected);
            for (int round = 0; round < 2; round++) {
                Map<RequestKey, TransactionId> known = new LinkedHashMap<>();
                for (int i = 0; i < 5_000; i++) {
                    var key = key(i);
                    if (known.putIfAbsent(key, payment(i)) == null) packed.add(key, payment(i));
                }
                assertEquals(known.size(), packed.size());
                known.forEach((key, payment) -> assertEquals(Optional.of(payment), packed.find(key)));
                for (int i = 0; i < 5_000; i++) {
                    var key = key(i);
                    assertEquals(Optional.ofNullable(known.get(key)), packed.find(key));
                }
                assertEquals(inOrder(known), inOrder(packed));
                packed.clear();
                assertEquals(
                        Optional.empty(), packed.find(known.keySet().iterator().next()));
            }
        }
    }

    private static String inOrder(Map<RequestKey, TransactionId> known) {
        var text = new StringBuilder();
        known.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<RequestKey, ?> it) ->
                                it.getKey().fingerprint().text())
                        .thenComparing(it -> it.getKey().merchant().text()))
                .forEach(it -> text.append(line(
                        it.getKey().fingerprint().text(),
                        it.getKey().merchant().text(),
                        it.getValue().text())));
        return text.toString();
    }

    private static String inOrder(PackedRequests packed) {
        var text = new StringBuilder();
        Arrays.stream(packed.inOrder())
                .forEach(it -> text.append(line(packed.request(it), packed.merchant(it), packed.payment(it))));
        return text.toString();
    }

    private static String line(String request, String merchant, String payment) {
        return request + " " + merchant + " " + payment + "\n";
    }
}
