package gyeolje.sandbox.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The faults in force, oldest first; each call meets at most one. */
public final class Faults {
    /** {@code times} that means: until cleared. */
    public static final int UNTIL_CLEARED = -1;

    private static final int MOST = 1000;

    private final List<InForce> list = new ArrayList<>();
    private volatile boolean any;

    /** A fault with the number of calls it will still hit, and for a late one the moment it ends. */
    public record InForce(Fault fault, int left, Instant until) {}

    /** False when too many are in force already. */
    public synchronized boolean add(Fault fault, int times, Instant now) {
        if (list.size() >= MOST) {
            return false;
        }
        boolean timed = fault.kind() == FaultKind.LATE && fault.on() != Operation.APPROVE;
        Instant until = timed ? now.plus(fault.pause()) : Instant.MAX;
        list.add(new InForce(fault, timed ? UNTIL_CLEARED : times, until));
        any = true;
        return true;
    }

    public synchronized void clear() {
        list.clear();
        any = false;
    }

    public synchronized List<InForce> inForce() {
        return List.copyOf(list);
    }

    /** The first fault that fits this call; one of its times is thereby spent. */
    Optional<Fault> take(Operation operation, Map<String, String> request, Instant now) {
        return any ? search(operation, request, now) : Optional.empty();
    }

    private synchronized Optional<Fault> search(Operation operation, Map<String, String> request, Instant now) {
        list.removeIf(fault -> !now.isBefore(fault.until()));
        for (int i = 0; i < list.size(); i++) {
            InForce found = list.get(i);
            if (found.fault().on() == operation && fits(found.fault().order(), request)) {
                spend(i, found);
                return Optional.of(found.fault());
            }
        }
        any = !list.isEmpty();
        return Optional.empty();
    }

    private void spend(int index, InForce found) {
        if (found.left() == 1) {
            list.remove(index);
            any = !list.isEmpty();
        } else if (found.left() != UNTIL_CLEARED) {
            list.set(index, new InForce(found.fault(), found.left() - 1, found.until()));
        }
    }

    private static boolean fits(String order, Map<String, String> request) {
        return order.isEmpty()
                || order.equals(request.get("ordr_idxx"))
                || order.equals(request.get("ordr_no"))
                || order.equals(request.get("order_no"))
                || order.equals(request.get("tno"));
    }
}
