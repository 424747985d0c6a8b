package gyeolje.gateway.cli;

import gyeolje.gateway.Adapters;
import gyeolje.gateway.flow.Time;
import gyeolje.gateway.settings.Settings;
import gyeolje.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Opens the configured store beside whatever gateways are running, for one piece of work. */
final class StoreTool {
    private static final String SQLITE = "sqlite:";

    /** For commands that find nothing in a new store: one made on the spot would hide that the configuration names the wrong place. */
    static <T> T withExisting(Settings settings, Function<Store, T> work) {
        var url = settings.store().url();
        if (url.startsWith(SQLITE) && !Files.exists(Path.of(url.substring(SQLITE.length()))))
            throw new CommandFailure("there is no store at " + url + ": check store.url in the configuration");
        return with(settings, work);
    }

    static <T> T with(Settings settings, Function<Store, T> work) {
        try (var store = Store.open(Adapters.store(settings, Time.system()).forTool())) {
            return work.apply(store);
        }
    }

    private StoreTool() {}
}
