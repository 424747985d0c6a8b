package gyeolje.proof.blackbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * SHA-256 taken up where somebody else's digest left off: from the digest of a text and its length follows the digest of that text,
 * its padding, and anything more, without knowing the text.
 */
final class LengthExtension {
    private static final int BLOCK = 64;
    /** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
    private static final int[] ROUNDS = rounds();

    /** The padding that SHA-256 puts behind so many bytes. */
    static byte[] padding(int length) {
        int zeros = (BLOCK + 55 - length % BLOCK) % BLOCK;
        return ByteBuffer.allocate(1 + zeros + 8)
                .put((byte) 0x80)
                .position(1 + zeros)
                .putLong(length * 8L)
                .array();
    }

    /** The digest of the text, its padding and the suffix. */
    static String forge(String digest, int length, String suffix) {
        var state = ByteBuffer.wrap(HexFormat.of().parseHex(digest)).asIntBuffer();
        var words = new int[8];
        state.get(words);
        int before = length + padding(length).length;
        var rest = new ByteArrayOutputStream();
        rest.writeBytes(suffix.getBytes(US_ASCII));
        rest.writeBytes(padding(before + suffix.length()));
        var blocks = ByteBuffer.wrap(rest.toByteArray());
        while (blocks.hasRemaining()) compress(words, blocks);
        var forged = ByteBuffer.allocate(32);
        for (int word : words) forged.putInt(word);
        return HexFormat.of().formatHex(forged.array());
    }

    private static void compress(int[] state, ByteBuffer block) {
        var schedule = new int[BLOCK];
        for (int i = 0; i < 16; i++) schedule[i] = block.getInt();
        for (int i = 16; i < BLOCK; i++) {
            int early = schedule[i - 15];
            int late = schedule[i - 2];
            schedule[i] = schedule[i - 16]
                    + (turned(early, 7) ^ turned(early, 18) ^ (early >>> 3))
                    + schedule[i - 7]
                    + (turned(late, 17) ^ turned(late, 19) ^ (late >>> 10));
        }
        var s = state.clone();
        for (int i = 0; i < BLOCK; i++) round(s, schedule[i] + ROUNDS[i]);
        for (int i = 0; i < 8; i++) state[i] += s[i];
    }

    private static void round(int[] s, int word) {
        int first = s[7]
                + (turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25))
                + ((s[4] & s[5]) ^ (~s[4] & s[6]))
                + word;
        int second = (turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22))
                + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        System.arraycopy(s, 0, s, 1, 7);
        s[4] += first;
        s[0] = first + second;
    }

    private static int turned(int word, int by) {
        return Integer.rotateRight(word, by);
    }

    private static int[] rounds() {
        var rounds = new int[BLOCK];
        int found = 0;
        for (int candidate = 2; found < BLOCK; candidate++) {
            if (isPrime(candidate)) rounds[found++] = cubeRootFraction(candidate);
        }
        return rounds;
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) return false;
        }
        return true;
    }

    /** The root of the prime times 2 to the 96th, whose last 32 bits are the fraction's first. */
    private static int cubeRootFraction(int prime) {
        var target = java.math.BigInteger.valueOf(prime).shiftLeft(96);
        var root = java.math.BigInteger.ZERO;
        for (int bit = 36; bit >= 0; bit--) {
            var tried = root.setBit(bit);
            if (tried.pow(3).compareTo(target) <= 0) root = tried;
        }
        return root.intValue();
    }

    private LengthExtension() {}
}
