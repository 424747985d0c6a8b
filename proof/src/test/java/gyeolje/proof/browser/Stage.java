package gyeolje.proof.browser;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** What all browser tests of a run share: one browser and one world for each storage, begun when first needed, ended with the run. */
final class Stage implements BeforeAllCallback {
    private static final Shared SHARED = new Shared();

    private static final class Shared implements AutoCloseable {
        private final Map<Storage, World> worlds = new EnumMap<>(Storage.class);
        private final List<Chromium> chromium = new ArrayList<>();

        synchronized Chromium chromium() {
            if (chromium.isEmpty()) chromium.add(new Chromium());
            return chromium.getFirst();
        }

        synchronized World world(Storage storage) {
            return worlds.computeIfAbsent(storage, Shared::begin);
        }

        private static World begin(Storage storage) {
            try {
                return new World(storage);
            } catch (Exception e) {
                throw new IllegalStateException("the demo does not start on " + storage, e);
            }
        }

        @Override
        public synchronized void close() {
            chromium.forEach(Chromium::close);
            chromium.clear();
            worlds.values().forEach(World::close);
            worlds.clear();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.create(Stage.class)).computeIfAbsent(Shared.class, _ -> SHARED);
    }

    static World world(Storage storage) {
        return SHARED.world(storage);
    }

    static Chromium chromium() {
        return SHARED.chromium();
    }
}
