package gyeolje.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator changes the master key with the commands that docs/operations.md names. */
final class MasterKeyChangeTest {
    @TempDir
    private Path folder = Path.of("");

    private record Run(int code, String out, String err) {}

    private static Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.commandLine(arguments)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private String configured(String keys) throws IOException {
        var file = folder.resolve("gyeolje.yaml");
        Files.writeString(file, "store: {url: 'sqlite:gyeolje.db', " + keys + "}\n");
        return file.toString();
    }

    @Test
    void the_new_key_takes_over_and_the_old_one_opens_nothing() throws IOException {
        var old = configured("master-key-file: old.key");
        assertEquals(
                0,
                run("merchant", "add", "shop", "--config", old, "--name", "가게", "--ip", "127.0.0.1")
                        .code());
        var made = run("keys", "make", "--file", folder.resolve("new.key").toString());
        assertEquals("0 ", made.code() + " " + made.err());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new.key"))));
        var both = configured("master-key-file: new.key, second-master-key-file: old.key");
        var done = run("keys", "re-encrypt", "--config", both);
        assertTrue(done.out().contains("1 sealed anew"), done.out() + done.err());
        var verified = run("verify", "--config", configured("master-key-file: new.key"));
        assertTrue(verified.out().endsWith("sound" + System.lineSeparator()), verified.out() + verified.err());
        var refused = run("verify", "--config", configured("master-key-file: old.key"));
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("master key"), refused.err());
    }

    @Test
    void without_the_old_key_it_says_what_to_configure() throws IOException {
        var config = configured("master-key-file: old.key");
        var refused = run("keys", "re-encrypt", "--config", config);
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("store.second-master-key-file"), refused.err());
        assertEquals(2, run("keys").code());
    }
}
