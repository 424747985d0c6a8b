package gyeolje.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operators' port: health and metrics. */
final class AdminApi implements Handler<HttpServerRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(AdminApi.class);

    private final Supplier<Health> health;
    private final Supplier<String> scrape;
    private final Executor threads;

    AdminApi(Supplier<Health> health, Supplier<String> scrape, Executor threads) {
        this.health = health;
        this.scrape = scrape;
        this.threads = threads;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET)) {
            request.response().putHeader(HttpHeaders.ALLOW, "GET");
            send(request, 405, "application/json;charset=utf-8", "{\"error\":\"GET only\"}");
            return;
        }
        switch (Optional.ofNullable(request.path()).orElse("")) {
            case "/health/live" -> send(request, 200, "application/json;charset=utf-8", "{\"status\":\"live\"}");
            case "/health/ready" -> aside(request, () -> ready(request));
            case "/metrics" -> aside(request, () -> metrics(request));
            default -> send(request, 404, "application/json;charset=utf-8", "{\"error\":\"not found\"}");
        }
    }

    /** Looks into the store, so it must not hold an event loop. */
    private void aside(HttpServerRequest request, Supplier<Runnable> work) {
        var context = Contexts.current();
        threads.execute(() -> {
            try {
                var respond = work.get();
                context.runOnContext(_ -> respond.run());
            } catch (RuntimeException e) {
                LOG.warn("admin request failed", e);
                context.runOnContext(_ -> send(request, 503, "text/plain;charset=utf-8", "unavailable\n"));
            }
        });
    }

    private Runnable ready(HttpServerRequest request) {
        var now = health.get();
        return () -> send(request, now.isReady() ? 200 : 503, "application/json;charset=utf-8", now.json());
    }

    private Runnable metrics(HttpServerRequest request) {
        var text = scrape.get();
        return () -> send(request, 200, "text/plain; version=0.0.4; charset=utf-8", text);
    }

    private static void send(HttpServerRequest request, int status, String type, String body) {
        if (request.response().ended() || request.response().closed()) return;
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(body);
    }
}
