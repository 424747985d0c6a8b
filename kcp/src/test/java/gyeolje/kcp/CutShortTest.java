package gyeolje.kcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A connection that the acquirer's end resets as soon as it has it: a call fails on it, and nobody is called for it. */
final class CutShortTest {
    /** When exactly the reset arrives is up to the machine. */
    private static final int CALLS = 300;

    @Test
    void is_told_by_the_call_and_no_error_in_the_log() throws IOException {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try (var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var scene = Scene.at(door.getLocalPort())) {
            Thread.ofVirtual().start(() -> resetEverybody(door));
            for (int i = 0; i < CALLS; i++) {
                var told = Told.of(scene.kcp().approve(Scene.order(), Scene.AUTHENTICATION));
                assertTrue(List.of("not reached", "NO_ANSWER ?").contains(told), told);
            }
        } finally {
            root.detachAppender(log);
        }
        assertEquals(
                List.of(),
                List.copyOf(log.list).stream()
                        .filter(line -> line.getLevel().isGreaterOrEqual(Level.ERROR))
                        .map(ILoggingEvent::getFormattedMessage)
                        .toList());
    }

    private static void resetEverybody(ServerSocket door) {
        try {
            while (true) StubKcp.reset(door.accept());
        } catch (IOException _) {
            // the door is closed: nobody comes any more
        }
    }
}
