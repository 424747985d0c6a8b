package gyeolje.kcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * The certificate that KCP issued to us and the private key that goes with it (KCP wire, certificate and key). Exists only when
 * both can be read, belong together and are valid today, since an expired certificate stops approvals and cancels at once.
 */
public final class KcpCredentials {
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PROBE = "gyeolje";

    private final String certificateLine;
    private final X509Certificate certificate;
    private final PrivateKey key;

    private KcpCredentials(String certificateLine, X509Certificate certificate, PrivateKey key) {
        this.certificateLine = certificateLine;
        this.certificate = certificate;
        this.key = key;
    }

    /**
     * Reads both files and checks them.
     *
     * @param password empty when the key is not encrypted
     * @throws KcpCredentialsException with one line that says what is wrong
     */
    public static KcpCredentials read(Path certificateFile, Path keyFile, String password, Instant now) {
        var pem = Pem.read(certificateFile);
        if (!pem.label().equals(CERTIFICATE))
            throw new KcpCredentialsException(certificateFile + " holds a " + pem.label() + " and not a certificate");
        var certificate = parse(certificateFile, pem);
        requireValid(certificateFile, certificate, now);
        var credentials = new KcpCredentials(pem.onOneLine(), certificate, PrivateKeys.read(keyFile, password));
        if (!credentials.belongTogether())
            throw new KcpCredentialsException(
                    "the private key in " + keyFile + " does not belong to the certificate in " + certificateFile);
        return credentials;
    }

    /** Whole days until the certificate expires; KCP renews from 30 days before. */
    public long daysLeft(Instant now) {
        return Duration.between(now, expiresAt()).toDays();
    }

    public Instant expiresAt() {
        return certificate.getNotAfter().toInstant();
    }

    /** The value of kcp_cert_info. */
    String certificateLine() {
        return certificateLine;
    }

    /** The value of kcp_sign_data: SHA256withRSA in base64. Every call has a signer of its own, as signers are not thread-safe. */
    String sign(String text) {
        try {
            var signer = signature();
            signer.initSign(key);
            signer.update(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that could sign at the start cannot any more", e);
        }
    }

    private boolean belongTogether() {
        try {
            var signer = signature();
            signer.initSign(key);
            signer.update(PROBE.getBytes(UTF_8));
            var signed = signer.sign();
            signer.initVerify(certificate.getPublicKey());
            signer.update(PROBE.getBytes(UTF_8));
            return signer.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static Signature signature() throws GeneralSecurityException {
        return Signature.getInstance("SHA256withRSA");
    }

    private static X509Certificate parse(Path file, Pem pem) {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(pem.der()));
        } catch (CertificateException e) {
            throw new KcpCredentialsException("cannot read the certificate in " + file, e);
        }
    }

    private static void requireValid(Path file, X509Certificate certificate, Instant now) {
        var from = certificate.getNotBefore().toInstant();
        var until = certificate.getNotAfter().toInstant();
        if (now.isAfter(until))
            throw new KcpCredentialsException("the KCP certificate in " + file + " expired at " + until
                    + "; fetch a new one from KCP's merchant pages");
        if (now.isBefore(from))
            throw new KcpCredentialsException("the KCP certificate in " + file + " is valid only from " + from
                    + "; is this machine's clock right?");
    }

    @Override
    public String toString() {
        return "KcpCredentials(expires " + expiresAt() + ")";
    }
}
