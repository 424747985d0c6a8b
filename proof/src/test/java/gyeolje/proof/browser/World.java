package gyeolje.proof.browser;

import gyeolje.demo.Demo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The whole demo, running: shop, gateway and sandbox on ports of their own. */
final class World implements AutoCloseable {
    private final Demo demo;

    World(Storage storage) throws Exception {
        var worlds = Files.createDirectories(target().resolve("worlds"));
        var folder = Files.createTempDirectory(worlds, storage.name().toLowerCase(Locale.ROOT) + "-");
        this.demo = Demo.start(folder, new Demo.Ports(0, 0, 0, 0), storage.url(), _ -> {});
    }

    /** The address a buyer opens: another site than KCP's, as in real life. */
    String shop() {
        return "http://localhost:" + demo.ports().shop();
    }

    String sandbox() {
        return "http://127.0.0.1:" + demo.ports().sandbox();
    }

    String gateway() {
        return "http://127.0.0.1:" + demo.ports().gateway();
    }

    /** What the acquirer has written down until now. */
    Ledger ledger() {
        return Ledger.read(sandbox());
    }

    @Override
    public void close() {
        demo.close();
    }

    /** Where a build leaves what it made. */
    static Path target() {
        return Path.of(System.getProperty("gyeolje.root", ".."), "proof", "target")
                .toAbsolutePath()
                .normalize();
    }
}
