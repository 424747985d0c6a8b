package gyeolje.kcp;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import gyeolje.kcp.KcpSettings.Pool;
import gyeolje.kcp.KcpSettings.Timing;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The connections of one operation. A call blocks its (virtual) thread until the deadline at the latest. Redirects are not followed,
 * and nothing is ever sent twice.
 */
final class Upstream implements AutoCloseable {
    static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_HEADER_BYTES = 16 * 1024;
    private static final int CLEANER_MILLIS = 500;
    private static final String NO_CONNECTION = "no connection in time";
    private static final String JSON = "application/json; charset=utf-8";

    private final HttpClient client;
    private final Loops loops;
    private final RequestOptions target;
    private final Timing timing;

    Upstream(Vertx vertx, Loops loops, URI url, Timing timing, Pool pool) {
        this.client = vertx.httpClientBuilder()
                .with(client(url, timing))
                .with(pool(pool))
                .withConnectHandler(Upstream::leaveWordsToTheCall)
                .build();
        this.loops = loops;
        this.timing = timing;
        this.target = target(url, longestForConnection());
    }

    Reply post(byte[] body, Deadline deadline) {
        var call = new Call();
        loops.next()
                .runOnContext(_ -> client.request(new RequestOptions(target))
                        .onSuccess(request -> depart(call, request, body, deadline))
                        .onFailure(call::neverLeaves));
        try {
            var received = call.answered.get(deadline.left().toNanos(), NANOSECONDS);
            return Answers.read(received.status, received.contentType, received.body.getBytes());
        } catch (ExecutionException e) {
            return call.failed(e);
        } catch (TimeoutException _) {
            return call.givenUp(NO_CONNECTION, "no answer in time");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return call.givenUp("interrupted before a connection was had", "interrupted while waiting for the answer");
        }
    }

    /**
     * A connection is had, from the pool or new, with TLS done. On the loop of the request: elsewhere an answer could arrive before
     * anybody listens, and would be lost.
     */
    private void depart(Call call, HttpClientRequest request, byte[] body, Deadline deadline) {
        leaveWordsToTheCall(request);
        if (deadline.elapsed().compareTo(longestForConnection()) > 0) call.neverLeaves(new TimeoutException());
        if (!call.departed.complete(request)) {
            request.reset();
            return;
        }
        request.send(Buffer.buffer(body))
                .onSuccess(response -> collect(response, call.answered))
                .onFailure(call.answered::completeExceptionally);
    }

    private static void collect(HttpClientResponse response, CompletableFuture<Received> answered) {
        int status = response.statusCode();
        var contentType = Objects.requireNonNullElse(response.getHeader("content-type"), "");
        var body = Buffer.buffer();
        response.exceptionHandler(answered::completeExceptionally);
        response.handler(chunk -> {
            if (body.length() + chunk.length() <= MOST_BYTES) {
                body.appendBuffer(chunk);
            } else if (answered.completeExceptionally(new Oversize(status))) {
                response.request().reset();
            }
        });
        response.endHandler(_ -> answered.complete(new Received(status, contentType, body)));
    }

    /** A request that leaves late has no time left to be answered: that would be a doubt where a refusal is possible. */
    private Duration longestForConnection() {
        var half = timing.deadline().dividedBy(2);
        return half.compareTo(timing.connect()) > 0 ? half : timing.connect();
    }

    /** The exception's own words may quote what it could not read; its kind never does. */
    private static String words(ExecutionException failed) {
        return Objects.requireNonNullElse(failed.getCause(), failed).getClass().getSimpleName();
    }

    /** What breaks a connection also fails the call on it; Vert.x would log it besides, with what it could not read. */
    private static void leaveWordsToTheCall(HttpConnection connection) {
        connection.exceptionHandler(_ -> {});
    }

    /** Likewise for a request that is stopped while it leaves. */
    private static void leaveWordsToTheCall(HttpClientRequest request) {
        request.exceptionHandler(_ -> {});
    }

    private static HttpClientOptions client(URI url, Timing timing) {
        return new HttpClientOptions()
                .setSsl(isTls(url))
                .setVerifyHost(true)
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setUseAlpn(false)
                .setConnectTimeout(millis(timing.connect()))
                .setSslHandshakeTimeout(timing.connect().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAlive(true)
                .setKeepAliveTimeout((int) timing.idle().toSeconds())
                .setMaxHeaderSize(MOST_HEADER_BYTES)
                .setDecompressionSupported(false)
                .setTcpNoDelay(true);
    }

    private static PoolOptions pool(Pool pool) {
        return new PoolOptions()
                .setHttp1MaxSize(pool.connections())
                .setMaxWaitQueueSize(pool.waiting())
                .setCleanerPeriod(CLEANER_MILLIS);
    }

    private static RequestOptions target(URI url, Duration longestForConnection) {
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(url.getHost())
                .setPort(url.getPort() >= 0 ? url.getPort() : isTls(url) ? 443 : 80)
                .setSsl(isTls(url))
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setConnectTimeout(longestForConnection.toMillis())
                .setFollowRedirects(false)
                .putHeader("content-type", JSON)
                .putHeader("accept", "application/json");
    }

    private static boolean isTls(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    @Override
    public void close() {
        client.close();
    }

    /** One request on its way. Whether it has left is decided once, by its loop or by who gives it up, whoever comes first. */
    private static final class Call {
        final CompletableFuture<HttpClientRequest> departed = new CompletableFuture<>();
        final CompletableFuture<Received> answered = new CompletableFuture<>();

        void neverLeaves(Throwable why) {
            departed.completeExceptionally(why);
            answered.completeExceptionally(why);
        }

        Reply failed(ExecutionException e) {
            if (departed.isCompletedExceptionally())
                return new Reply.NotSent(e.getCause() instanceof TimeoutException ? NO_CONNECTION : words(e));
            return e.getCause() instanceof Oversize oversize
                    ? new Reply.Unreadable(oversize.status, "longer than " + MOST_BYTES + " bytes")
                    : new Reply.Silent(words(e));
        }

        Reply givenUp(String beforeItLeft, String afterwards) {
            if (departed.cancel(false) || departed.isCompletedExceptionally()) return new Reply.NotSent(beforeItLeft);
            departed.join().reset();
            return new Reply.Silent(afterwards);
        }
    }

    private record Received(int status, String contentType, Buffer body) {}

    private static final class Oversize extends Exception {
        private static final long serialVersionUID = 1;

        private final int status;

        Oversize(int status) {
            super("", null, false, false);
            this.status = status;
        }
    }

    /** Event loops of our own choice, so that a caller may block on whatever thread it runs; that of a request's own when it has one. */
    static final class Loops {
        private final Context[] contexts;
        private int next;

        Loops(Vertx vertx, int count) {
            contexts = new Context[count];
            for (int i = 0; i < count; i++) contexts[i] = fresh(vertx);
        }

        Context next() {
            var own = Vertx.currentContext();
            return own != null ? own : inTurn();
        }

        private synchronized Context inTurn() {
            next = (next + 1) % contexts.length;
            return contexts[next];
        }

        /** A thread that Vert.x has not met gets an event-loop context of its own. */
        private static Context fresh(Vertx vertx) {
            return CompletableFuture.supplyAsync(vertx::getOrCreateContext, Thread::startVirtualThread)
                    .join();
        }
    }
}
