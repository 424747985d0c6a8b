package gyeolje.gateway.log;

import java.security.SecureRandom;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

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

    private static final int SIEVE = 1 << 20;

    private final long base;
    private final Map<Integer, Alike> byLength = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    /** A bit for each secret, so that most stretches of a text are told from all of them at a glance. */
    private final AtomicIntegerArray sieve = new AtomicIntegerArray(SIEVE / Integer.SIZE);

    /**
     * The secrets of one length.
     *
     * @param power of the base, to that length
     */
    private record Alike(long power, Set<Long> numbers) {}

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
        var alike = byLength.computeIfAbsent(length, _ -> new Alike(power(length), ConcurrentHashMap.newKeySet()));
        long secretNumber = beginnings(secret)[length];
        if (alike.numbers().add(secretNumber)) number.incrementAndGet();
        sieve.accumulateAndGet(place(secretNumber) / Integer.SIZE, bit(secretNumber), (bits, one) -> bits | one);
    }

    /** Which characters of a text belong to a secret. */
    BitSet in(String text) {
        var found = new BitSet();
        if (text.length() < SHORTEST) return found;
        var beginnings = beginnings(text);
        byLength.forEach((length, alike) -> {
            for (int from = 0; from + length <= text.length(); from++) {
                long part = beginnings[from + length] - beginnings[from] * alike.power();
                if (isInSieve(part) && alike.numbers().contains(part)) found.set(from, from + length);
            }
        });
        return found;
    }

    private boolean isInSieve(long part) {
        return (sieve.get(place(part) / Integer.SIZE) & bit(part)) != 0;
    }

    private static int place(long part) {
        return (int) ((part * 0x9E3779B97F4A7C15L) >>> 44);
    }

    private static int bit(long part) {
        return 1 << (place(part) % Integer.SIZE);
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
