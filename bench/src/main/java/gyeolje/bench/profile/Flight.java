package gyeolje.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/** A recording of this process. On Linux the kernel's clock of each thread's CPU time asks for samples; elsewhere a thread of Java's does. */
public final class Flight implements AutoCloseable {
    static final String CPU_TIME = "jdk.CPUTimeSample";
    static final List<String> IN_TURN = List.of("jdk.ExecutionSample", "jdk.NativeMethodSample");
    private static final Duration EVERY = Duration.ofMillis(5);

    private final Recording recording = new Recording();

    public static Flight start() {
        var flight = new Flight();
        if (isKnown(CPU_TIME)) flight.recording.enable(CPU_TIME).with("throttle", EVERY.toMillis() + "ms");
        else for (var name : IN_TURN) flight.recording.enable(name).withPeriod(EVERY.multipliedBy(2));
        flight.recording.start();
        return flight;
    }

    private static boolean isKnown(String event) {
        return FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .map(EventType::getName)
                .anyMatch(event::equals);
    }

    public void land(Path file) throws IOException {
        recording.stop();
        recording.dump(file);
    }

    @Override
    public void close() {
        recording.close();
    }
}
