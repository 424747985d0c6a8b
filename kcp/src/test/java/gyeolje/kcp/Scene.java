package gyeolje.kcp;

import gyeolje.core.payment.Authentication;
import gyeolje.core.payment.Buyer;
import gyeolje.core.payment.CashReceipt;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Registration;
import gyeolje.core.payment.Window;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** The scene that the golden transcripts play in, and an adapter pointed at a server of the test's own. */
final class Scene implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-04-01T03:00:00Z");
    static final Path ROOT = Path.of(Objects.requireNonNullElse(System.getProperty("gyeolje.root"), ".."));
    static final Path KEYS = ROOT.resolve("wire/keys");
    static final AcquirerTransactionId TNO = new AcquirerTransactionId("26040112000001");
    static final Authentication AUTHENTICATION =
            new Authentication("2secretDATA", "1secretINFO", "00100000", "KAKAO_MONEY");
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)"
            + " AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    private final Vertx vertx = Vertx.vertx();
    private final List<String> measured = new CopyOnWriteArrayList<>();
    private final Kcp kcp;

    Scene(KcpSettings settings) {
        this(settings, InstantSource.fixed(NOW));
    }

    Scene(KcpSettings settings, InstantSource clock) {
        kcp = new Kcp(
                settings,
                vertx,
                clock,
                (operation, outcome, _) -> measured.add(operation.label() + " " + outcome.label()));
    }

    static Scene at(int port) {
        return new Scene(settings("http://127.0.0.1:" + port, Duration.ofSeconds(20), true));
    }

    static Scene impatient(int port) {
        return new Scene(settings("http://127.0.0.1:" + port, Duration.ofMillis(400), true));
    }

    static KcpSettings settings(String base, Duration deadline, boolean byOrder) {
        return settings(base, "/trade/register.do", deadline, byOrder, KcpSettings.Pools.DEFAULT);
    }

    static KcpSettings settings(
            String base, String registerPath, Duration deadline, boolean byOrder, KcpSettings.Pools pools) {
        var addresses = new KcpSettings.Addresses(
                URI.create(base + registerPath),
                URI.create(base + "/gw/enc/v1/payment"),
                URI.create(base + "/gw/mod/v1/cancel"),
                URI.create(base + "/std/inquery"));
        return new KcpSettings(
                new SiteCode("T0000"),
                KEYS.resolve("cert.pem"),
                KEYS.resolve("key.pem"),
                "",
                addresses,
                byOrder,
                KcpSettings.Timing.of(Duration.ofSeconds(3), deadline, Duration.ofSeconds(1)),
                pools);
    }

    static Order order(String itemName) {
        return new Order(
                new MerchantId("tester"),
                new TransactionId("20260401120000KK0001"),
                new OrderNumber("ZP2017090911"),
                new Won(1004),
                Window.MOBILE,
                itemName,
                new Buyer("김결제", "", ""),
                "https://shop.example.com/return",
                "",
                CashReceipt.BY_KAKAOPAY,
                IPHONE,
                new SiteCode("T0000"),
                new Registration.NotNeeded(),
                Fingerprint.of("20260401120000", Digests.sha256("order")),
                NOW);
    }

    static Order order() {
        return order("텀블러");
    }

    Kcp kcp() {
        return kcp;
    }

    List<String> measured() {
        return measured;
    }

    @Override
    public void close() {
        kcp.close();
        vertx.close().await();
    }
}
