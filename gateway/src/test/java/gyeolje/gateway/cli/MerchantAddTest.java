package gyeolje.gateway.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class MerchantAddTest {
    @Test
    void a_name_that_the_terminals_encoding_spoilt_is_refused_before_anything_is_opened() {
        var err = new StringWriter();
        var command = CommandLineErrors.plain(new CommandLine(new MerchantAdd()))
                .setErr(new PrintWriter(err))
                .setOut(new PrintWriter(err));
        assertEquals(2, command.execute("--config", "nowhere.yaml", "--id", "x", "--name", "\uFFFD\uFFFD\uFFFD"));
        assertTrue(err.toString().contains("LC_ALL=C.UTF-8"), err::toString);
    }
}
