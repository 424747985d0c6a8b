package gyeolje.gateway.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads `gyeolje.yaml`; each key can also come from the environment: `kcp.site-code` is `GYEOLJE_KCP_SITE_CODE`. */
public final class SettingsFile {
    /** Every key there is, with its default; an empty default means that the key has none or may be left out. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("http.host", "127.0.0.1"),
            Map.entry("http.port", "8080"),
            Map.entry("http.trusted-proxies", ""),
            Map.entry("http.connections", "10000"),
            Map.entry("http.read-timeout", "8s"),
            Map.entry("http.idle-timeout", "60s"),
            Map.entry("http.write-timeout", "8s"),
            Map.entry("http.rate.order", "0"),
            Map.entry("http.rate.pay", "0"),
            Map.entry("http.rate.cancel", "0"),
            Map.entry("http.rate.burst", "2s"),
            Map.entry("http.rate.bad-signatures", "100"),
            Map.entry("http.rate.under-way", "10000"),
            Map.entry("http.tls.certificate", ""),
            Map.entry("http.tls.key", ""),
            Map.entry("admin.host", "127.0.0.1"),
            Map.entry("admin.port", "8081"),
            Map.entry("store.url", "sqlite:data/gyeolje.db"),
            Map.entry("store.master-key", ""),
            Map.entry("store.master-key-file", "gyeolje-master.key"),
            Map.entry("store.second-master-key", ""),
            Map.entry("store.second-master-key-file", ""),
            Map.entry("kcp.site-code", "T0000"),
            Map.entry("kcp.certificate", "kcp/cert.pem"),
            Map.entry("kcp.private-key", "kcp/key.pem"),
            Map.entry("kcp.private-key-password", ""),
            Map.entry("kcp.register-url", "https://testsmpay.kcp.co.kr/trade/register.do"),
            Map.entry("kcp.approve-url", "https://stg-spl.kcp.co.kr/gw/enc/v1/payment"),
            Map.entry("kcp.cancel-url", "https://stg-spl.kcp.co.kr/gw/mod/v1/cancel"),
            Map.entry("kcp.inquiry-url", "https://stg-spl.kcp.co.kr/std/inquery"),
            Map.entry("kcp.inquiry-by-order", "false"),
            Map.entry("kcp.connect-timeout", "3s"),
            Map.entry("kcp.deadline", "12s"),
            Map.entry("kcp.connections", "512"),
            Map.entry("resolver.first-delay", "1s"),
            Map.entry("resolver.guard", "15m"));

    private static final List<String> SECRETS = List.of("store.master-key", "kcp.private-key-password");
    private static final int MOST_BYTES = 1 << 20;

    /**
     * Reads and checks a configuration.
     *
     * @param environment as `System.getenv()`
     * @throws SettingsException for an unreadable file, an unknown key or a value of the wrong type
     */
    public static Settings read(Path file, Map<String, String> environment) {
        var values = new HashMap<>(DEFAULTS);
        flatten("", load(file), values);
        if (holdsSecrets(values)) PrivateFile.advise("the configuration", file);
        for (var key : DEFAULTS.keySet()) {
            var override = environment.get(environmentName(key));
            if (override != null && !override.isBlank()) values.put(key, override);
        }
        return new SettingsValues(values, folderOf(file)).settings();
    }

    private static boolean holdsSecrets(Map<String, String> values) {
        return SECRETS.stream().anyMatch(key -> !values.getOrDefault(key, "").isBlank())
                || values.getOrDefault("store.url", "").contains("password=");
    }

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
    }

    static String environmentName(String key) {
        return "GYEOLJE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Object load(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) throw new SettingsException(file + " is too large for a configuration");
            var settings = LoadSettings.builder()
                    .setLabel(file.toString())
                    .setSchema(new TextSchema())
                    .build();
            var loaded = new Load(settings).loadFromString(Files.readString(file));
            if (loaded == null) return Map.of();
            if (loaded instanceof Map<?, ?>) return loaded;
            throw new SettingsException(file + " must hold keys and their values, such as `http: {port: 8080}`");
        } catch (IOException e) {
            throw new SettingsException("cannot read the configuration " + file + ": give its path with --config");
        } catch (YamlEngineException e) {
            throw new SettingsException(file + " is not readable YAML: "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }

    private static void flatten(String prefix, Object node, Map<String, String> into) {
        switch (node) {
            case Map<?, ?> section
            when !DEFAULTS.containsKey(prefix) ->
                section.forEach((key, value) ->
                        flatten(prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key, orEmpty(value), into));
            case Collection<?> list
            when isKnown(prefix) ->
                into.put(prefix, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
            case Object scalar
            when isKnown(prefix) -> {
                if (scalar instanceof Map<?, ?>) throw new SettingsException(prefix + " must be a single value");
                if (!scalar.equals("")) into.put(prefix, String.valueOf(scalar));
            }
            case String empty when empty.isEmpty() && isSection(prefix) -> {}
            default -> throw new SettingsException("unknown key in the configuration: " + prefix + closest(prefix));
        }
    }

    private static boolean isKnown(String key) {
        return DEFAULTS.containsKey(key);
    }

    private static boolean isSection(String prefix) {
        return DEFAULTS.keySet().stream().anyMatch(key -> key.startsWith(prefix + "."));
    }

    private static Object orEmpty(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value;
    }

    private static String closest(String key) {
        var section = key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : "";
        List<String> siblings = DEFAULTS.keySet().stream()
                .filter(known -> known.startsWith(section))
                .sorted()
                .toList();
        return siblings.isEmpty() ? "" : " (known here: " + String.join(", ", siblings) + ")";
    }

    private SettingsFile() {}
}
