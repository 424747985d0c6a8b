package gyeolje.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import gyeolje.core.value.TransactionId;
import gyeolje.store.Keys.RequestKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Requests and the payments that are recognised by them, numbered from 0 as they came. Thousands of them are three objects, so that the
 * collector, which copies again and again what it finds alive, has next to nothing to do with them.
 *
 * <p>Not to be used by several threads at once.
 */
final class PackedRequests {
    private static final int REQUEST = 0;
    private static final int MERCHANT = 1;
    private static final int PAYMENT = 2;
    private static final int TEXTS = 3;
    private static final int BYTES = 128;
    private static final int FEWEST = 16;

    private int size;
    /** All ASCII, one behind the other. */
    private byte[] texts;
    /** Where each text ends, and so the next one begins. */
    private int[] ends;

    /** By hash, one more than the number of a request; 0 where there is none, which is so in half of the places at least. */
    private int[] table;

    PackedRequests(int expected) {
        int most = Math.max(FEWEST, expected);
        texts = new byte[most * BYTES];
        ends = new int[most * TEXTS];
        table = tableFor(most);
    }

    private static int[] tableFor(int most) {
        return new int[4 * Integer.highestOneBit(most)];
    }

    int size() {
        return size;
    }

    void add(RequestKey key, TransactionId payment) {
        if (TEXTS * size == ends.length) makeRoom();
        append(REQUEST, key.fingerprint().text());
        append(MERCHANT, key.merchant().text());
        append(PAYMENT, payment.text());
        enter(size++);
    }

    private void makeRoom() {
        ends = Arrays.copyOf(ends, 2 * ends.length);
        table = tableFor(2 * size);
        for (int number = 0; number < size; number++) enter(number);
    }

    private void append(int kind, String text) {
        var bytes = text.getBytes(ISO_8859_1);
        int from = start(size, kind);
        int to = from + bytes.length;
        if (to > texts.length) texts = Arrays.copyOf(texts, 2 * to);
        System.arraycopy(bytes, 0, texts, from, bytes.length);
        ends[TEXTS * size + kind] = to;
    }

    private int start(int number, int kind) {
        int before = TEXTS * number + kind - 1;
        return before < 0 ? 0 : ends[before];
    }

    private int end(int number, int kind) {
        return ends[TEXTS * number + kind];
    }

    private void enter(int number) {
        int place = place(request(number), merchant(number));
        while (table[place] != 0) place = next(place);
        table[place] = number + 1;
    }

    private int place(String request, String merchant) {
        int hash = 31 * request.hashCode() + merchant.hashCode();
        return (hash ^ hash >>> 16) & (table.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (table.length - 1);
    }

    /** The payment that is recognised by a request. */
    Optional<TransactionId> find(RequestKey key) {
        var request = key.fingerprint().text();
        var merchant = key.merchant().text();
        for (int place = place(request, merchant); table[place] != 0; place = next(place)) {
            int number = table[place] - 1;
            if (request(number).equals(request) && merchant(number).equals(merchant))
                return Optional.of(new TransactionId(payment(number)));
        }
        return Optional.empty();
    }

    String request(int number) {
        return text(number, REQUEST);
    }

    String merchant(int number) {
        return text(number, MERCHANT);
    }

    String payment(int number) {
        return text(number, PAYMENT);
    }

    private String text(int number, int kind) {
        int start = start(number, kind);
        return new String(texts, start, end(number, kind) - start, ISO_8859_1);
    }

    /** Their numbers, ordered by request and then by merchant. */
    int[] inOrder() {
        return IntStream.range(0, size)
                .boxed()
                .sorted((one, other) -> {
                    int byRequest = compare(one, other, REQUEST);
                    return byRequest != 0 ? byRequest : compare(one, other, MERCHANT);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int compare(int one, int other, int kind) {
        return Arrays.compare(texts, start(one, kind), end(one, kind), texts, start(other, kind), end(other, kind));
    }

    void clear() {
        size = 0;
        Arrays.fill(table, 0);
    }
}
