package gyeolje.proof.world;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Many byte strings looked for at once, however large the haystack. Each is at least eight bytes long; the last so many bytes of the
 * haystack are kept, and what ends them is compared only where its last eight bytes are those of a needle.
 */
final class Needles {
    private static final int TAIL = 8;
    private static final int WINDOW = 1 << 12;

    private final Map<Long, List<Needle>> byTail = new HashMap<>();
    private final boolean[] sieve = new boolean[1 << 20];

    /** What to look for, and what to call it when it is found. */
    private static final class Needle {
        final byte[] bytes;
        final String name;

        Needle(byte[] bytes, String name) {
            this.bytes = bytes;
            this.name = name;
        }
    }

    void add(byte[] bytes, String name) {
        if (bytes.length < TAIL || bytes.length > WINDOW) throw new IllegalArgumentException("no needle: " + name);
        long tail = 0;
        for (int i = bytes.length - TAIL; i < bytes.length; i++) tail = (tail << 8) | (bytes[i] & 0xFF);
        byTail.computeIfAbsent(tail, _ -> new ArrayList<>()).add(new Needle(bytes.clone(), name));
        sieve[hash(tail)] = true;
    }

    Set<String> in(byte[] haystack) {
        try {
            return in(new ByteArrayInputStream(haystack));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The names of all needles that the stream holds. */
    Set<String> in(InputStream haystack) throws IOException {
        var found = new TreeSet<String>();
        var window = new byte[2 * WINDOW];
        var buffered = new BufferedInputStream(haystack, 1 << 16);
        int end = 0;
        long tail = 0;
        for (int octet = buffered.read(); octet >= 0; octet = buffered.read()) {
            if (end == window.length) {
                System.arraycopy(window, WINDOW, window, 0, WINDOW);
                end = WINDOW;
            }
            window[end++] = (byte) octet;
            tail = (tail << 8) | octet;
            if (sieve[hash(tail)]) ending(window, end, tail, found);
        }
        return found;
    }

    private void ending(byte[] window, int end, long tail, Set<String> found) {
        for (var needle : byTail.getOrDefault(tail, List.of())) {
            int start = end - needle.bytes.length;
            if (start >= 0 && Arrays.equals(window, start, end, needle.bytes, 0, needle.bytes.length))
                found.add(needle.name);
        }
    }

    private static int hash(long tail) {
        return (int) ((tail * 0x9E3779B97F4A7C15L) >>> 44);
    }
}
