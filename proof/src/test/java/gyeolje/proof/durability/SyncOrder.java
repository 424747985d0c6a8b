package gyeolje.proof.durability;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the system calls of a gateway and of whoever writes its log ahead, in the order in which they happened: before each of
 * the bytes that promise something leave by a socket, the log was written and synced since the promise before.
 */
final class SyncOrder {
    private static final Pattern CALL = Pattern.compile("^(\\d+) +(?:<\\.\\.\\. )?(\\w+)");
    private static final Set<String> SYNCS = Set.of("fsync", "fdatasync");
    private static final Set<String> WRITES = Set.of("pwrite64", "pwritev");
    private static final Set<String> SENDS = Set.of("write", "writev", "sendto", "sendmsg");

    private final Pattern logAhead;
    private final List<String> promises;
    private final boolean alone;
    private final Set<String> syncing = new HashSet<>();
    private int writes;
    private int syncs;
    private boolean unsynced;
    private int kept;

    /**
     * A reader of calls.
     *
     * @param logAhead the file that is synced
     * @param promises texts of what leaves by sockets, in their order
     * @param alone nobody else writes to the log: then it has nothing unsynced either
     */
    SyncOrder(Pattern logAhead, List<String> promises, boolean alone) {
        this.logAhead = logAhead;
        this.promises = promises;
        this.alone = alone;
    }

    void assertKept(List<String> calls) {
        calls.forEach(this::read);
        if (kept != promises.size())
            throw new AssertionError(kept + " of " + promises.size() + " promises were seen in " + calls.size()
                    + " calls; the next is " + promises.get(kept));
    }

    private void read(String line) {
        var call = CALL.matcher(line);
        if (!call.find()) return;
        var thread = call.group(1);
        var name = call.group(2);
        boolean resumed = line.contains("<... ");
        if (WRITES.contains(name) && !resumed && isLog(line)) written();
        else if (SYNCS.contains(name) && resumed && syncing.remove(thread)) synced(line);
        else if (SYNCS.contains(name) && isLog(line)) begun(thread, line);
        else if (SENDS.contains(name) && !resumed && line.contains("TCP") && isNext(line)) promised(line);
    }

    private boolean isLog(String line) {
        return logAhead.matcher(line).find();
    }

    private void written() {
        writes++;
        unsynced = true;
    }

    private void begun(String thread, String line) {
        if (line.contains("<unfinished")) syncing.add(thread);
        else synced(line);
    }

    private void synced(String line) {
        if (!line.contains("= 0")) throw new AssertionError("a sync failed: " + line);
        syncs++;
        unsynced = false;
    }

    private boolean isNext(String line) {
        return kept < promises.size() && line.contains(promises.get(kept));
    }

    private void promised(String line) {
        if (writes == 0 || syncs == 0 || (alone && unsynced))
            throw new AssertionError("promised before it was synced (" + writes + " writes, " + syncs
                    + " syncs since the promise before): " + line);
        writes = 0;
        syncs = 0;
        kept++;
    }
}
