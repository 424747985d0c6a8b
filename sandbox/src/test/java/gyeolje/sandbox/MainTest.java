package gyeolje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line's manners. */
class MainTest {
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "--port=x",
                "--port=70000",
                "--capability=fly=true",
                "--public-url=localhost",
                "extra"
            })
    void wrongUsageIsTwoAndOneLine(String argument) {
        assertEquals(2, run(argument));
        assertEquals(1, errors.toString(StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void aTakenPortIsOneAndOneLine() {
        try (Sandbox taken = Sandbox.start(SandboxOptions.defaults())) {
            assertEquals(1, run("--port=" + taken.port()));
            String line = errors.toString(StandardCharsets.UTF_8);
            assertEquals(1, line.lines().count());
            assertTrue(line.contains(Integer.toString(taken.port())), line);
        }
    }

    @Test
    void helpIsNoFailure() {
        assertEquals(0, run("-h"));
    }

    private int run(String... arguments) {
        PrintStream before = System.err;
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            return Main.run(arguments);
        } finally {
            System.setErr(before);
        }
    }
}
