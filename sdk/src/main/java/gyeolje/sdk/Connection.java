package gyeolje.sdk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One TCP or TLS connection to the gateway; may be closed from another thread at any moment. */
final class Connection {
    private final URI base;
    private final SSLSocketFactory tls;
    private Socket tcp = new Socket();
    private boolean closed;

    Connection(URI base, SSLSocketFactory tls) {
        this.base = base;
        this.tls = tls;
    }

    /** Connects to the first address that answers; for https completes the handshake and checks the host's name. */
    Socket open(int timeoutMillis) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        String host = base.getHost().replaceAll("^\\[|]$", "");
        boolean secure = base.getScheme().equalsIgnoreCase("https");
        int port = base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80;
        IOException failure = new IOException("the host has no address");
        for (InetAddress address : InetAddress.getAllByName(host)) {
            try {
                Socket plain = fresh();
                plain.connect(new InetSocketAddress(address, port), millisUntil(end));
                plain.setTcpNoDelay(true);
                return secure ? secured(plain, host, port, millisUntil(end)) : plain;
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private SSLSocket secured(Socket plain, String host, int port, int timeoutMillis) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(timeoutMillis);
        socket.startHandshake();
        socket.setSoTimeout(0);
        return socket;
    }

    private synchronized Socket fresh() throws IOException {
        tcp.close();
        if (closed) {
            throw new IOException("the connection was given up");
        }
        tcp = new Socket();
        return tcp;
    }

    private static int millisUntil(long end) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new IOException("connect timed out");
        }
        return (int) left;
    }

    /** Closes the TCP connection under whatever is in progress, without a TLS farewell that could block. */
    synchronized void close() {
        closed = true;
        try {
            tcp.close();
        } catch (IOException e) {
            // A socket that fails to close is as gone as one that closes.
            closed = true;
        }
    }
}
