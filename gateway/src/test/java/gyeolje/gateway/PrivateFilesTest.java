package gyeolje.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.MissingNode;
import gyeolje.gateway.settings.PrivateFile;
import gyeolje.gateway.settings.SettingsException;
import gyeolje.gateway.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A gateway looks at its start who else can read what only it should. */
final class PrivateFilesTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(PrivateFile.class);

    @TempDir
    private Path folder = Path.of("");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        LOG.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        LOG.detachAppender(log);
    }

    private static void permit(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private void start() throws Exception {
        new Scene(folder, "http://127.0.0.1:9", MissingNode.getInstance()).close();
    }

    /** The transcripts' own key is everybody's, and warned of each time. */
    private List<String> warnings() {
        return log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> !line.startsWith("kcp.private-key"))
                .toList();
    }

    @Test
    void what_the_gateway_makes_itself_is_private() throws Exception {
        start();
        start();
        assertEquals(List.of(), warnings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-----w-", "rw-rw----"})
    void a_master_key_that_others_can_read_or_change_stops_the_start(String permissions) throws Exception {
        start();
        var key = folder.resolve("gyeolje-master.key");
        permit(key, permissions);
        var refused = assertThrows(SettingsException.class, this::start);
        assertEquals(
                "store.master-key-file is a file that others can read or change: run chmod 600 " + key,
                refused.getMessage());
        permit(key, "rw-r-----");
        start();
    }

    @Test
    void a_tls_key_that_others_can_read_stops_the_start() throws Exception {
        TlsPair.make(folder, "g", 400, "EC").writeTo(folder);
        var key = folder.resolve("tls-key.pem");
        permit(key, "rw-r--r--");
        var tls = "tls: {certificate: tls.pem, key: tls-key.pem}";
        var refused = assertThrows(
                SettingsException.class,
                () -> new Scene(folder, "http://127.0.0.1:9", MissingNode.getInstance(), tls).close());
        assertEquals(
                "http.tls.key is a file that others can read or change: run chmod 600 " + key, refused.getMessage());
    }

    @Test
    void a_database_that_others_can_read_is_warned_of() throws Exception {
        start();
        permit(folder.resolve("gyeolje.db"), "rw-r--r--");
        start();
        assertEquals(
                List.of("store.url is a file that others can read or change: run chmod 600 "
                        + folder.resolve("gyeolje.db")),
                warnings());
    }

    @Test
    void kcps_key_must_be_private_once_money_is_real() throws Exception {
        var live = "https://spl.kcp.co.kr";
        var refused =
                assertThrows(SettingsException.class, () -> new Scene(folder, live, MissingNode.getInstance()).close());
        assertEquals(
                "kcp.private-key is a file that others can read or change: run chmod 600 "
                        + Transcript.key("key.pem").toAbsolutePath(),
                refused.getMessage());
    }

    @Test
    void a_configuration_with_secrets_in_it_is_warned_of_when_others_can_read_it() throws Exception {
        var file = folder.resolve("gyeolje.yaml");
        for (var text : List.of(
                "kcp: {private-key-password: hush}",
                "store: {master-key: c2VjcmV0}",
                "store: {url: 'jdbc:postgresql://db/g?user=g&password=hush'}")) {
            Files.writeString(file, text);
            permit(file, "rw-------");
            SettingsFile.read(file, Map.of());
            assertEquals(List.of(), warnings());
            permit(file, "rw-r--r--");
            SettingsFile.read(file, Map.of());
            assertEquals(
                    List.of("the configuration is a file that others can read or change: run chmod 600 " + file),
                    warnings());
            log.list.clear();
        }
        Files.writeString(file, "http: {port: 0}");
        SettingsFile.read(file, Map.of());
        assertEquals(List.of(), warnings());
    }
}
