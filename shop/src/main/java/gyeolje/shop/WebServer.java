package gyeolje.shop;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP for the shop. Bodies are read on the event loop, bounded in size and time; each request is then worked on in
 * a virtual thread of its own, so that the pages may simply call the blocking SDK.
 */
final class WebServer implements AutoCloseable {
    /** What a page does with a request. */
    @FunctionalInterface
    interface Page {
        Answer answer(Call call) throws Unacceptable;
    }

    /** What the buyer sees in place of a page, for a status of 400 and above. */
    @FunctionalInterface
    interface ProblemPage {
        Answer answer(int status, Language language);
    }

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,98}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");
    private static final int BODY_LIMIT = 64 * 1024;
    private static final int AT_ONCE = 512;
    private static final int BODY_SECONDS = 10;
    private static final int IDLE_SECONDS = 90;

    private final Vertx vertx;
    private final Router router;
    private final ProblemPage problem;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    WebServer(Vertx vertx, ProblemPage problem) {
        this.vertx = vertx;
        this.router = Router.router(vertx);
        this.problem = problem;
        for (var status : new int[] {400, 404, 405, 500})
            router.errorHandler(status, routing -> write(routing.request(), problem.answer(status, language(routing))));
    }

    WebServer get(String path, Page page) {
        router.route(HttpMethod.GET, path).handler(routing -> work(routing, page, Buffer.buffer()));
        router.route(HttpMethod.HEAD, path).handler(routing -> work(routing, page, Buffer.buffer()));
        return this;
    }

    WebServer post(String path, Page page) {
        router.route(HttpMethod.POST, path).handler(routing -> {
            body(routing.request())
                    .onSuccess(body -> work(routing, page, body))
                    .onFailure(refused -> write(
                            routing.request(),
                            problem.answer(refused instanceof Unacceptable u ? u.status() : 400, language(routing))));
        });
        return this;
    }

    Future<HttpServer> listen(String host, int port) {
        var options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setMaxHeaderSize(16 * 1024)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setCompressionSupported(true);
        return vertx.createHttpServer(options).requestHandler(this::admit).listen();
    }

    /** The host goes into the address that KCP sends buyers back to, so nothing but a host gets in. */
    private void admit(HttpServerRequest request) {
        if (HOST.matcher(host(request)).matches()) router.handle(request);
        else write(request, problem.answer(400, Language.KOREAN));
    }

    private static String host(HttpServerRequest request) {
        var host = request.getHeader("Host");
        return host == null ? "" : host;
    }

    /** The whole body, or a failure as soon as it is too long or too slow. */
    private Future<Buffer> body(HttpServerRequest request) {
        Promise<Buffer> whole = Promise.promise();
        var body = Buffer.buffer();
        var timer = vertx.setTimer(TimeUnit.SECONDS.toMillis(BODY_SECONDS), _ -> whole.tryFail(new Unacceptable(408)));
        request.handler(part -> {
            if (body.length() + part.length() > BODY_LIMIT) whole.tryFail(new Unacceptable(413));
            else body.appendBuffer(part);
        });
        request.exceptionHandler(whole::tryFail);
        request.endHandler(_ -> whole.tryComplete(body));
        return whole.future().onComplete(_ -> vertx.cancelTimer(timer));
    }

    private void work(RoutingContext routing, Page page, Buffer body) {
        if (!slots.tryAcquire()) {
            write(routing.request(), problem.answer(503, language(routing)).with("Retry-After", "2"));
        } else {
            var context = vertx.getOrCreateContext();
            var call = call(routing, body);
            threads.execute(() -> {
                var answer = answer(page, call);
                slots.release();
                context.runOnContext(_ -> write(routing.request(), answer));
            });
        }
    }

    private Answer answer(Page page, Call call) {
        try {
            return page.answer(call);
        } catch (Unacceptable refused) {
            return problem.answer(refused.status(), call.language());
        } catch (RuntimeException bug) {
            LOG.error("{} failed", call.path(), bug);
            return problem.answer(500, call.language());
        }
    }

    private static Call call(RoutingContext routing, Buffer body) {
        return new Call(
                String.valueOf(routing.request().path()),
                Map.copyOf(routing.pathParams()),
                routing.queryParams(),
                routing.request().headers(),
                cookies(routing),
                host(routing.request()),
                body);
    }

    private static Map<String, String> cookies(RoutingContext routing) {
        var cookies = new HashMap<String, String>();
        routing.request().cookies().forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        return cookies;
    }

    private static Language language(RoutingContext routing) {
        return Language.tagged(cookies(routing).getOrDefault(Call.LANGUAGE_COOKIE, ""));
    }

    private static void write(HttpServerRequest request, Answer answer) {
        var response = request.response();
        if (response.ended() || response.closed()) return;
        response.setStatusCode(answer.status());
        answer.headers().forEach(header -> response.headers().add(header.name(), header.value()));
        protect(response, answer);
        // A body that was not read to its end leaves the connection in no state to be used again.
        if (answer.status() == 413 || answer.status() == 408) response.putHeader("Connection", "close");
        if (request.method().equals(HttpMethod.HEAD)) response.end();
        else response.end(answer.body());
    }

    private static void protect(HttpServerResponse response, Answer answer) {
        if (!answer.has(ContentPolicy.NAME)) response.putHeader(ContentPolicy.NAME, ContentPolicy.ORDINARY);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "same-origin");
        response.putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.putHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
