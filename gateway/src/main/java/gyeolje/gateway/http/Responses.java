package gyeolje.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import gyeolje.gateway.flow.Answer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes answers: one JSON object in UTF-8, never cached (merchant API, section 2). */
final class Responses {
    private static final JsonFactory JSON = new JsonFactory();
    private static final CharSequence TYPE = HttpHeaders.createOptimized("application/json;charset=utf-8");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence NOSNIFF_NAME = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");

    static void send(HttpServerRequest request, Answer answer) {
        var response = request.response();
        if (response.ended() || response.closed()) return;
        response.setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .putHeader(NOSNIFF_NAME, NOSNIFF);
        if (answer.retryAfterSeconds() > 0)
            response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(answer.retryAfterSeconds()));
        response.end(json(answer));
    }

    /** For answers given while the body may still be coming: what is left of it must not be taken for a next request. */
    static void sendBeforeBody(HttpServerRequest request, Answer answer) {
        if (request.isEnded()) send(request, answer);
        else sendAndClose(request, answer);
    }

    static void sendAndClose(HttpServerRequest request, Answer answer) {
        if (request.version() != HttpVersion.HTTP_2)
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        send(request, answer);
    }

    private static Buffer json(Answer answer) {
        var bytes = new ByteArrayOutputStream(256);
        try (var generator = JSON.createGenerator(bytes)) {
            generator.writeStartObject();
            for (var entry : answer.body().entrySet()) generator.writeStringField(entry.getKey(), entry.getValue());
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private Responses() {}
}
