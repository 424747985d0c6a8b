package gyeolje.kcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certificate and the key are checked before the first shopper comes. */
final class CredentialsTest {
    private static final Path CERTIFICATE = Scene.KEYS.resolve("cert.pem");
    private static final Path KEY = Scene.KEYS.resolve("key.pem");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_certificate_is_sent_on_one_line_with_its_markers() throws IOException {
        var line = KcpCredentials.read(CERTIFICATE, KEY, "", Scene.NOW).certificateLine();
        assertEquals(Files.readString(CERTIFICATE).replaceAll("[\\r\\n]", ""), line);
        assertTrue(line.startsWith("-----BEGIN CERTIFICATE-----MII"), line);
    }

    @Test
    void text_around_the_certificate_and_windows_line_ends_do_not_matter() throws IOException {
        var odd = "Bag Attributes\r\n  friendlyName: x\r\n"
                + Files.readString(CERTIFICATE).replace("\n", "\r\n") + "\r\n\r\n";
        assertEquals(
                KcpCredentials.read(CERTIFICATE, KEY, "", Scene.NOW).certificateLine(),
                KcpCredentials.read(file(odd), KEY, "", Scene.NOW).certificateLine());
    }

    @Test
    void signatures_verify_with_the_certificate_from_many_threads_at_once() throws Exception {
        var credentials = KcpCredentials.read(CERTIFICATE, KEY, "", Scene.NOW);
        var texts =
                IntStream.range(0, 200).mapToObj(i -> "T0000^" + i + "^STSC").toList();
        var signed = texts.parallelStream().map(credentials::sign).toList();
        for (int i = 0; i < texts.size(); i++) assertTrue(verifies(texts.get(i), signed.get(i)), texts.get(i));
    }

    @Test
    void a_key_may_be_encrypted() {
        KcpCredentials.read(CERTIFICATE, Scene.KEYS.resolve("key-encrypted.pem"), "changeit", Scene.NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "PBEWithSHA1AndDESede, 2a864886f70d010c0103",
        "PBEWithHmacSHA256AndAES_256, 2a864886f70d01050d",
        "PBEWithHmacSHA512AndAES_128, 2a864886f70d01050d"
    })
    void a_key_may_be_encrypted_the_old_way_or_the_new(String algorithm, String oid) throws Exception {
        var file = file(pem("ENCRYPTED PRIVATE KEY", encrypted(algorithm, oid, " s3cret")));
        KcpCredentials.read(CERTIFICATE, file, " s3cret", Scene.NOW);
        assertRefused("private-key-password", CERTIFICATE, file, "wrong", Scene.NOW);
        assertRefused("set kcp.private-key-password", CERTIFICATE, file, "", Scene.NOW);
    }

    @Test
    void an_expired_certificate_stops_the_start() {
        assertRefused("expired at 2036-01-01T00:00:00Z", CERTIFICATE, KEY, "", Instant.parse("2036-01-02T00:00:00Z"));
    }

    @Test
    void a_certificate_of_the_future_stops_the_start() {
        assertRefused("valid only from", CERTIFICATE, KEY, "", Instant.parse("2025-12-31T00:00:00Z"));
    }

    @Test
    void the_days_until_the_certificate_expires_are_counted() {
        var now = Instant.parse("2035-12-02T12:00:00Z");
        assertEquals(29, KcpCredentials.read(CERTIFICATE, KEY, "", now).daysLeft(now));
    }

    @Test
    void a_key_of_another_certificate_stops_the_start() throws Exception {
        var other = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        assertRefused("does not belong", CERTIFICATE, file(pem("PRIVATE KEY", other)), "", Scene.NOW);
    }

    @Test
    void a_key_in_another_form_stops_the_start_with_the_way_out() throws IOException {
        assertRefused("openssl pkcs8", CERTIFICATE, file(pem("RSA PRIVATE KEY", new byte[] {1})), "", Scene.NOW);
    }

    @Test
    void files_that_are_missing_swapped_or_nonsense_stop_the_start() throws IOException {
        assertRefused("cannot read", folder.resolve("absent.pem"), KEY, "", Scene.NOW);
        assertRefused("not a certificate", KEY, CERTIFICATE, "", Scene.NOW);
        assertRefused("no PEM block", file("hello"), KEY, "", Scene.NOW);
        assertRefused("cannot read the certificate", file(pem("CERTIFICATE", new byte[] {1})), KEY, "", Scene.NOW);
        assertRefused(
                "cannot read the private key", CERTIFICATE, file(pem("PRIVATE KEY", new byte[] {1})), "", Scene.NOW);
    }

    private static void assertRefused(String words, Path certificate, Path key, String password, Instant now) {
        var refused =
                assertThrows(KcpCredentialsException.class, () -> KcpCredentials.read(certificate, key, password, now));
        var message = String.valueOf(refused.getMessage());
        assertTrue(message.contains(words), message);
        assertFalse(message.contains("\n"), message);
    }

    private static boolean verifies(String text, String signature) throws GeneralSecurityException, IOException {
        var certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(CERTIFICATE)));
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(certificate.getPublicKey());
        verifier.update(text.getBytes(UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }

    private static byte[] encrypted(String algorithm, String oid, String password)
            throws GeneralSecurityException, IOException {
        var key = PrivateKeys.read(KEY, "").getEncoded();
        var secret = SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray()));
        var cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.ENCRYPT_MODE, secret, new PBEParameterSpec("saltsalt".getBytes(UTF_8), 2048));
        var name = der(0x06, HexFormat.of().parseHex(oid));
        var scheme = der(0x30, name, cipher.getParameters().getEncoded());
        return der(0x30, scheme, der(0x04, cipher.doFinal(key)));
    }

    /** One DER element of up to 65,535 bytes. */
    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) content.writeBytes(part);
        var element = new ByteArrayOutputStream();
        element.write(tag);
        element.writeBytes(new byte[] {(byte) 0x82, (byte) (content.size() >> 8), (byte) content.size()});
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "it", ".pem"), text);
    }
}
