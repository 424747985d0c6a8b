package gyeolje.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.ResponseCode;
import gyeolje.core.payment.StoreException;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.gateway.flow.Answer;
import gyeolje.gateway.flow.MerchantDesk;
import gyeolje.gateway.http.Route.Operation;
import gyeolje.gateway.settings.Settings;
import gyeolje.store.Merchants.Edition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What merchants hear when something behind the routes does not work. */
final class MerchantApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Merchant TESTER = new Merchant(
            new MerchantId("tester"),
            "시험",
            true,
            Profile.STANDARD,
            List.of(new ApiCertKey("25bcd7a82f5b4058818462cc7715964c")),
            List.of(AddressRange.of("127.0.0.1")),
            Set.of(),
            Merchant.DEFAULT_MINIMUM,
            Merchant.DEFAULT_MAXIMUM,
            Limits.UNLIMITED);

    private static final Settings.Rates NO_RATES = new Settings.Rates(0, 0, 0, Duration.ofSeconds(1), 0, 1);

    private final Vertx vertx = Vertx.vertx();
    private final Admission admission = new Admission(2, 1);
    private final OrderConcurrencyLimit limit = new OrderConcurrencyLimit(1, System::nanoTime);
    private volatile Function<MerchantId, Optional<Merchant>> lookup = _ -> Optional.of(TESTER);
    private volatile Supplier<Answer> flow = () -> Answer.of(ResponseCode.SUCCESS);
    private final LoopThreads threads = new LoopThreads();
    private int port;

    @BeforeEach
    void start() throws Exception {
        var api = new MerchantApi(
                new MerchantDesk(() -> new Edition(0, 0), id -> lookup.apply(id), System::nanoTime, Runnable::run),
                (_, _, _) -> flow.get(),
                new ClientAddress(List.of()),
                new RequestMetrics(new SimpleMeterRegistry()),
                task -> threads.newThread(task).start(),
                admission,
                limit,
                new Throttle(NO_RATES, new SimpleMeterRegistry(), System::nanoTime),
                Duration.ofSeconds(8));
        port = Listeners.start(vertx, Listeners.options("127.0.0.1", 0, Optional.empty()), api, 1);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private HttpResponse<String> ask() throws Exception {
        return ask("order");
    }

    private HttpResponse<String> ask(String operation) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/ep/api/kakao/tester/" + operation))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"a\":\"" + "b".repeat(20_000) + "\"}"))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private void hears(int status, ResponseCode code, String retryAfter) throws Exception {
        var reply = ask();
        assertEquals(
                status + " {\"responseCode\":\"" + code.wire() + "\",\"responseMsg\":\"" + code.message() + "\"}",
                reply.statusCode() + " " + reply.body());
        assertEquals(retryAfter, reply.headers().firstValue("retry-after").orElse("none"));
        assertEquals(
                "application/json;charset=utf-8",
                reply.headers().firstValue("content-type").orElse("none"));
    }

    @Test
    void a_merchant_that_cannot_be_looked_up_is_503_and_the_next_request_succeeds() throws Exception {
        lookup = _ -> {
            throw StoreException.refused("the disk is full", new IllegalStateException());
        };
        hears(503, ResponseCode.ASK_OPERATOR, "1");
        hears(503, ResponseCode.ASK_OPERATOR, "1");
        lookup = _ -> Optional.of(TESTER);
        hears(200, ResponseCode.SUCCESS, "none");
    }

    @Test
    void a_store_that_cannot_say_whether_it_wrote_is_503() throws Exception {
        flow = () -> {
            throw StoreException.unknown("a commit failed", new IllegalStateException());
        };
        hears(503, ResponseCode.ASK_OPERATOR, "1");
        flow = () -> Answer.of(ResponseCode.SUCCESS);
        hears(200, ResponseCode.SUCCESS, "none");
    }

    @Test
    void a_bug_is_500_and_says_nothing_of_itself() throws Exception {
        flow = () -> {
            throw new IllegalStateException("a secret of ours");
        };
        assertFalse(ask().body().contains("secret"));
        hears(500, ResponseCode.ASK_OPERATOR, "none");
        flow = () -> {
            throw new StackOverflowError();
        };
        hears(500, ResponseCode.ASK_OPERATOR, "none");
        flow = () -> Answer.of(ResponseCode.SUCCESS);
        hears(200, ResponseCode.SUCCESS, "none");
    }

    @Test
    void what_is_too_much_at_once_is_503_until_there_is_room() throws Exception {
        admission.enter(Operation.PAY);
        admission.enter(Operation.PAY);
        hears(503, ResponseCode.ASK_OPERATOR, "1");
        admission.leave();
        admission.leave();
        hears(200, ResponseCode.SUCCESS, "none");
    }

    @Test
    void while_orders_stand_in_a_queue_new_ones_are_503_and_what_was_ordered_is_paid_and_cancelled() throws Exception {
        limit.enter();
        hears(503, ResponseCode.ASK_OPERATOR, "1");
        assertEquals(200, ask("pay").statusCode());
        assertEquals(200, ask("cancel").statusCode());
        limit.leave();
        hears(200, ResponseCode.SUCCESS, "none");
        hears(200, ResponseCode.SUCCESS, "none");
    }

    /** Two pays that wait for a slow acquirer take up all there is. */
    @Test
    void a_cancel_gets_in_while_slow_payments_take_up_everything_else() throws Exception {
        var begun = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        flow = () -> {
            begun.countDown();
            awaitQuietly(answered);
            return Answer.of(ResponseCode.SUCCESS);
        };
        admission.enter(Operation.PAY);
        var slow = Executors.newVirtualThreadPerTaskExecutor();
        try (slow) {
            var first = slow.submit(() -> ask("pay"));
            begun.await();
            hears(503, ResponseCode.ASK_OPERATOR, "1");
            flow = () -> Answer.of(ResponseCode.SUCCESS);
            assertEquals(200, ask("cancel").statusCode());
            hears(503, ResponseCode.ASK_OPERATOR, "1");
            answered.countDown();
            assertEquals(200, first.get().statusCode());
        } finally {
            answered.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_is_too_much_of_one_merchant_is_429_until_there_is_room() throws Exception {
        admission.enter(TESTER.id(), Operation.PAY);
        hears(429, ResponseCode.ASK_OPERATOR, "1");
        hears(429, ResponseCode.ASK_OPERATOR, "1");
        admission.leave(TESTER.id());
        hears(200, ResponseCode.SUCCESS, "none");
    }

    @Test
    void a_stopping_gateway_is_503() throws Exception {
        admission.drain();
        hears(503, ResponseCode.ASK_OPERATOR, "1");
        assertEquals(true, admission.isIdle());
    }

    @Test
    void whatever_was_answered_nothing_is_left_under_way() throws Exception {
        hears(200, ResponseCode.SUCCESS, "none");
        for (int i = 0; i < 100 && !admission.isIdle(); i++) Thread.sleep(10);
        assertEquals(true, admission.isIdle());
    }
}
