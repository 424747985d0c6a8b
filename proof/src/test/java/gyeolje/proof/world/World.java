package gyeolje.proof.world;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.gateway.Gateway;
import gyeolje.gateway.flow.TransactionIds;
import gyeolje.gateway.settings.SettingsFile;
import gyeolje.sandbox.Sandbox;
import gyeolje.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A gateway and an acquirer that talk over HTTP, and a merchant, `tester`, who may call. */
public final class World implements AutoCloseable {
    public static final String TESTER = "tester";
    public static final String TESTERS_KEY = "25bcd7a82f5b4058818462cc7715964c";

    private final Clock time = Clock.fromNoon();
    private final Path folder;
    private final Place place;
    private final Sandbox sandbox;
    private final Path configuration;
    private Gateway gateway;

    private World(Path folder, Place place, UnaryOperator<Settings> change, Settings.Pace pace) throws Exception {
        this.folder = folder;
        this.place = place;
        this.sandbox = Sandbox.start(SandboxOptions.defaults().withInquiryByOrder(true));
        this.configuration = change.apply(pace.of(place, sandbox.port())).writeTo(folder);
        this.gateway = start();
        gateway.merchants().add(merchant(TESTER, Limits.UNLIMITED, "127.0.0.1"), "test");
    }

    /** For tests in which the acquirer answers: nothing is given up because the machine is slow. */
    public static World patient(Path folder, Place place) throws Exception {
        return new World(folder, place, UnaryOperator.identity(), Settings::patient);
    }

    /** For tests in which it does not. */
    public static World hasty(Path folder, Place place) throws Exception {
        return hasty(folder, place, UnaryOperator.identity());
    }

    public static World hasty(Path folder, Place place, UnaryOperator<Settings> change) throws Exception {
        return new World(folder, place, change, Settings::hasty);
    }

    private Gateway start() throws Exception {
        return Gateway.start(SettingsFile.read(configuration, Map.of()), time, new TransactionIds(time));
    }

    public void restartGateway() throws Exception {
        gateway.close();
        gateway = start();
    }

    public Gateway gateway() {
        return gateway;
    }

    public Place place() {
        return place;
    }

    public Path folder() {
        return folder;
    }

    public Acquirer acquirer() {
        return new Acquirer(sandbox.port());
    }

    public Shop tester() {
        return new Shop(TESTER, TESTERS_KEY, gateway.port());
    }

    /** One more merchant, with a key of its own. */
    public Shop merchant(String id, Limits limits) {
        return merchant(id, limits, "127.0.0.1", true);
    }

    public Shop merchant(String id, Limits limits, String address, boolean enabled) {
        var merchant = merchant(id, limits, address);
        gateway.merchants().add(merchant, "test");
        if (!enabled) gateway.merchants().disable(merchant.id(), "test");
        return new Shop(id, merchant.keys().getFirst().secret(), gateway.port());
    }

    private static Merchant merchant(String id, Limits limits, String address) {
        var key = id.equals(TESTER) ? TESTERS_KEY : "a-key-of-" + id + "-0123456789";
        Secrets.key(key);
        return new Merchant(
                new MerchantId(id),
                "시험 가맹점",
                true,
                Profile.STANDARD,
                List.of(new ApiCertKey(key)),
                List.of(AddressRange.of(address)),
                Set.of(),
                Merchant.DEFAULT_MINIMUM,
                Merchant.DEFAULT_MAXIMUM,
                limits);
    }

    /** Waits until no payment is under way or in doubt. */
    public void settle() throws Exception {
        Until.holds("every payment is settled", () -> place.open() == 0);
    }

    /** What the gateway tells operators about itself. */
    public String metrics() throws Exception {
        return Wire.get(gateway.adminPort(), "/metrics");
    }

    /** Whatever the test was about, what is left behind gives nobody away. */
    @Override
    public void close() {
        try {
            Secrets.assertNoneIn(folder, place);
            Secrets.assertNoneInAnswers();
        } catch (IOException | SQLException e) {
            throw new AssertionError("what is left behind cannot be read", e);
        } finally {
            gateway.close();
            sandbox.close();
        }
    }
}
