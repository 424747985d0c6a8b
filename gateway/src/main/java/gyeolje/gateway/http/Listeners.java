package gyeolje.gateway.http;

import gyeolje.core.payment.ResponseCode;
import gyeolje.gateway.flow.Answer;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** HTTP servers that share one port, one for each event loop. */
public final class Listeners extends VerticleBase {
    private static final int HEADERS_BYTES = 16 * 1024;
    /** On HTTP/2 what is read of headers only to say that they are too much; what is more yet, Netty refuses in its own way. */
    private static final int READ_HEADERS_BYTES = 4 * HEADERS_BYTES;

    private static final int LINE_BYTES = 4 * 1024;
    private static final int MOST_STREAMS = 128;
    private static final long SWEEP_MILLIS = 500;
    /** Those with forward secrecy and authenticated encryption. */
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private final HttpServerOptions options;
    private final Handler<HttpServerRequest> handler;
    private final List<HttpServer> started;
    private final Connections connections;

    private Listeners(
            HttpServerOptions options,
            Handler<HttpServerRequest> handler,
            List<HttpServer> started,
            Connections connections) {
        this.options = options;
        this.handler = handler;
        this.started = started;
        this.connections = connections;
    }

    /**
     * Starts listening; answers the port, which the system chose when 0 was asked for.
     *
     * @throws IOException with one line that names the address and says what to do
     */
    public static int start(Vertx vertx, HttpServerOptions options, Handler<HttpServerRequest> handler, int instances)
            throws Exception {
        return start(vertx, options, handler, instances, ConnectionBounds.DEFAULT, System::nanoTime)
                .getFirst()
                .actualPort();
    }

    /** As above, with other bounds; answers the servers. */
    static List<HttpServer> start(
            Vertx vertx,
            HttpServerOptions options,
            Handler<HttpServerRequest> handler,
            int instances,
            ConnectionBounds bounds,
            LongSupplier nanos)
            throws Exception {
        int loops = options.getPort() == 0 ? 1 : instances;
        var share = bounds.share(loops);
        var started = new CopyOnWriteArrayList<HttpServer>();
        var deploying = vertx.deployVerticle(
                () -> new Listeners(options, handler, started, new Connections(share, options, nanos)),
                new DeploymentOptions().setInstances(loops));
        try {
            deploying.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw refused(options, e);
        }
        return started;
    }

    private static IOException refused(HttpServerOptions options, ExecutionException failed) {
        var cause = Objects.requireNonNullElse(failed.getCause(), failed);
        var advice = cause instanceof BindException ? "; stop what listens there, or configure another address" : "";
        var address = options.getHost() + ":" + options.getPort();
        return new IOException("cannot listen on " + address + ": " + cause.getMessage() + advice, failed);
    }

    public static HttpServerOptions options(String host, int port, Optional<PemKeyCertOptions> tls) {
        var options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setMaxHeaderSize(HEADERS_BYTES)
                .setMaxInitialLineLength(LINE_BYTES)
                .setInitialSettings(new Http2Settings()
                        .setMaxConcurrentStreams(MOST_STREAMS)
                        .setMaxHeaderListSize(READ_HEADERS_BYTES))
                .setHttp2ClearTextEnabled(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setTcpNoDelay(true)
                .setAcceptBacklog(4096);
        tls.ifPresent(pem -> {
            options.setSsl(true)
                    .setUseAlpn(true)
                    .setSslHandshakeTimeout(8)
                    .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                    .setKeyCertOptions(pem);
            CIPHERS.forEach(options::addEnabledCipherSuite);
        });
        return options;
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(SWEEP_MILLIS, _ -> connections.sweep());
        var server = vertx.createHttpServer(options)
                .connectionHandler(connections::opened)
                .requestHandler(this::arrived)
                .invalidRequestHandler(Listeners::unreadable);
        return server.listen().onSuccess(started::add);
    }

    private void arrived(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2 && !ConnectionGuard.watchStream(request, MOST_STREAMS))
            request.response().reset(Http2Error.REFUSED_STREAM.code());
        else if (request.version() == HttpVersion.HTTP_2 && hasTooMuchOfHeaders(request)) refuse(request, 431);
        else handler.handle(request);
    }

    /** As the decoder of HTTP/1 has it, which never lets such a request come so far. */
    private static boolean hasTooMuchOfHeaders(HttpServerRequest request) {
        int number = 0;
        long size = request.uri().length();
        for (var header : request.headers()) {
            number++;
            size += header.getKey().length() + header.getValue().length();
        }
        return number > StrictDecoder.MOST_HEADERS || size > HEADERS_BYTES;
    }

    private static void unreadable(HttpServerRequest request) {
        var cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpHeaderException) refuse(request, 431);
        else if (cause instanceof StrictDecoder.UnsupportedVersion) refuse(request, 505);
        else refuse(request, 400);
    }

    private static void refuse(HttpServerRequest request, int status) {
        Responses.sendAndClose(request, Answer.below(status, ResponseCode.UNREADABLE));
    }
}
