package gyeolje.gateway.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import gyeolje.gateway.flow.Answer;
import io.netty.buffer.Unpooled;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import java.time.Duration;

/** Writes answers: one JSON object in UTF-8, never cached (merchant API, section 2). */
final class Responses {
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(8);
    private static final CharSequence TYPE = HttpHeaders.createOptimized("application/json;charset=utf-8");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence NOSNIFF_NAME = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");

    static void send(HttpServerRequest request, Answer answer) {
        var response = request.response();
        if (response.ended() || response.closed()) return;
        begin(response, answer);
        var written = response.end(json(answer));
        if (request.version() == HttpVersion.HTTP_2) endStream(request, written);
    }

    /** On HTTP/2 a client can keep an answer from leaving by its window, and go on sending a body that nobody wants. */
    private static void endStream(HttpServerRequest request, Future<Void> written) {
        if (!request.isEnded()) written.onSuccess(_ -> request.response().reset(0));
        if (written.isComplete()) return;
        var vertx = Contexts.current().owner();
        long timer = vertx.setTimer(
                TAKEN_WITHIN.toMillis(), _ -> request.connection().close());
        written.onComplete(_ -> vertx.cancelTimer(timer));
    }

    /** For a client that never finished its request, so that there is none to answer to. */
    static FullHttpResponse last(Answer answer) {
        var body = json(answer).getBytes();
        var response = new DefaultFullHttpResponse(
                io.netty.handler.codec.http.HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()),
                Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaders.CONTENT_TYPE, TYPE)
                .set(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .set(NOSNIFF_NAME, NOSNIFF)
                .set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .set(HttpHeaders.CONTENT_LENGTH, body.length);
        return response;
    }

    /**
     * A length beside chunks is gone before we could see it, and what another hop took it for would be the next request here; so
     * nothing is read behind a chunked body.
     */
    static void sendAfterBody(HttpServerRequest request, Answer answer) {
        if (MediaType.isChunked(request)) sendAndClose(request, answer);
        else send(request, answer);
    }

    /** For answers given while the body may still be coming: what is left of it must not be taken for a next request. */
    static void sendBeforeBody(HttpServerRequest request, Answer answer) {
        if (request.isEnded() && !MediaType.isChunked(request)) send(request, answer);
        else sendAndClose(request, answer);
    }

    /** The last answer on its connection. It is never ended, so that no request that waits behind this one is begun. */
    static void sendAndClose(HttpServerRequest request, Answer answer) {
        var response = request.response();
        if (response.ended() || response.closed()) return;
        if (request.version() == HttpVersion.HTTP_2 || request.method().equals(HttpMethod.HEAD)) {
            send(request, answer);
            return;
        }
        var body = json(answer);
        begin(response, answer);
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                .write(body)
                .onSuccess(_ -> endOutput(request));
        if (request.isEnded()) request.connection().close();
        else lingerAndClose(request);
    }

    /** Tells the client that there is no more to come, while it may still send; TLS has no such half. */
    private static void endOutput(HttpServerRequest request) {
        if (request.isSSL()) return;
        var connection = (HttpServerConnection) request.connection();
        if (connection.channelHandlerContext().channel() instanceof DuplexChannel channel) {
            var _ = channel.shutdownOutput();
        }
    }

    /** A client that is cut off while it sends may never read its answer; one that does not stop sending is cut off in the end. */
    private static void lingerAndClose(HttpServerRequest request) {
        var vertx = Contexts.current().owner();
        long timer = vertx.setTimer(LINGER.toMillis(), _ -> request.connection().close());
        request.handler(_ -> {});
        request.endHandler(_ -> {
            vertx.cancelTimer(timer);
            request.connection().close();
        });
        request.resume();
    }

    private static void begin(HttpServerResponse response, Answer answer) {
        response.setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .putHeader(NOSNIFF_NAME, NOSNIFF);
        if (answer.retryAfterSeconds() > 0)
            response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(answer.retryAfterSeconds()));
    }

    /** Without a generator, whose buffers would remember a shopper's name until something else is written over it. */
    private static Buffer json(Answer answer) {
        var text = new StringBuilder(256);
        var quoting = JsonStringEncoder.getInstance();
        for (var entry : answer.body().entrySet()) {
            text.append(text.isEmpty() ? "{\"" : ",\"");
            quoting.quoteAsString(entry.getKey(), text);
            text.append("\":\"");
            quoting.quoteAsString(entry.getValue(), text);
            text.append('"');
        }
        return Buffer.buffer(text.append('}').toString());
    }

    private Responses() {}
}
