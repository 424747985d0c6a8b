package gyeolje.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose certificate names "localhost" only, made by the JDK's keytool for this run. */
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext context;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, keytool.waitFor());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("gateway", keys.getCertificate("gateway"));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(trusted);
        context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    }

    private static ScriptedServer gateway() throws IOException {
        return new ScriptedServer(
                context.getServerSocketFactory().createServerSocket(0), ScriptedServer.json(200, Scene.PAID));
    }

    @Test
    void aGatewayWithATrustedCertificateForItsNameIsPaidThrough() throws Exception {
        try (ScriptedServer server = gateway()) {
            GyeoljeClient client = Scene.client("https://localhost:" + server.port())
                    .sslSocketFactory(context.getSocketFactory())
                    .build();
            assertTrue(client.pay(Scene.authentication()).isSuccess());
        }
    }

    @Test
    void aCertificateForAnotherNameGetsNothing() throws Exception {
        try (ScriptedServer server = gateway()) {
            GyeoljeClient client = Scene.client("https://127.0.0.1:" + server.port())
                    .sslSocketFactory(context.getSocketFactory())
                    .build();
            assertThrows(NotSentException.class, () -> client.pay(Scene.authentication()));
            assertEquals(0, server.requests.size());
        }
    }

    @Test
    void aCertificateThatNobodyTrustsGetsNothing() throws Exception {
        try (ScriptedServer server = gateway()) {
            GyeoljeClient client =
                    Scene.client("https://localhost:" + server.port()).build();
            assertThrows(NotSentException.class, () -> client.pay(Scene.authentication()));
            assertEquals(0, server.requests.size());
        }
    }
}
