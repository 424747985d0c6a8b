package gyeolje.sdk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocketFactory;

/**
 * One request and its reply on a connection of their own. The work is done by a short-lived thread, and the caller
 * waits for it no longer than the two limits allow, so a slow name server or a reply that drips in byte by byte cannot
 * hold the caller. Whoever moves {@link #decided} first settles whether a byte was sent: the worker just before it
 * writes, or the caller when it gives up.
 */
final class HttpCall {
    private final Connection connection;
    private final int connectTimeoutMillis;
    private final int answerTimeoutMillis;
    private final AtomicBoolean decided = new AtomicBoolean();

    HttpCall(URI base, SSLSocketFactory tls, int connectTimeoutMillis, int answerTimeoutMillis) {
        this.connection = new Connection(base, tls);
        this.connectTimeoutMillis = connectTimeoutMillis;
        this.answerTimeoutMillis = answerTimeoutMillis;
    }

    /** @throws Unsent when surely no byte left; @throws Unanswered for every failure after that */
    HttpReply post(byte[] request) throws Unsent, Unanswered {
        FutureTask<Socket> connecting = new FutureTask<>(() -> connection.open(connectTimeoutMillis));
        FutureTask<HttpReply> exchanging = new FutureTask<>(() -> exchange(connecting.get(), request));
        Thread worker = new Thread(
                () -> {
                    connecting.run();
                    if (connects(connecting) && decided.compareAndSet(false, true)) {
                        exchanging.run();
                    }
                    connection.close();
                },
                "gyeolje-sdk");
        worker.setDaemon(true);
        worker.start();
        try {
            awaitConnection(connecting);
            return awaitReply(exchanging);
        } finally {
            connection.close();
        }
    }

    private static boolean connects(FutureTask<Socket> connecting) {
        try {
            connecting.get();
            return true;
        } catch (ExecutionException | InterruptedException e) {
            return false;
        }
    }

    private void awaitConnection(FutureTask<Socket> connecting) throws Unsent {
        try {
            connecting.get(connectTimeoutMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Unsent(reason(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            if (decided.compareAndSet(false, true)) {
                throw new Unsent("no connection within " + connectTimeoutMillis + " ms", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (decided.compareAndSet(false, true)) {
                throw new Unsent("the calling thread was interrupted", e);
            }
        }
    }

    private HttpReply awaitReply(FutureTask<HttpReply> exchanging) throws Unanswered {
        try {
            return exchanging.get(answerTimeoutMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Unanswered(reason(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new Unanswered("no complete answer within " + answerTimeoutMillis + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("the calling thread was interrupted", e);
        }
    }

    /** A refusal may arrive before the whole body is written; then the write fails and the reply is there to read. */
    private static HttpReply exchange(Socket socket, byte[] request) throws IOException {
        BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException broken) {
            try {
                return HttpReply.read(in);
            } catch (IOException nothing) {
                broken.addSuppressed(nothing);
                throw broken;
            }
        }
        return HttpReply.read(in);
    }

    private static String reason(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        return cause.getMessage() == null
                ? name
                : name + " (" + cause.getMessage().replaceAll("\\s+", " ") + ")";
    }

    /** Surely no byte of the request left. */
    static final class Unsent extends Exception {
        private static final long serialVersionUID = 1L;

        Unsent(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** The request, or a part of it, left. */
    static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;

        Unanswered(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
