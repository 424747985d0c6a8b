package gyeolje.gateway.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import gyeolje.gateway.settings.Settings;
import gyeolje.gateway.settings.SettingsException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.X509KeyManager;

/**
 * A certificate chain and its private key, as two files held them at one moment: what was checked is what is used.
 *
 * @param certificate the text of its file
 * @param key the text of its file
 */
record PemPair(String certificate, String key) {
    private static final int MOST_BYTES = 1 << 20;
    private static final byte[] NONCE = "a text that only the right key signs so".getBytes(ISO_8859_1);

    static PemPair read(Settings.Tls files) {
        return new PemPair(read(files.certificate(), "http.tls.certificate"), read(files.key(), "http.tls.key"));
    }

    private static String read(Path file, String key) {
        try {
            if (Files.size(file) <= MOST_BYTES) return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new SettingsException(key + " cannot be read: " + file);
        }
        throw new SettingsException(key + " is too large for a PEM file: " + file);
    }

    /** Not the key. */
    @Override
    public String toString() {
        return "PemPair";
    }

    PemKeyCertOptions options() {
        return new PemKeyCertOptions().setCertValue(Buffer.buffer(certificate)).setKeyValue(Buffer.buffer(key));
    }

    /** Until when it is valid; refuses what no client would accept. */
    Instant check(Vertx vertx, Instant now) {
        try {
            var leaf = leaf();
            var end = leaf.getNotAfter().toInstant();
            if (end.isBefore(now))
                throw new SettingsException("the certificate of http.tls expired at " + end + ": renew it");
            if (!belongsTo(leaf, privateKey(vertx, leaf)))
                throw new SettingsException(
                        "http.tls.key is not the key of http.tls.certificate: check which files belong together");
            return end;
        } catch (SettingsException e) {
            throw e;
        } catch (Exception e) {
            throw new SettingsException("http.tls is not a PEM certificate and its PEM key: " + e.getMessage());
        }
    }

    private X509Certificate leaf() throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate)
                factory.generateCertificate(new ByteArrayInputStream(certificate.getBytes(ISO_8859_1)));
    }

    private PrivateKey privateKey(Vertx vertx, X509Certificate leaf) throws Exception {
        for (var manager : options().getKeyManagerFactory(vertx).getKeyManagers()) {
            if (!(manager instanceof X509KeyManager keys)) continue;
            var aliases = keys.getServerAliases(leaf.getPublicKey().getAlgorithm(), null);
            if (aliases != null && aliases.length > 0) return keys.getPrivateKey(aliases[0]);
        }
        throw new SettingsException("http.tls.key and http.tls.certificate are of different kinds");
    }

    private static boolean belongsTo(X509Certificate leaf, PrivateKey key) throws GeneralSecurityException {
        if (!leaf.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) return false;
        var signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                });
        signature.initSign(key);
        signature.update(NONCE);
        var signed = signature.sign();
        signature.initVerify(leaf.getPublicKey());
        signature.update(NONCE);
        return signature.verify(signed);
    }
}
