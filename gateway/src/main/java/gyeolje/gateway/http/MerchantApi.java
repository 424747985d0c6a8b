package gyeolje.gateway.http;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.ResponseCode;
import gyeolje.core.payment.StoreException;
import gyeolje.core.request.Fields;
import gyeolje.core.value.MerchantId;
import gyeolje.gateway.flow.Answer;
import gyeolje.gateway.flow.Caller;
import gyeolje.gateway.flow.MerchantDesk;
import gyeolje.gateway.http.Route.Operation;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The merchants' routes (merchant API, sections 2 and 3): from a request to the flow that answers it. The order of checks is route,
 * method, media type, size, merchant, address, JSON; the rest is the flow's. The logic runs in a virtual thread of its own.
 */
final class MerchantApi implements Handler<HttpServerRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(MerchantApi.class);

    private static final Answer BAD_SIGNATURE = Answer.of(ResponseCode.NOT_TRUSTED);

    private final MerchantDesk merchants;
    private final Flows flows;
    private final ClientAddress clientAddress;
    private final RequestMetrics metrics;
    private final Executor threads;
    private final Admission admission;
    private final OrderConcurrencyLimit orderLimit;
    private final Throttle throttle;
    private final Duration bodyWithin;

    MerchantApi(
            MerchantDesk merchants,
            Flows flows,
            ClientAddress clientAddress,
            RequestMetrics metrics,
            Executor threads,
            Admission admission,
            OrderConcurrencyLimit orderLimit,
            Throttle throttle,
            Duration bodyWithin) {
        this.merchants = merchants;
        this.flows = flows;
        this.clientAddress = clientAddress;
        this.metrics = metrics;
        this.threads = threads;
        this.admission = admission;
        this.orderLimit = orderLimit;
        this.throttle = throttle;
        this.bodyWithin = bodyWithin;
    }

    /** The flow behind each operation. */
    interface Flows {
        Answer answer(Operation operation, Caller caller, Fields fields);
    }

    @Override
    public void handle(HttpServerRequest request) {
        long start = System.nanoTime();
        if (!request.uri().startsWith("/")) {
            refuseTarget(request);
            return;
        }
        var route = Route.of(Optional.ofNullable(request.path()).orElse(""));
        if (route.isEmpty()) {
            Responses.sendAndClose(request, Answer.below(404, ResponseCode.UNREADABLE));
            return;
        }
        if (!admission.enter(route.get().operation())) {
            Responses.sendAndClose(request, Answer.overloaded(503));
            return;
        }
        new Exchange(request, route.get(), start).begin();
    }

    /** For a target that is no path, as proxies are asked for; whose host it names is nothing to us. */
    private static void refuseTarget(HttpServerRequest request) {
        boolean post = request.method().equals(HttpMethod.POST);
        if (!post) request.response().putHeader(HttpHeaders.ALLOW, "POST");
        Responses.sendAndClose(request, Answer.below(post ? 400 : 405, ResponseCode.UNREADABLE));
    }

    /** One request under way. Everything but {@link #answer} happens on its connection's event loop. */
    private final class Exchange {
        private final HttpServerRequest request;
        private final Route route;
        private final long start;
        private final Context context = Contexts.current();
        private String merchant = RequestLog.NOBODY;
        private Optional<MerchantId> entered = Optional.empty();
        private boolean countedAsOrder;
        private boolean answering;
        private boolean done;

        Exchange(HttpServerRequest request, Route route, long start) {
            this.request = request;
            this.route = route;
            this.start = start;
        }

        void begin() {
            request.response().closeHandler(_ -> connectionLost());
            request.exceptionHandler(_ -> connectionLost());
            var unsuitable = unsuitable();
            if (unsuitable.isPresent()) refuse(unsuitable.get());
            else identify();
        }

        private Optional<Answer> unsuitable() {
            if (!MediaType.isPlainlyFramed(request)) return Optional.of(Answer.below(400, ResponseCode.UNREADABLE));
            if (!request.method().equals(HttpMethod.POST)) {
                request.response().putHeader(HttpHeaders.ALLOW, "POST");
                return Optional.of(Answer.below(405, ResponseCode.UNREADABLE));
            }
            if (!MediaType.isUtf8Json(request)) return Optional.of(Answer.below(415, ResponseCode.UNREADABLE));
            if (MediaType.declaredLength(request) > route.operation().mostBytes())
                return Optional.of(Answer.below(413, ResponseCode.UNREADABLE));
            return Optional.empty();
        }

        private void identify() {
            var id = route.merchantId();
            if (id.isEmpty()) {
                refuse(Answer.of(ResponseCode.UNKNOWN_MERCHANT));
                return;
            }
            var cached = merchants.cached(id.get());
            if (cached.isPresent()) {
                admit(cached.get());
                return;
            }
            request.pause();
            threads.execute(() -> guarded(() -> {
                var found = merchants.find(id.get());
                context.runOnContext(_ -> {
                    if (done) return;
                    admit(found);
                    request.resume();
                });
            }));
        }

        private void admit(Optional<Merchant> found) {
            found.ifPresent(known -> merchant = known.id().text());
            boolean cancel = route.operation() == Operation.CANCEL;
            var admitted = found.filter(known -> known.enabled() || cancel);
            if (admitted.isEmpty()) {
                refuse(Answer.of(ResponseCode.UNKNOWN_MERCHANT));
                return;
            }
            var address = clientAddress.of(peer(), request.headers().getAll("X-Forwarded-For"));
            if (address.filter(admitted.get()::admits).isEmpty()) {
                LOG.atWarn()
                        .addKeyValue("merchant", admitted.get().id())
                        .addKeyValue(
                                "address",
                                address.map(InetAddress::getHostAddress).orElse("unreadable"))
                        .log("address not allowed");
                refuse(Answer.below(403, ResponseCode.NOT_TRUSTED));
                return;
            }
            var id = admitted.get().id();
            if (!admission.enter(id, route.operation())) {
                throttle.tooManyAtOnce();
                refuse(Answer.overloaded(429));
                return;
            }
            entered = Optional.of(id);
            read(admitted.get(), address.get());
        }

        private void read(Merchant admitted, InetAddress from) {
            var userAgent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                    .orElse("");
            var caller = new Caller(admitted, userAgent);
            new BodyReader(request, route.operation().mostBytes(), bodyWithin, new BodyReader.Outcome() {
                        @Override
                        public void complete(byte[] body) {
                            if (done) return;
                            var delay = throttle.delay(route);
                            if (delay.isPositive()) {
                                finish(tooMany(delay), Responses::sendAfterBody);
                                return;
                            }
                            if (!withinLimit()) {
                                finish(Answer.overloaded(503), Responses::sendAfterBody);
                                return;
                            }
                            answering = true;
                            long arrived = System.nanoTime();
                            threads.execute(() -> {
                                orderLimit.processor().waited(Duration.ofNanos(System.nanoTime() - arrived), 1);
                                guarded(() -> answer(caller, from, body));
                            });
                        }

                        @Override
                        public void failed(int status) {
                            refuse(Answer.below(status, ResponseCode.UNREADABLE));
                        }
                    })
                    .begin();
        }

        /** The body has been read, so that who is refused can come again over the same connection. */
        private boolean withinLimit() {
            if (route.operation() != Operation.ORDER) return true;
            countedAsOrder = orderLimit.enter();
            return countedAsOrder;
        }

        private InetAddress peer() {
            return ClientAddress.peer(request.remoteAddress().hostAddress());
        }

        private void answer(Caller caller, InetAddress from, byte[] body) {
            var fields = JsonBody.read(body);
            var answer = fields.isPresent()
                    ? flows.answer(route.operation(), caller, fields.get())
                    : Answer.below(400, ResponseCode.UNREADABLE);
            var sent = answer.equals(BAD_SIGNATURE) ? afterBadSignature(caller, from) : answer;
            context.runOnContext(_ -> finish(sent, Responses::sendAfterBody));
        }

        private Answer afterBadSignature(Caller caller, InetAddress from) {
            var delay = throttle.afterBadSignature(caller.merchant().id(), from);
            return delay.isPositive() ? tooMany(delay) : BAD_SIGNATURE;
        }

        private static Answer tooMany(Duration delay) {
            return Answer.overloaded(429, (int) delay.plusNanos(999_999_999).toSeconds());
        }

        /** The one place where a full disk, a lost database or a bug becomes an answer. */
        private void guarded(Runnable work) {
            try {
                work.run();
            } catch (StoreException e) {
                LOG.warn("the store refuses: {}", e.getMessage());
                context.runOnContext(_ -> finish(Answer.overloaded(503), Responses::sendBeforeBody));
            } catch (RuntimeException | Error e) {
                LOG.error("unexpected failure in {}", route.operation(), e);
                context.runOnContext(
                        _ -> finish(Answer.below(500, ResponseCode.ASK_OPERATOR), Responses::sendBeforeBody));
            }
        }

        private void refuse(Answer answer) {
            finish(answer, Responses::sendBeforeBody);
        }

        private void finish(Answer answer, BiConsumer<HttpServerRequest, Answer> send) {
            if (done) return;
            long took = System.nanoTime() - start;
            metrics.answered(route.operation(), answer.code(), took);
            RequestLog.answered(route.operation(), merchant, answer, took);
            send.accept(request, answer);
            leave();
        }

        /** A flow that has begun ends by itself and counts until then. */
        private void connectionLost() {
            if (!answering) leave();
        }

        private void leave() {
            if (done) return;
            done = true;
            if (countedAsOrder) orderLimit.leave();
            entered.ifPresent(admission::leave);
            admission.leave();
        }
    }
}
