package gyeolje.gateway.settings;

import gyeolje.core.value.AddressRange;
import gyeolje.core.value.SiteCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts by key, read as what each key holds. Paths are relative to the folder of the configuration file. */
final class SettingsValues {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,7})(ms|s|m|h)");

    private static final int MOST_A_SECOND = 1_000_000;

    private final Map<String, String> values;
    private final Path folder;

    SettingsValues(Map<String, String> values, Path folder) {
        this.values = values;
        this.folder = folder;
    }

    Settings settings() {
        return new Settings(
                http(),
                new Settings.Admin(text("admin.host"), port("admin.port")),
                store(),
                kcp(),
                new Settings.Resolver(duration("resolver.first-delay"), duration("resolver.guard")));
    }

    private Settings.Store store() {
        var second = text("store.second-master-key-file");
        return new Settings.Store(
                storeUrl(),
                text("store.master-key"),
                path("store.master-key-file"),
                text("store.second-master-key"),
                second.isEmpty() ? Optional.empty() : Optional.of(path("store.second-master-key-file")));
    }

    private Settings.Http http() {
        var connections = new Settings.Connections(
                number("http.connections", 10, 1_000_000),
                duration("http.read-timeout"),
                duration("http.idle-timeout"),
                duration("http.write-timeout"));
        return new Settings.Http(
                text("http.host"), port("http.port"), ranges("http.trusted-proxies"), tls(), connections, rates());
    }

    private Settings.Rates rates() {
        return new Settings.Rates(
                number("http.rate.order", 0, MOST_A_SECOND),
                number("http.rate.pay", 0, MOST_A_SECOND),
                number("http.rate.cancel", 0, MOST_A_SECOND),
                duration("http.rate.burst"),
                number("http.rate.bad-signatures", 0, 1_000_000),
                number("http.rate.under-way", 1, 1_000_000));
    }

    private Settings.Kcp kcp() {
        return new Settings.Kcp(
                siteCode(),
                path("kcp.certificate"),
                path("kcp.private-key"),
                text("kcp.private-key-password"),
                url("kcp.register-url"),
                url("kcp.approve-url"),
                url("kcp.cancel-url"),
                url("kcp.inquiry-url"),
                flag("kcp.inquiry-by-order"),
                duration("kcp.connect-timeout"),
                duration("kcp.deadline"),
                number("kcp.connections", 1, 20_000));
    }

    private Optional<Settings.Tls> tls() {
        boolean certificate = !text("http.tls.certificate").isEmpty();
        boolean key = !text("http.tls.key").isEmpty();
        if (certificate != key) throw new SettingsException("http.tls needs both a certificate and a key");
        return certificate
                ? Optional.of(new Settings.Tls(path("http.tls.certificate"), path("http.tls.key")))
                : Optional.empty();
    }

    private String storeUrl() {
        var url = text("store.url");
        if (url.startsWith("jdbc:postgresql:")) return url;
        if (!url.startsWith("sqlite:") || url.equals("sqlite:"))
            throw new SettingsException("store.url must begin with sqlite: or jdbc:postgresql:");
        return "sqlite:" + folder.resolve(url.substring("sqlite:".length()));
    }

    private SiteCode siteCode() {
        var text = text("kcp.site-code");
        if (!SiteCode.isWellFormed(text))
            throw new SettingsException("kcp.site-code must be KCP's five capital letters and digits, such as T0000");
        return new SiteCode(text);
    }

    private String text(String key) {
        return values.getOrDefault(key, "").strip();
    }

    private Path path(String key) {
        return folder.resolve(text(key));
    }

    private int port(String key) {
        return number(key, 0, 65_535);
    }

    private int number(String key, int least, int most) {
        try {
            int number = Integer.parseInt(text(key));
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            throw notA(key, "a whole number from " + least + " to " + most);
        }
        throw notA(key, "a whole number from " + least + " to " + most);
    }

    private boolean flag(String key) {
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw notA(key, "true or false");
        };
    }

    private Duration duration(String key) {
        var matcher = DURATION.matcher(text(key));
        if (!matcher.matches()) throw notA(key, "a duration such as 500ms, 12s, 15m or 1h");
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private URI url(String key) {
        try {
            var url = new URI(text(key));
            if (List.of("http", "https").contains(String.valueOf(url.getScheme())) && url.getHost() != null) return url;
        } catch (URISyntaxException e) {
            throw notA(key, "an http or https URL");
        }
        throw notA(key, "an http or https URL");
    }

    private List<AddressRange> ranges(String key) {
        try {
            return Arrays.stream(text(key).split(","))
                    .map(String::strip)
                    .filter(entry -> !entry.isEmpty())
                    .map(AddressRange::of)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw notA(key, "a list of addresses or CIDR blocks (" + e.getMessage() + ")");
        }
    }

    private SettingsException notA(String key, String expected) {
        return new SettingsException(key + " must be " + expected);
    }
}
