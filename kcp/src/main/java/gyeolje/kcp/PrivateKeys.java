package gyeolje.kcp;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads an RSA key in PKCS#8, plain or encrypted under PBES1 or PBES2, with the JDK alone. */
final class PrivateKeys {
    private static final String PLAIN = "PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
    private static final String PBES2 = "PBES2";
    private static final String PBES2_OID = "1.2.840.113549.1.5.13";

    static PrivateKey read(Path file, String password) {
        var pem = Pem.read(file);
        try {
            return rsa(spec(file, pem, password));
        } catch (IOException | GeneralSecurityException e) {
            throw new KcpCredentialsException(
                    "cannot read the private key in " + file
                            + (pem.label().equals(ENCRYPTED) ? "; is kcp.private-key-password right?" : ""),
                    e);
        }
    }

    private static PKCS8EncodedKeySpec spec(Path file, Pem pem, String password)
            throws IOException, GeneralSecurityException {
        return switch (pem.label()) {
            case PLAIN -> new PKCS8EncodedKeySpec(pem.der());
            case ENCRYPTED -> decrypted(file, pem.der(), password);
            default ->
                throw new KcpCredentialsException(file + " holds a " + pem.label()
                        + "; convert it with: openssl pkcs8 -topk8 -in " + file.getFileName() + " -out key.pem");
        };
    }

    private static PKCS8EncodedKeySpec decrypted(Path file, byte[] der, String password)
            throws IOException, GeneralSecurityException {
        if (password.isEmpty())
            throw new KcpCredentialsException(
                    "the private key in " + file + " is encrypted; set kcp.private-key-password");
        var info = new EncryptedPrivateKeyInfo(der);
        var secret = new PBEKeySpec(password.toCharArray());
        try {
            return info.getKeySpec(SecretKeyFactory.getInstance(algorithm(info)).generateSecret(secret));
        } finally {
            secret.clearPassword();
        }
    }

    /** PBES2 is a frame; the algorithm in it is named by its parameters. */
    private static String algorithm(EncryptedPrivateKeyInfo info) {
        var name = info.getAlgName();
        return name.equals(PBES2) || name.equals(PBES2_OID)
                ? info.getAlgParameters().toString()
                : name;
    }

    private static PrivateKey rsa(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (InvalidKeySpecException e) {
            throw new GeneralSecurityException("not an RSA key", e);
        }
    }

    private PrivateKeys() {}
}
