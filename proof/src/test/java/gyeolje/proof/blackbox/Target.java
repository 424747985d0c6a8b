package gyeolje.proof.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.gateway.Adapters;
import gyeolje.gateway.flow.Time;
import gyeolje.gateway.settings.SettingsFile;
import gyeolje.proof.world.Acquirer;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.GatewayProcess;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.RawCall;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Secrets;
import gyeolje.proof.world.Settings;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import gyeolje.proof.world.World;
import gyeolje.sandbox.Sandbox;
import gyeolje.sandbox.SandboxOptions;
import gyeolje.store.Merchants;
import gyeolje.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The gateway as it is shipped, in a process of its own, with an acquirer, a store, and merchants of every kind. */
final class Target implements AutoCloseable {
    /** The one address whose `X-Forwarded-For` counts. */
    static final String PROXY = "127.0.0.3";

    /** These tests send more bad signatures in a minute than a merchant by mistake; what is heard then is another test's. */
    private static final Map<String, String> UNTHROTTLED = Map.of("GYEOLJE_HTTP_RATE_BAD_SIGNATURES", "0");

    private final Path folder;
    private final Place place;
    private final Sandbox sandbox;
    private final Store store;
    private final GatewayProcess gateway;
    private final Connection seen;
    private final Spare spare;

    Target(Path folder, Place place) throws Exception {
        this.folder = folder;
        this.place = place;
        this.sandbox = Sandbox.start(SandboxOptions.defaults().withInquiryByOrder(true));
        var configuration = Settings.patient(place, sandbox.port()).writeTo(folder, PROXY);
        this.store = Store.open(Adapters.store(SettingsFile.read(configuration, Map.of()), Time.system())
                .forTool());
        add(World.TESTER, World.TESTERS_KEY, UnaryOperator.identity(), "127.0.0.1");
        this.gateway = GatewayProcess.serve(folder, configuration, UNTHROTTLED);
        this.seen = place.connect();
        this.spare = new Spare(
                acquirer().authenticate(tester().ordered().transaction(), Shop.AMOUNT, Map.of()),
                tester().paid(acquirer()).transaction());
    }

    /** An order with its authentication, and a payment, to which refused requests are aimed: nothing may become of them. */
    record Spare(Map<String, String> pay, String paid) {
        Body payBody() {
            return Body.of(pay);
        }
    }

    Spare spare() {
        return spare;
    }

    int port() throws Exception {
        return gateway.port();
    }

    GatewayProcess gateway() {
        return gateway;
    }

    Path folder() {
        return folder;
    }

    Place place() {
        return place;
    }

    Merchants merchants() {
        return store.merchants();
    }

    Acquirer acquirer() {
        return new Acquirer(sandbox.port());
    }

    Shop tester() throws Exception {
        return new Shop(World.TESTER, World.TESTERS_KEY, port());
    }

    /** One more merchant that may call from this machine, with a key of its own. */
    Shop merchant(String id) throws Exception {
        return merchant(id, UnaryOperator.identity(), "127.0.0.1");
    }

    Shop merchant(String id, UnaryOperator<Merchant> terms, String... addresses) throws Exception {
        var key = "a-key-of-" + id + "-0123456789";
        add(id, key, terms, addresses);
        return new Shop(id, key, port());
    }

    Shop merchant(String id, Profile profile) throws Exception {
        return merchant(id, like -> reading(like, profile), "127.0.0.1");
    }

    private void add(String id, String key, UnaryOperator<Merchant> terms, String... addresses) {
        Secrets.key(key);
        store.merchants()
                .add(
                        terms.apply(new Merchant(
                                new MerchantId(id),
                                "시험 가맹점",
                                true,
                                Profile.STANDARD,
                                List.of(new ApiCertKey(key)),
                                List.of(addresses).stream()
                                        .map(AddressRange::of)
                                        .toList(),
                                Set.of(),
                                Merchant.DEFAULT_MINIMUM,
                                Merchant.DEFAULT_MAXIMUM,
                                Limits.UNLIMITED)),
                        "test");
    }

    private static Merchant reading(Merchant like, Profile profile) {
        return new Merchant(
                like.id(),
                like.name(),
                like.enabled(),
                profile,
                like.keys(),
                like.addresses(),
                Set.of("shop.example.com"),
                like.minimum(),
                like.maximum(),
                like.limits());
    }

    static String path(Shop shop, String operation) {
        return "/ep/api/kakao/" + shop.id() + "/" + operation;
    }

    /** The request as bytes on a connection of its own. */
    Reply raw(Shop shop, String operation, byte[] body) throws Exception {
        return RawCall.json(path(shop, operation)).body(body).to(port());
    }

    /** What has moved so far: calls to the acquirer, and rows of payments, journal, claims and limits. */
    String standing() throws Exception {
        return acquirer().calls() + " " + rows();
    }

    String rows() throws SQLException {
        try (var statement = seen.createStatement();
                var row = statement.executeQuery("""
                        SELECT (SELECT COUNT(*) FROM payment), (SELECT COALESCE(SUM(version), 0) FROM payment),
                            (SELECT COUNT(*) FROM journal), (SELECT COUNT(*) FROM order_claim),
                            (SELECT COALESCE(SUM(won), 0) FROM limit_use)
                        """)) {
            row.next();
            var counts = new StringBuilder("payments, versions, journal, claims, won:");
            for (int i = 1; i <= 5; i++) counts.append(' ').append(row.getLong(i));
            return counts.toString();
        }
    }

    /** Waits until no payment is under way or in doubt. */
    void settle() throws Exception {
        Until.holds("every payment is settled", () -> place.open() == 0);
    }

    /** Whatever was done to it, the gateway takes the next good order. */
    void assertServes() throws Exception {
        assertEquals(
                "0000", tester().send("order", tester().order(Shop.newNumber())).code());
    }

    @Override
    public void close() throws IOException, SQLException {
        seen.close();
        gateway.close();
        store.close();
        sandbox.close();
    }
}
