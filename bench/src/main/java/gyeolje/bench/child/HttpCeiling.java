package gyeolje.bench.child;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import gyeolje.core.value.Digests;
import gyeolje.gateway.http.Listeners;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The least that HTTP takes: the gateway's listener with a handler that reads the JSON, hashes what is signed and answers, at once on
 * the event loop. No gateway on this stack can be faster.
 */
final class HttpCeiling implements Part {
    private static final JsonFactory JSON = new JsonFactory();
    private static final CharSequence TYPE = HttpHeaders.createOptimized("application/json;charset=utf-8");

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final int port;

    HttpCeiling(int port) throws Exception {
        this.port = Listeners.start(
                vertx,
                Listeners.options("127.0.0.1", port, Optional.empty()),
                HttpCeiling::serve,
                Runtime.getRuntime().availableProcessors());
    }

    private static void serve(HttpServerRequest request) {
        request.body()
                .onSuccess(body -> request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, TYPE)
                        .end(answer(read(body))));
    }

    private static Map<String, String> read(Buffer body) {
        var fields = new HashMap<String, String>();
        try (var in = JSON.createParser(body.getBytes())) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) fields.put(in.currentName(), in.nextTextValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    private static Buffer answer(Map<String, String> fields) {
        var hash = Digests.sha256(String.join(
                "|", fields.get("orderNumber"), fields.get("amount"), fields.get("timestamp"), "not a secret"));
        return Buffer.buffer("{\"responseCode\":\"0000\",\"responseMsg\":\"성공\",\"hash\":\"" + hash.text() + "\"}");
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String command(String line) {
        throw new IllegalArgumentException(line);
    }

    @Override
    public void close() {
        vertx.close();
    }
}
