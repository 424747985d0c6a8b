package gyeolje.bench;

import java.io.PrintWriter;

/** Says what is being measured while it is. */
final class Progress {
    private final PrintWriter out;
    private final long start = System.nanoTime();

    Progress(PrintWriter out) {
        this.out = out;
    }

    PrintWriter out() {
        return out;
    }

    synchronized void say(String what) {
        out.printf("%5.0f s  %s%n", (System.nanoTime() - start) / 1e9, what);
        out.flush();
    }
}
