package gyeolje.bench.profile;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** Stacks and how often each was seen, the outermost frame first. */
public final class Samples {
    private static final String UNKNOWN = "(no Java frame)";

    private final Map<List<String>, Long> stacks = new HashMap<>();
    private long total;

    /** A part of all samples. */
    public record Share(String name, double share) {}

    public static Samples read(Path recording) throws IOException {
        var samples = new Samples();
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                var event = file.readEvent();
                var name = event.getEventType().getName();
                if (name.equals(Flight.CPU_TIME) || Flight.IN_TURN.contains(name)) samples.add(stack(event));
            }
        }
        return samples;
    }

    void add(List<String> stack) {
        stacks.merge(stack, 1L, Long::sum);
        total++;
    }

    private static List<String> stack(RecordedEvent event) {
        var trace = event.getStackTrace();
        if (trace == null) return List.of(UNKNOWN);
        var frames = new ArrayList<String>();
        for (var frame : trace.getFrames()) frames.add(name(frame.getMethod()));
        return frames.isEmpty() ? List.of(UNKNOWN) : List.copyOf(frames.reversed());
    }

    private static String name(RecordedMethod method) {
        var type = method.getType().getName();
        return type.replaceAll("0x[0-9a-f]+|/\\d+", "") + "." + method.getName();
    }

    public long total() {
        return total;
    }

    /** Who was running, by the innermost frame. */
    public List<Share> methods(int most) {
        return shares(List::getLast, most);
    }

    /** For whom it ran: the innermost frame that is not Java's own, by its package. */
    public List<Share> owners(int most) {
        return shares(
                stack -> stack.reversed().stream()
                        .filter(frame -> !isOfJava(frame))
                        .findFirst()
                        .map(Samples::owner)
                        .orElse(owner(stack.getLast())),
                most);
    }

    private static boolean isOfJava(String frame) {
        return frame.startsWith("java.")
                || frame.startsWith("jdk.")
                || frame.startsWith("sun.")
                || frame.startsWith("javax.");
    }

    /** The first three names of a package: `gyeolje.gateway.http`, `io.netty.handler`. */
    private static String owner(String frame) {
        var names = frame.split("\\.", -1);
        int packages = 0;
        while (packages < Math.min(3, names.length - 1) && Character.isLowerCase(names[packages].charAt(0))) packages++;
        return packages == 0 ? frame : String.join(".", List.of(names).subList(0, packages));
    }

    /** In how many samples a frame of each of our methods took part, itself or by what it called. */
    public List<Share> ours(int most) {
        var counts = new HashMap<String, Long>();
        stacks.forEach((stack, times) -> new HashSet<>(stack)
                .stream()
                        .filter(frame -> frame.startsWith("gyeolje."))
                        .forEach(frame -> counts.merge(frame, times, Long::sum)));
        return sorted(counts, most);
    }

    private List<Share> shares(Function<List<String>, String> name, int most) {
        var counts = new HashMap<String, Long>();
        stacks.forEach((stack, times) -> counts.merge(name.apply(stack), times, Long::sum));
        return sorted(counts, most);
    }

    private List<Share> sorted(Map<String, Long> counts, int most) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(it -> new Share(it.getKey(), it.getValue() / (double) Math.max(1, total)))
                .toList();
    }

    /** One line a stack, as flame graph tools read it. */
    public String folded() {
        var lines = new TreeMap<String, Long>();
        stacks.forEach((stack, times) -> lines.merge(String.join(";", stack), times, Long::sum));
        return lines.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue() + "\n")
                .collect(joining());
    }

    Map<List<String>, Long> stacks() {
        return stacks;
    }
}
