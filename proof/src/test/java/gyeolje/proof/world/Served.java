package gyeolje.proof.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.sandbox.Sandbox;
import gyeolje.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.Map;

/** A gateway in a process of its own, with an acquirer, and merchants who were added by the command line. */
public final class Served implements AutoCloseable {
    private final Path folder;
    private final Place place;
    private final Path configuration;
    private final Sandbox sandbox;
    private final GatewayProcess gateway;

    /** With settings in the environment, such as `GYEOLJE_HTTP_READ_TIMEOUT`. */
    public Served(Path folder, Place place, Map<String, String> environment) throws Exception {
        this.folder = folder;
        this.place = place;
        this.sandbox = Sandbox.start(SandboxOptions.defaults().withInquiryByOrder(true));
        this.configuration = Settings.patient(place, sandbox.port()).writeTo(folder);
        add(World.TESTER, World.TESTERS_KEY);
        this.gateway = GatewayProcess.serve(folder, configuration, environment);
    }

    private void add(String id, String key) throws Exception {
        var added = GatewayProcess.run(
                folder,
                "merchant",
                "add",
                id,
                "--config",
                configuration.toString(),
                "--name",
                "시험 가맹점",
                "--ip",
                "127.0.0.1",
                "--key",
                key);
        assertEquals(0, added.code(), added::err);
    }

    public Shop tester() throws Exception {
        return new Shop(World.TESTER, World.TESTERS_KEY, gateway.port());
    }

    /** One more merchant. */
    public Shop merchant(String id) throws Exception {
        var key = "a-key-of-" + id + "-0123456789";
        add(id, key);
        return new Shop(id, key, gateway.port());
    }

    public GatewayProcess gateway() {
        return gateway;
    }

    public Place place() {
        return place;
    }

    public Acquirer acquirer() {
        return new Acquirer(sandbox.port());
    }

    public String metrics() throws Exception {
        return Wire.get(gateway.adminPort(), "/metrics");
    }

    @Override
    public void close() {
        gateway.close();
        sandbox.close();
    }
}
