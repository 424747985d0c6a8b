package gyeolje.simulation;

import gyeolje.store.MasterKey;
import gyeolje.store.Store;
import gyeolje.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** The world of a seed on the real store, which must leave the same trace as the model and verify itself afterwards. */
final class OnSqlite {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T14:30:00Z"));

    /** What is wrong; nothing when the list is empty. */
    static List<String> compare(long seed) throws IOException {
        var folder = Files.createTempDirectory("gyeolje-simulation");
        try {
            return compare(seed, folder);
        } finally {
            delete(folder);
        }
    }

    private static List<String> compare(long seed, Path folder) {
        var wrong = new ArrayList<String>();
        var key = MasterKey.generate(folder.resolve("master.key"));
        var settings = StoreSettings.of("sqlite:" + folder.resolve("gyeolje.db"), key, CLOCK);
        try (var store = Store.open(settings)) {
            var real = Play.of(seed, new BitSet(), Variant.PRODUCT, store, false);
            var model = Campaign.play(seed, new BitSet(), Variant.PRODUCT, false);
            real.violation().ifPresent(violation -> wrong.add("seed " + seed + " on SQLite: " + violation));
            if (real.hash() != model.hash())
                wrong.add("seed " + seed + " leaves another trace on SQLite than on the model store");
            store.verify(finding -> wrong.add("seed " + seed + " on SQLite: " + finding));
        }
        return wrong;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private OnSqlite() {}
}
