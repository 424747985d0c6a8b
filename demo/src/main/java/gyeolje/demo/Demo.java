package gyeolje.demo;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.MerchantId;
import gyeolje.gateway.DemoKey;
import gyeolje.gateway.Gateway;
import gyeolje.gateway.settings.SettingsFile;
import gyeolje.sandbox.Sandbox;
import gyeolje.sandbox.SandboxOptions;
import gyeolje.shop.Shop;
import gyeolje.shop.ShopOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole payment world on one machine: shop, gateway and acquirer talk to each other over HTTP as they would anywhere. All that
 * they remember is under one folder.
 */
public final class Demo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final MerchantId MERCHANT = new MerchantId("tester");

    /** The embedded store, inside the folder. */
    public static final String EMBEDDED_STORE = "sqlite:gyeolje.db";

    /** The parts that run, the last one on top: they stop in the opposite order. */
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private final Ports ports;

    /** Where each part listens; 0 lets the system choose. */
    public record Ports(int gateway, int admin, int sandbox, int shop) {}

    /**
     * Starts all three on the embedded store; everything answers when this returns.
     *
     * @param tell hears a line for each part and at last `ready`
     * @throws Exception with a one-line message when a port is taken or the folder cannot be used
     */
    public static Demo start(Path folder, Ports wanted, Consumer<String> tell) throws Exception {
        return start(folder, wanted, EMBEDDED_STORE, tell);
    }

    /**
     * As above, on a store of the caller's.
     *
     * @param store `sqlite:FILE`, relative to the folder, or `jdbc:postgresql://…`
     */
    public static Demo start(Path folder, Ports wanted, String store, Consumer<String> tell) throws Exception {
        Files.createDirectories(folder);
        var parts = new ArrayDeque<AutoCloseable>();
        var credentials = DemoCredentials.makingIn(folder.resolve("kcp"));
        try {
            var sandbox = Sandbox.start(SandboxOptions.defaults()
                    .withPort(wanted.sandbox())
                    .withInquiryByOrder(true)
                    .withDataDirectory(folder.resolve("sandbox")));
            parts.push(sandbox);
            var kcp = "http://127.0.0.1:" + sandbox.port();
            tell.accept("sandbox  " + kcp + "  (KCP and KakaoPay, no real money)");

            credentials.get();
            var configuration = configure(folder, wanted, store, kcp);
            var gateway = Gateway.start(SettingsFile.read(configuration, Map.of()));
            parts.push(gateway);
            if (gateway.merchants().find(MERCHANT).isEmpty())
                gateway.merchants().add(merchant(), "demo");
            var gatewayUrl = "http://127.0.0.1:" + gateway.port();
            tell.accept("gateway  " + gatewayUrl + "  (merchant tester, health on port " + gateway.adminPort() + ")");

            var shop = Shop.start(ShopOptions.of(URI.create(gatewayUrl), MERCHANT.text(), DemoKey.KEY.secret())
                    .withPort(wanted.shop())
                    .withKcpScript(URI.create(kcp + "/plugin/payplus_web.jsp"))
                    .withData(folder.resolve("shop")));
            parts.push(shop);
            tell.accept("shop     http://localhost:" + shop.port() + "  <- open this and buy something");
            tell.accept("settings " + configuration + "  (for merchant and verify)");
            tell.accept("ready");
            return new Demo(parts, new Ports(gateway.port(), gateway.adminPort(), sandbox.port(), shop.port()));
        } catch (Exception e) {
            closeAll(parts);
            throw e;
        }
    }

    private Demo(Deque<AutoCloseable> running, Ports ports) {
        this.running.addAll(running);
        this.ports = ports;
    }

    public Ports ports() {
        return ports;
    }

    @Override
    public void close() {
        closeAll(running);
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.warn("a part did not stop cleanly", e);
            }
        }
    }

    private static Path configure(Path folder, Ports ports, String store, String kcp) throws IOException {
        var file = folder.resolve("gyeolje.yaml");
        Files.writeString(file, """
                # Written by `./gyeolje demo` at every start; changes here are lost.
                http: {host: 127.0.0.1, port: %1$d}
                admin: {host: 127.0.0.1, port: %2$d}
                store:
                  url: '%4$s'
                  master-key-file: master.key
                kcp:
                  site-code: T0000
                  certificate: kcp/cert.pem
                  private-key: kcp/key.pem
                  register-url: %3$s/trade/register.do
                  approve-url: %3$s/gw/enc/v1/payment
                  cancel-url: %3$s/gw/mod/v1/cancel
                  inquiry-url: %3$s/std/inquery
                  inquiry-by-order: true
                """.formatted(ports.gateway(), ports.admin(), kcp, store.replace("'", "''")));
        return file;
    }

    private static Merchant merchant() {
        return new Merchant(
                MERCHANT,
                "데모 가맹점",
                true,
                Profile.STANDARD,
                List.of(DemoKey.KEY),
                List.of(AddressRange.of("127.0.0.1"), AddressRange.of("::1")),
                Set.of(),
                Merchant.DEFAULT_MINIMUM,
                Merchant.DEFAULT_MAXIMUM,
                Limits.UNLIMITED);
    }
}
