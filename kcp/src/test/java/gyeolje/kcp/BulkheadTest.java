package gyeolje.kcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gyeolje.core.payment.Acquirer.Finding;
import gyeolje.core.payment.Acquirer.Registering;
import gyeolje.core.payment.Doubt.Trace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One operation that is slow takes nothing from the others, and a clock that is set takes nothing from any. */
final class BulkheadTest {
    private static final String DECLINED = "{\"res_cd\":\"CC10\",\"res_msg\":\"no\"}";
    private static final Map<String, String> ANSWERS = Map.of(
            "/trade/register.do", "{\"Code\":\"9562\",\"Message\":\"no\"}",
            "/std/inquery", "{\"res_cd\":\"8132\",\"res_msg\":\"no such trade\"}",
            "/gw/mod/v1/cancel", "{\"res_cd\":\"8178\",\"res_msg\":\"no\"}");
    private static final int CONNECTIONS = 4;

    @Test
    void approvals_that_hang_leave_room_for_cancels_inquiries_and_registrations() throws Exception {
        var hanging = new CountDownLatch(CONNECTIONS);
        var over = new CountDownLatch(1);
        StubKcp.Play play = (heard, socket) -> {
            if (heard.path().equals("/gw/enc/v1/payment")) {
                hanging.countDown();
                over.await();
            }
            StubKcp.answering(ANSWERS.getOrDefault(heard.path(), DECLINED)).on(heard, socket);
        };
        try (var server = new StubKcp(play);
                var scene = new Scene(bounded(server.port()));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS + 2; i++)
                threads.execute(() -> scene.kcp().approve(Scene.order(), Scene.AUTHENTICATION));
            try {
                assertEquals(true, hanging.await(10, TimeUnit.SECONDS), "every connection for approvals is taken");
                othersWork(scene.kcp());
            } finally {
                over.countDown();
            }
        }
    }

    private static void othersWork(Kcp kcp) {
        assertEquals("refused 8178 no", Told.of(kcp.cancel(Scene.order(), Scene.TNO, "이유")));
        assertEquals(new Finding.NotFound(), kcp.inquire(Scene.order(), new Trace.Known(Scene.TNO)));
        assertInstanceOf(Registering.Refused.class, kcp.register(Scene.order()));
    }

    private static KcpSettings bounded(int port) {
        return Scene.settings(
                "http://127.0.0.1:" + port,
                "/trade/register.do",
                Duration.ofSeconds(20),
                true,
                KcpSettings.Pools.DEFAULT.approving(CONNECTIONS, 2));
    }

    /** Each look at the clock finds it an hour further, or an hour back. */
    @Test
    void a_clock_that_is_set_moves_no_deadline() throws IOException {
        for (int hours : new int[] {1, -1}) {
            var looks = new AtomicLong();
            try (var server = new StubKcp(StubKcp.answering(DECLINED));
                    var scene = new Scene(bounded(server.port()), () -> jumping(looks.incrementAndGet() * hours))) {
                assertEquals("declined CC10 no", Told.of(scene.kcp().approve(Scene.order(), Scene.AUTHENTICATION)));
            }
        }
    }

    private static Instant jumping(long hours) {
        return Scene.NOW.plus(Duration.ofHours(hours));
    }
}
