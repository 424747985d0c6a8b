package gyeolje.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Speaks TLS to a gateway that shows one of some certificates. */
final class TlsClient {
    private final SSLContext context;

    TlsClient(X509Certificate... trusted) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, new char[0]);
        for (int i = 0; i < trusted.length; i++) store.setCertificateEntry("trusted" + i, trusted[i]);
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        context = SSLContext.getInstance("TLS");
        context.init(new javax.net.ssl.KeyManager[0], factory.getTrustManagers(), null);
    }

    SSLContext context() {
        return context;
    }

    /** Connected, with the handshake done. */
    SSLSocket connect(int port, String... protocols) throws IOException {
        var socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setSoTimeout(30_000);
        if (protocols.length > 0) socket.setEnabledProtocols(protocols);
        socket.startHandshake();
        return socket;
    }

    /** A socket that has agreed on HTTP/2. */
    SSLSocket http2(int port) throws IOException {
        var socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setSoTimeout(30_000);
        var parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** The certificate that a new connection is shown. */
    static X509Certificate shown(SSLSocket socket) throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    /** What comes back for these octets, until the other side hangs up. */
    static byte[] answered(int port, byte[] octets) throws IOException {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(octets);
            return socket.getInputStream().readAllBytes();
        }
    }
}
