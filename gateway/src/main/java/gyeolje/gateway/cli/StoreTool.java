package gyeolje.gateway.cli;

import gyeolje.gateway.Adapters;
import gyeolje.gateway.flow.Time;
import gyeolje.gateway.settings.Settings;
import gyeolje.store.Store;
import java.util.function.Function;

/** Opens the configured store beside whatever gateways are running, for one piece of work. */
final class StoreTool {
    static <T> T with(Settings settings, Function<Store, T> work) {
        try (var store = Store.open(Adapters.store(settings, Time.system()).forTool())) {
            return work.apply(store);
        }
    }

    private StoreTool() {}
}
