package gyeolje.gateway.cli;

import gyeolje.gateway.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;

/** An empty store made on the spot would be sound, and a lie about the one that was meant. */
final class ExistingStore {
    private static final String SQLITE = "sqlite:";

    static void check(Settings settings) {
        var url = settings.store().url();
        if (url.startsWith(SQLITE) && !Files.exists(Path.of(url.substring(SQLITE.length()))))
            throw new CommandFailure("there is no store at " + url + ": check store.url in the configuration");
    }

    private ExistingStore() {}
}
