package gyeolje.gateway.http;

import gyeolje.core.payment.ResponseCode;
import gyeolje.gateway.flow.Answer;
import gyeolje.gateway.settings.Settings;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** HTTP servers that share one port, one for each event loop. */
public final class Listeners extends VerticleBase {
    private static final int HEADERS_BYTES = 16 * 1024;
    private static final int LINE_BYTES = 4 * 1024;
    private static final int IDLE_SECONDS = 60;

    private final HttpServerOptions options;
    private final Handler<HttpServerRequest> handler;
    private final List<HttpServer> started;

    private Listeners(HttpServerOptions options, Handler<HttpServerRequest> handler, List<HttpServer> started) {
        this.options = options;
        this.handler = handler;
        this.started = started;
    }

    /**
     * Starts listening; answers the port, which the system chose when 0 was asked for.
     *
     * @throws IOException with one line that names the address and says what to do
     */
    public static int start(Vertx vertx, HttpServerOptions options, Handler<HttpServerRequest> handler, int instances)
            throws Exception {
        var started = new CopyOnWriteArrayList<HttpServer>();
        var deploying = vertx.deployVerticle(
                () -> new Listeners(options, handler, started),
                new DeploymentOptions().setInstances(options.getPort() == 0 ? 1 : instances));
        try {
            deploying.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw refused(options, e);
        }
        return started.getFirst().actualPort();
    }

    private static IOException refused(HttpServerOptions options, ExecutionException failed) {
        var cause = Objects.requireNonNullElse(failed.getCause(), failed);
        var advice = cause instanceof BindException ? "; stop what listens there, or configure another address" : "";
        var address = options.getHost() + ":" + options.getPort();
        return new IOException("cannot listen on " + address + ": " + cause.getMessage() + advice, failed);
    }

    public static HttpServerOptions options(String host, int port, Optional<Settings.Tls> tls) {
        var options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setMaxHeaderSize(HEADERS_BYTES)
                .setMaxInitialLineLength(LINE_BYTES)
                .setIdleTimeout(IDLE_SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setTcpNoDelay(true)
                .setAcceptBacklog(4096);
        tls.ifPresent(pem -> options.setSsl(true)
                .setUseAlpn(true)
                .setEnabledSecureTransportProtocols(java.util.Set.of("TLSv1.2", "TLSv1.3"))
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(pem.certificate().toString())
                        .setKeyPath(pem.key().toString())));
        return options;
    }

    @Override
    public Future<?> start() {
        var server =
                vertx.createHttpServer(options).requestHandler(handler).invalidRequestHandler(Listeners::unreadable);
        return server.listen().onSuccess(started::add);
    }

    private static void unreadable(HttpServerRequest request) {
        Responses.sendAndClose(request, Answer.below(400, ResponseCode.UNREADABLE));
    }
}
