package gyeolje.proof.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.world.GatewayProcess;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that cannot start says why in one line and what to do, and ends with 1 or 2. */
final class StartTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void aTakenPort() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            assertRefused(1, port, changed("http: {port: 0,", "http: {port: " + port + ","));
        }
    }

    @Test
    void aTakenAdminPort() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            assertRefused(1, port, changed("admin: {port: 0}", "admin: {port: " + port + "}"));
        }
    }

    @Test
    void anUnknownKey() throws Exception {
        assertRefused(1, "kcp.sight-code", changed("site-code", "sight-code"));
    }

    @Test
    void aValueOfTheWrongType() throws Exception {
        assertRefused(1, "kcp.deadline", changed("deadline: 20s", "deadline: soon"));
    }

    @Test
    void aFileThatIsNoYaml() throws Exception {
        assertRefused(1, "YAML", changed("http: {port: 0,", "http: {[port: 0,"));
    }

    @Test
    void aStoreThatCannotBe() throws Exception {
        assertRefused(1, "store.url", changed("sqlite:", "mysql:"));
    }

    @Test
    void aKeyFileThatIsNotThere() throws Exception {
        assertRefused(1, "nowhere.pem", changed(Settings.key("key.pem").toString(), "nowhere.pem"));
    }

    @Test
    void anExpiredCertificate() throws Exception {
        makeExpiredCertificate();
        var configuration = changed(Settings.key("cert.pem").toString(), "expired.pem");
        assertRefused(1, "expired", configuration);
    }

    @Test
    void aConfigurationThatIsNotThere() throws Exception {
        assertRefused(1, "nothing.yaml", folder.resolve("nothing.yaml"));
    }

    @Test
    void aSecondGatewayOnOneFile() throws Exception {
        var configuration = configuration();
        try (var first = GatewayProcess.serve(folder, configuration)) {
            assertTrue(first.port() > 0);
            assertRefused(1, "another gateway", configuration);
        }
    }

    @Test
    void wrongUsage() throws Exception {
        for (var arguments :
                List.of(new String[] {"serve"}, new String[] {"fly"}, new String[] {"serve", "--port", "1"}))
            assertOneLine(2, "-h", GatewayProcess.run(folder, arguments));
    }

    private void assertRefused(int code, String about, Path configuration) throws Exception {
        assertOneLine(code, about, GatewayProcess.run(folder, "serve", "--config", configuration.toString()));
    }

    /** What is logged is JSON, a line each, and not what a person is meant to read. */
    private static void assertOneLine(int code, String about, GatewayProcess.Ending ended) {
        var forPeople =
                ended.err().lines().filter(line -> !line.startsWith("{")).toList();
        assertEquals(1, forPeople.size(), ended::err);
        assertTrue(forPeople.getFirst().startsWith("gyeolje: "), ended::err);
        assertTrue(forPeople.getFirst().contains(about), ended::err);
        assertEquals(code, ended.code(), ended::err);
        assertEquals("", ended.out());
    }

    private Path configuration() throws IOException {
        return Settings.patient(Place.sqlite(folder), 1).writeTo(folder);
    }

    private Path changed(String from, String to) throws IOException {
        var file = configuration();
        var text = Files.readString(file);
        if (!text.contains(from)) throw new AssertionError("nothing to change: " + from);
        return Files.writeString(file, text.replace(from, to));
    }

    private void makeExpiredCertificate() throws Exception {
        var store = folder.resolve("expired.p12");
        var password = "expired-long-ago";
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "expired",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=expired",
                        "-startdate",
                        "-400d",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        password)
                .inheritIO()
                .start();
        assertEquals(0, made.waitFor());
        var certificate =
                KeyStore.getInstance(store.toFile(), password.toCharArray()).getCertificate("expired");
        Files.writeString(
                folder.resolve("expired.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }
}
