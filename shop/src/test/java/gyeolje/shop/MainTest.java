package gyeolje.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {
    private static int run(String arguments) {
        return Main.commandLine()
                .setErr(new PrintWriter(new StringWriter()))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--gateway http://127.0.0.1:1 --merchant tester",
                "--gateway ftp://127.0.0.1 --merchant tester --key k",
                "--gateway http://127.0.0.1:1 --merchant tester --key k --port 70000",
                "--unknown"
            })
    void wrong_usage_is_2(String arguments) {
        assertEquals(2, run(arguments));
    }

    @Test
    void a_taken_port_is_1() throws IOException {
        try (var scene = ShopScene.open(Visitor.PC)) {
            assertEquals(1, run("--gateway http://127.0.0.1:1 --merchant tester --key k --port " + scene.shop.port()));
        }
    }

    @Test
    void help_is_0() {
        assertEquals(0, run("--help"));
    }

    @Test
    void options_never_print_the_key() {
        var options = ShopOptions.of(URI.create("http://127.0.0.1:1"), "tester", FakeGateway.KEY);

        assertFalse(options.toString().contains(FakeGateway.KEY));
    }
}
