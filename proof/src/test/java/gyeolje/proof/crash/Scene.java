package gyeolje.proof.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.proof.world.Acquirer;
import gyeolje.proof.world.GatewayProcess;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Settings;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.World;
import gyeolje.sandbox.Sandbox;
import gyeolje.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A gateway that comes and goes as a process, and an acquirer that stays. */
final class Scene implements AutoCloseable {
    private final Path folder;
    private final Place place;
    private final Sandbox sandbox;
    private final Path configuration;

    private Scene(Path folder, Place place, Sandbox sandbox, Path configuration) {
        this.folder = folder;
        this.place = place;
        this.sandbox = sandbox;
        this.configuration = configuration;
    }

    /** With merchant `tester`, added on the command line. */
    static Scene set(Path folder, Place place) throws Exception {
        var sandbox = Sandbox.start(SandboxOptions.defaults().withInquiryByOrder(true));
        var configuration = new Settings(place, sandbox.port(), "4s", "4s", true).writeTo(folder);
        var scene = new Scene(folder, place, sandbox, configuration);
        var added = GatewayProcess.run(
                folder,
                "merchant",
                "add",
                "--config",
                configuration.toString(),
                "--id",
                World.TESTER,
                "--name",
                "시험 가맹점",
                "--ip",
                "127.0.0.1",
                "--key",
                World.TESTERS_KEY);
        if (added.code() != 0) {
            scene.close();
            throw new AssertionError(added.err());
        }
        return scene;
    }

    GatewayProcess serve() throws Exception {
        return GatewayProcess.serve(folder, configuration);
    }

    Shop shop(GatewayProcess gateway) throws IOException {
        return new Shop(World.TESTER, World.TESTERS_KEY, gateway.port());
    }

    Acquirer acquirer() {
        return new Acquirer(sandbox.port());
    }

    Place place() {
        return place;
    }

    byte[] log() throws IOException {
        return Files.readAllBytes(folder.resolve("gateway.log"));
    }

    /** `verify` beside the running gateway. */
    void assertSound() throws Exception {
        var verified = GatewayProcess.run(folder, "verify", "--config", configuration.toString());
        assertEquals(0, verified.code(), () -> verified.out() + verified.err());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
