package gyeolje.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** How many files and sockets a process may hold open: each connection is one on either side. */
final class OpenFiles {
    /** Libraries, stores, listeners. */
    private static final int OTHERS = 500;

    private static final int UNKNOWN = 1_000_000;

    static int most() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof UnixOperatingSystemMXBean unix
                ? (int) Math.min(UNKNOWN, unix.getMaxFileDescriptorCount())
                : UNKNOWN;
    }

    /** How many connections a generator may have. */
    static int connections() {
        return Math.max(1, most() - OTHERS);
    }

    /** How many connections upstream a gateway may have that so many merchants are connected to. */
    static int upstream(int connected) {
        return Math.min(connected, connections() - connected);
    }

    /** How many pays may be in flight when at least half of them are to be on the wire upstream. */
    static int inFlight() {
        return connections() * 2 / 3;
    }
}
