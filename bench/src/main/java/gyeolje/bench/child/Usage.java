package gyeolje.bench.child;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * What a process has used since it began; what is said of the heap and of the longest collection is of now.
 *
 * @param longestPauseMillis the longest collection since it was asked last
 * @param fullestHeapBytes the most before a collection, or now, since it was asked last
 * @param keptHeapBytes the most that was left after a collection since it was asked last; 0 when there was none
 */
public record Usage(
        long cpuNanos,
        long allocatedBytes,
        long collections,
        long collectingMillis,
        long longestPauseMillis,
        long heapBytes,
        long fullestHeapBytes,
        long keptHeapBytes) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0, 0, 0);
    private static final AtomicLong LONGEST = new AtomicLong();
    private static final AtomicLong FULLEST = new AtomicLong();
    private static final AtomicLong KEPT = new AtomicLong();
    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());

    /** Begins to listen for collections. */
    static void watch() {
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter)
                emitter.addNotificationListener(
                        (notification, _) -> {
                            if (notification.getUserData() instanceof CompositeData collected)
                                heard(GarbageCollectionNotificationInfo.from(collected)
                                        .getGcInfo());
                        },
                        notification -> notification
                                .getType()
                                .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                        null);
        }
    }

    private static void heard(GcInfo collection) {
        LONGEST.accumulateAndGet(collection.getDuration(), Math::max);
        FULLEST.accumulateAndGet(heap(collection.getMemoryUsageBeforeGc()), Math::max);
        KEPT.accumulateAndGet(heap(collection.getMemoryUsageAfterGc()), Math::max);
    }

    private static long heap(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> HEAP.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    /** Of this process. */
    public static Usage now() {
        long collections = 0;
        long millis = 0;
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collections += Math.max(0, collector.getCollectionCount());
            millis += Math.max(0, collector.getCollectionTime());
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Usage(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime(),
                ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getTotalThreadAllocatedBytes(),
                collections,
                millis,
                LONGEST.getAndSet(0),
                heap,
                Math.max(heap, FULLEST.getAndSet(0)),
                KEPT.getAndSet(0));
    }

    /** What was used between an earlier moment and this one. */
    public Usage since(Usage before) {
        return new Usage(
                cpuNanos - before.cpuNanos,
                allocatedBytes - before.allocatedBytes,
                collections - before.collections,
                collectingMillis - before.collectingMillis,
                longestPauseMillis,
                heapBytes,
                fullestHeapBytes,
                keptHeapBytes);
    }

    String line() {
        return LongStream.of(
                        cpuNanos,
                        allocatedBytes,
                        collections,
                        collectingMillis,
                        longestPauseMillis,
                        heapBytes,
                        fullestHeapBytes,
                        keptHeapBytes)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    public static Usage parse(String line) {
        var parts =
                Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        return new Usage(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]);
    }
}
