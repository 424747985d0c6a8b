package gyeolje.proof.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.sandbox.Sandbox;
import gyeolje.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A gateway that comes and goes as a process, and an acquirer that stays. */
public final class Scene implements AutoCloseable {
    private final Path folder;
    private final Place place;
    private final Sandbox sandbox;
    private final Lines lines;
    private final Path configuration;

    private Scene(Path folder, Place place, Sandbox sandbox, Lines lines, Path configuration) {
        this.folder = folder;
        this.place = place;
        this.sandbox = sandbox;
        this.lines = lines;
        this.configuration = configuration;
    }

    /** With merchant `tester`, added on the command line. */
    public static Scene set(Path folder, Place place) throws Exception {
        return set(folder, place, settings -> settings.within("4s", "4s"));
    }

    public static Scene set(Path folder, Place place, UnaryOperator<Settings> change) throws Exception {
        var sandbox = Sandbox.start(SandboxOptions.defaults().withInquiryByOrder(true));
        var lines = Lines.to(sandbox.port());
        var settings = change.apply(Settings.patient(place, sandbox.port()).through(lines.ports()));
        var scene = new Scene(folder, place, sandbox, lines, settings.writeTo(folder));
        try {
            scene.addTester();
            return scene;
        } catch (Exception | AssertionError e) {
            scene.close();
            throw e;
        }
    }

    private void addTester() throws Exception {
        addMerchant(World.TESTER, World.TESTERS_KEY);
    }

    /** On the command line, beside whatever gateways run. */
    public void addMerchant(String id, String key, String... limits) throws Exception {
        var add = new ArrayList<>(List.of("merchant", "add", "--config", configuration.toString()));
        add.addAll(List.of("--id", id, "--name", "시험 가맹점", "--ip", "127.0.0.1", "--key", key));
        add.addAll(List.of(limits));
        var added = run(add.toArray(String[]::new));
        if (added.code() != 0) throw new AssertionError(added.err());
    }

    /** Runs a command to its end. */
    public GatewayProcess.Ending run(String... arguments) throws Exception {
        return GatewayProcess.run(folder, arguments);
    }

    public Path configuration() {
        return configuration;
    }

    public GatewayProcess serve() throws Exception {
        return GatewayProcess.serve(folder, configuration);
    }

    public Shop shop(GatewayProcess gateway) {
        return new Shop(World.TESTER, World.TESTERS_KEY, gateway.port());
    }

    public Acquirer acquirer() {
        return new Acquirer(sandbox.port());
    }

    /** Between every gateway of this scene and the acquirer. */
    public Lines lines() {
        return lines;
    }

    public Place place() {
        return place;
    }

    public byte[] log() throws IOException {
        return Files.readAllBytes(folder.resolve("gateway.log"));
    }

    /** `verify` beside the running gateway. */
    public void assertSound() throws Exception {
        var verified = run("verify", "--config", configuration.toString());
        assertEquals(0, verified.code(), () -> verified.out() + verified.err());
    }

    @Override
    public void close() {
        lines.close();
        sandbox.close();
    }
}
