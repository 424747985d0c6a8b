package gyeolje.gateway.log;

import java.security.SecureRandom;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The values that must never be logged, wherever in a line they stand: merchants' keys, master keys, passwords. Only a number made of each
 * is kept, with a base that is drawn at the start, so that no further copy of a secret lies in memory.
 */
public final class KnownSecrets {
    /** What is shorter would be found in lines that have nothing to do with it. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 256;
    private static final int MOST = 100_000;
    private static final KnownSecrets OF_THIS_PROCESS = new KnownSecrets(new SecureRandom().nextLong());

    private final long base;
    private final Map<Integer, Set<Long>> byLength = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    KnownSecrets(long random) {
        this.base = random | 1;
    }

    /** From now on no line of this process shows it. */
    public static void hide(String secret) {
        OF_THIS_PROCESS.add(secret);
    }

    static KnownSecrets ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    void add(String secret) {
        int length = secret.length();
        if (length < SHORTEST || length > LONGEST || number.get() >= MOST) return;
        var alike = byLength.computeIfAbsent(length, _ -> ConcurrentHashMap.newKeySet());
        if (alike.add(beginnings(secret)[length])) number.incrementAndGet();
    }

    /** Which characters of a text belong to a secret. */
    BitSet in(String text) {
        var found = new BitSet();
        if (text.length() < SHORTEST) return found;
        var beginnings = beginnings(text);
        byLength.forEach((length, alike) -> {
            long power = power(length);
            for (int from = 0; from + length <= text.length(); from++) {
                if (alike.contains(beginnings[from + length] - beginnings[from] * power))
                    found.set(from, from + length);
            }
        });
        return found;
    }

    /** The number of each beginning of a text; that of any part follows from two of them. */
    private long[] beginnings(String text) {
        var numbers = new long[text.length() + 1];
        for (int i = 0; i < text.length(); i++) numbers[i + 1] = numbers[i] * base + text.charAt(i) + 1;
        return numbers;
    }

    private long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) power *= base;
        return power;
    }
}
