package gyeolje.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A key and a certificate of its own, made by the JDK's keytool, as two PEM texts. */
record TlsPair(String certificate, String key, X509Certificate x509) {
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** Valid for so many days from March 2026 on. */
    static TlsPair make(Path folder, String name, int days, String... algorithm) throws Exception {
        var file = folder.resolve(name + ".p12");
        var command = new java.util.ArrayList<>(java.util.List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit",
                "-alias",
                "g",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-startdate",
                "2026/03/01 00:00:00",
                "-validity",
                Integer.toString(days),
                "-keyalg"));
        command.addAll(java.util.List.of(algorithm));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        var certificate = (X509Certificate) store.getCertificate("g");
        return new TlsPair(
                pem("CERTIFICATE", certificate.getEncoded()),
                pem("PRIVATE KEY", store.getKey("g", PASSWORD).getEncoded()),
                certificate);
    }

    private static String pem(String label, byte[] der) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    void writeTo(Path folder) throws Exception {
        Files.writeString(folder.resolve("tls.pem"), certificate);
        var file = folder.resolve("tls-key.pem");
        if (!Files.exists(file))
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key);
    }
}
