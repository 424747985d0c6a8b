package gyeolje.sandbox.wire;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads {@code kcp_cert_info} and verifies {@code kcp_sign_data} with its key; parsed certificates are kept. */
public final class Certificates {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final int KEPT = 256;

    private final Map<String, X509Certificate> parsed = new ConcurrentHashMap<>();

    /** The key of the certificate, provided that it is on one line, readable and within its life. */
    public PublicKey key(String certInfo, Instant now) throws Refused {
        X509Certificate certificate = parsed.get(certInfo);
        if (certificate == null) {
            certificate = parse(certInfo);
            if (parsed.size() >= KEPT) {
                parsed.clear();
            }
            parsed.put(certInfo, certificate);
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())
                || now.isBefore(certificate.getNotBefore().toInstant())) {
            throw new Refused(Result.KEY_WRONG.saying("서비스 인증서의 유효기간이 아닙니다."));
        }
        return certificate.getPublicKey();
    }

    public void verify(PublicKey key, String text, String signature) throws Refused {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(key);
            rsa.update(text.getBytes(StandardCharsets.UTF_8));
            if (rsa.verify(Base64.getDecoder().decode(signature))) {
                return;
            }
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new Refused(Result.KEY_WRONG.saying("서명 데이터(kcp_sign_data)를 읽을 수 없습니다."));
        }
        throw new Refused(Result.KEY_WRONG.saying("서명 데이터(kcp_sign_data)가 맞지 않습니다."));
    }

    private static X509Certificate parse(String certInfo) throws Refused {
        if (certInfo.isEmpty()) {
            throw new Refused(Result.KEY_WRONG.saying("서비스 인증서(kcp_cert_info)가 없습니다."));
        }
        boolean oneLine = certInfo.indexOf('\n') < 0 && certInfo.indexOf('\r') < 0;
        if (!oneLine || !certInfo.startsWith(BEGIN) || !certInfo.endsWith(END)) {
            throw new Refused(Result.KEY_WRONG.saying("서비스 인증서(kcp_cert_info)는 줄바꿈 없는 PEM이어야 합니다."));
        }
        try {
            byte[] der =
                    Base64.getDecoder().decode(certInfo.substring(BEGIN.length(), certInfo.length() - END.length()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new Refused(Result.KEY_WRONG.saying("서비스 인증서(kcp_cert_info)를 읽을 수 없습니다."));
        }
    }
}
