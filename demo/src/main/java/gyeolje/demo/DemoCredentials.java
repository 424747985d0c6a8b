package gyeolje.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A certificate and private key for a conversation with the sandbox, made at the first start. */
public final class DemoCredentials {
    private static final char[] PASSWORD = "demo-only".toCharArray();
    private static final String ALIAS = "demo";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** Begins at once, aside: making a key takes as long as starting the sandbox. */
    static Future<Path> makingIn(Path folder) {
        var making = new FutureTask<>(() -> {
            makeIn(folder);
            return folder;
        });
        Thread.ofVirtual().name("credentials").start(making);
        return making;
    }

    public static void makeIn(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        var certificate = folder.resolve("cert.pem");
        var key = folder.resolve("key.pem");
        if (Files.exists(certificate) && Files.exists(key)) return;
        Files.createDirectories(folder);
        var keyStore = folder.resolve("demo.p12");
        try {
            keytool(keyStore);
            var made = KeyStore.getInstance(keyStore.toFile(), PASSWORD);
            write(key, "PRIVATE KEY", made.getKey(ALIAS, PASSWORD).getEncoded());
            write(certificate, "CERTIFICATE", made.getCertificate(ALIAS).getEncoded());
        } finally {
            Files.deleteIfExists(keyStore);
        }
    }

    private static void keytool(Path keyStore) throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-sigalg",
                "SHA256withRSA",
                "-validity",
                "3650",
                "-dname",
                "CN=gyeolje demo",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass",
                new String(PASSWORD));
        var process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("keytool could not make the demo's certificate");
        }
    }

    private static void write(Path file, String type, byte[] der) throws IOException {
        var text = "-----BEGIN " + type + "-----\n" + LINES.encodeToString(der) + "\n-----END " + type + "-----\n";
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private DemoCredentials() {}
}
