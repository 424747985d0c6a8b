package gyeolje.kcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Acquirer.Finding;
import gyeolje.core.payment.Acquirer.Registering;
import gyeolje.core.payment.Doubt.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** Where no connection was had, KCP surely knows nothing: no doubt, nothing to undo. */
final class NotSentTest {
    private static final String OK = "{\"res_cd\":\"CC10\",\"res_msg\":\"no\"}";

    @Test
    void nobody_listens() throws IOException {
        int port;
        try (var closed = StubKcp.plain()) {
            port = closed.getLocalPort();
        }
        assertNothingSent(Scene.settings("http://127.0.0.1:" + port, Duration.ofSeconds(20), true));
    }

    @Test
    void the_host_has_no_address() {
        assertNothingSent(Scene.settings("http://kcp.invalid", Duration.ofMillis(500), true));
    }

    @Test
    void the_other_side_does_not_speak_tls() throws IOException {
        try (var server = new StubKcp(StubKcp.answering(OK))) {
            assertNothingSent(Scene.settings("https://127.0.0.1:" + server.port(), Duration.ofMillis(500), true));
            assertEquals(List.of(), server.heard());
        }
    }

    @Test
    void the_other_side_has_a_certificate_that_nobody_trusts() throws IOException, GeneralSecurityException {
        try (var listener = untrusted()
                        .getServerSocketFactory()
                        .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var server = new StubKcp(listener, StubKcp.answering(OK))) {
            assertNothingSent(Scene.settings("https://127.0.0.1:" + server.port(), Duration.ofSeconds(20), true));
            assertEquals(List.of(), server.heard());
        }
    }

    @Test
    void no_connection_is_free_and_the_queue_is_full() throws Exception {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var server = new StubKcp(holding(entered, leave));
                var scene = new Scene(approvingOnly(server.port(), 1, 0));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> approve(scene), threads);
            entered.await();
            assertEquals("not reached", approve(scene));
            leave.countDown();
            assertEquals("declined CC10 no", first.get());
            assertEquals(1, server.heard().size());
        }
    }

    /** What leaves late has no time left to be answered, and would be a doubt where a refusal is possible. */
    @Test
    void no_connection_becomes_free_in_half_of_the_time() throws Exception {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var server = new StubKcp(holding(entered, leave));
                var scene = new Scene(inAHurry(approvingOnly(server.port(), 1, 4)));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> approve(scene), threads);
            entered.await();
            long began = System.nanoTime();
            assertEquals("not reached", approve(scene));
            var waited = Duration.ofNanos(System.nanoTime() - began);
            assertTrue(waited.toMillis() >= 1_900 && waited.toMillis() < 3_500, () -> "waited " + waited);
            leave.countDown();
            assertEquals("declined CC10 no", first.get());
            assertEquals("declined CC10 no", approve(scene));
            assertEquals(2, server.heard().size());
        }
    }

    /** Four seconds in all, of which half a second to connect. */
    private static KcpSettings inAHurry(KcpSettings it) {
        var timing = KcpSettings.Timing.of(Duration.ofMillis(500), Duration.ofSeconds(4), Duration.ofSeconds(1));
        return new KcpSettings(
                it.siteCode(),
                it.certificate(),
                it.privateKey(),
                it.privateKeyPassword(),
                it.addresses(),
                it.inquiryByOrder(),
                timing,
                it.pools());
    }

    @Test
    void approvals_that_hang_leave_room_for_cancels_and_inquiries() throws Exception {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        StubKcp.Play hangingApprovals = (heard, socket) -> {
            if (heard.path().endsWith("/payment")) {
                entered.countDown();
                leave.await();
            }
            StubKcp.answering(OK).on(heard, socket);
        };
        try (var server = new StubKcp(hangingApprovals);
                var scene = new Scene(approvingOnly(server.port(), 1, 0));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hanging = CompletableFuture.supplyAsync(() -> approve(scene), threads);
            entered.await();
            assertEquals("refused CC10 no", Told.of(scene.kcp().cancel(Scene.order(), Scene.TNO, "이유")));
            assertInstanceOf(Finding.Unanswered.class, scene.kcp().inquire(Scene.order(), new Trace.Known(Scene.TNO)));
            leave.countDown();
            assertEquals("declined CC10 no", hanging.get());
        }
    }

    @Test
    void a_thousand_approvals_can_be_in_flight_at_once() throws Exception {
        int many = 1000;
        var together = new CountDownLatch(many);
        StubKcp.Play onceAllAreIn = (heard, socket) -> {
            together.countDown();
            together.await();
            StubKcp.answering(OK).on(heard, socket);
        };
        try (var server = new StubKcp(onceAllAreIn);
                var scene = new Scene(approvingOnly(server.port(), many, 0));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = Stream.generate(() -> CompletableFuture.supplyAsync(() -> approve(scene), threads))
                    .limit(many)
                    .toList();
            for (var call : calls) assertEquals("declined CC10 no", call.get());
        }
    }

    @Test
    void a_connection_serves_call_after_call() throws IOException {
        try (var server = new StubKcp(StubKcp.answering(OK));
                var scene = Scene.at(server.port())) {
            for (int i = 0; i < 20; i++) assertEquals("declined CC10 no", approve(scene));
            assertTrue(server.connections() <= 5, "20 calls over " + server.connections() + " connections");
        }
    }

    /** An answer can be there before its caller listens. */
    @Test
    void no_answer_is_lost_however_quick_it_is() throws IOException {
        try (var server = new StubKcp(StubKcp.answering(OK));
                var scene = Scene.at(server.port())) {
            for (int i = 0; i < 1000; i++) assertEquals("declined CC10 no", approve(scene));
        }
    }

    /** Answers once it may. */
    private static StubKcp.Play holding(CountDownLatch entered, CountDownLatch leave) {
        return (heard, socket) -> {
            entered.countDown();
            leave.await();
            StubKcp.answering(OK).on(heard, socket);
        };
    }

    private static String approve(Scene scene) {
        return Told.of(scene.kcp().approve(Scene.order(), Scene.AUTHENTICATION));
    }

    private static KcpSettings approvingOnly(int port, int connections, int waiting) {
        return Scene.settings(
                "http://127.0.0.1:" + port,
                "/trade/register.do",
                Duration.ofSeconds(60),
                true,
                KcpSettings.Pools.DEFAULT.approving(connections, waiting));
    }

    private static void assertNothingSent(KcpSettings settings) {
        try (var scene = new Scene(settings)) {
            assertEquals("not reached", approve(scene));
            assertEquals("not sent", Told.of(scene.kcp().cancel(Scene.order(), Scene.TNO, "이유")));
            assertInstanceOf(Finding.Unanswered.class, scene.kcp().inquire(Scene.order(), new Trace.Known(Scene.TNO)));
            assertInstanceOf(Registering.Unreachable.class, scene.kcp().register(Scene.order()));
            assertTrue(scene.measured().contains("approve not_sent"));
        }
    }

    private static SSLContext untrusted() throws GeneralSecurityException {
        try (var file = Files.newInputStream(Scene.KEYS.resolve("cert.pem"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, new char[0]);
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(file);
            var key = PrivateKeys.read(Scene.KEYS.resolve("key.pem"), "");
            store.setKeyEntry("it", key, new char[0], new Certificate[] {certificate});
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, new char[0]);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
