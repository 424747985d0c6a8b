package gyeolje.gateway.cli;

import gyeolje.gateway.settings.Settings;
import gyeolje.gateway.settings.SettingsFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the configuration is. */
final class ConfigOption {
    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "the configuration, such as gyeolje.yaml")
    private Path file = Path.of("gyeolje.yaml");

    Settings settings() {
        return SettingsFile.read(file, System.getenv());
    }
}
