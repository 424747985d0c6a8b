package gyeolje.bench.child;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * What a process has used since it began; `longestPauseMillis` and `heapBytes` are of now.
 *
 * @param longestPauseMillis the longest collection since it was asked last
 */
public record Usage(
        long cpuNanos,
        long allocatedBytes,
        long collections,
        long collectingMillis,
        long longestPauseMillis,
        long heapBytes) {
    private static final AtomicLong LONGEST = new AtomicLong();

    /** Begins to listen for collections. */
    static void watch() {
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter)
                emitter.addNotificationListener(
                        (notification, _) -> {
                            if (notification.getUserData() instanceof CompositeData collected)
                                LONGEST.accumulateAndGet(
                                        GarbageCollectionNotificationInfo.from(collected)
                                                .getGcInfo()
                                                .getDuration(),
                                        Math::max);
                        },
                        notification -> notification
                                .getType()
                                .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                        null);
        }
    }

    /** Of this process. */
    public static Usage now() {
        long collections = 0;
        long millis = 0;
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collections += Math.max(0, collector.getCollectionCount());
            millis += Math.max(0, collector.getCollectionTime());
        }
        return new Usage(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime(),
                ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getTotalThreadAllocatedBytes(),
                collections,
                millis,
                LONGEST.getAndSet(0),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** What was used between an earlier moment and this one. */
    public Usage since(Usage before) {
        return new Usage(
                cpuNanos - before.cpuNanos,
                allocatedBytes - before.allocatedBytes,
                collections - before.collections,
                collectingMillis - before.collectingMillis,
                longestPauseMillis,
                heapBytes);
    }

    String line() {
        return LongStream.of(cpuNanos, allocatedBytes, collections, collectingMillis, longestPauseMillis, heapBytes)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    public static Usage parse(String line) {
        var parts =
                Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        return new Usage(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
    }
}
