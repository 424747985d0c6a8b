package gyeolje.bench.load;

/** Looks for bytes among bytes. */
final class Bytes {
    /** Where it begins, or -1. */
    static int find(byte[] in, int from, int to, byte[] what) {
        int last = to - what.length;
        for (int at = from; at <= last; at++) {
            if (in[at] == what[0] && isAt(in, at, what)) return at;
        }
        return -1;
    }

    private static boolean isAt(byte[] in, int at, byte[] what) {
        for (int i = 1; i < what.length; i++) {
            if (in[at + i] != what[i]) return false;
        }
        return true;
    }

    private Bytes() {}
}
