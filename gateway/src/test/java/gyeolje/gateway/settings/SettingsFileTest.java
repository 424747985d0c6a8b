package gyeolje.gateway.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.value.AddressRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator can configure, and what they hear when it cannot be used. */
final class SettingsFileTest {
    @TempDir
    private Path folder = Path.of("");

    private Settings read(String yaml, Map<String, String> environment) {
        try {
            return SettingsFile.read(Files.writeString(folder.resolve("gyeolje.yaml"), yaml), environment);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String refusal(String yaml, Map<String, String> environment) {
        var message = String.valueOf(assertThrows(SettingsException.class, () -> read(yaml, environment))
                .getMessage());
        assertFalse(message.contains("\n"), message);
        return message;
    }

    private String refusal(String yaml) {
        return refusal(yaml, Map.of());
    }

    /** A key, a value that is not its default, and where it shows; paths are shown from the file's folder on. */
    private record Key(String name, String value, String expected, Function<Settings, Object> shown) {
        Key(String name, String value, Function<Settings, Object> shown) {
            this(name, value, value, shown);
        }

        String yaml() {
            return name.replace(".", ": {") + ": " + quoted()
                    + "}".repeat(name.length() - name.replace(".", "").length());
        }

        private String quoted() {
            return value.startsWith("[") || value.matches("[a-z0-9.]+") ? value : "'" + value + "'";
        }
    }

    private static Stream<Key> keys() {
        return Stream.of(
                new Key("http.host", "0.0.0.0", it -> it.http().host()),
                new Key("http.port", "9000", it -> it.http().port()),
                new Key(
                        "http.trusted-proxies",
                        "[10.0.0.0/8, '::1']",
                        "[10.0.0.0/8, 0:0:0:0:0:0:0:1]",
                        it -> it.http().trustedProxies().stream()
                                .map(AddressRange::text)
                                .toList()),
                new Key("admin.host", "::1", it -> it.admin().host()),
                new Key("admin.port", "0", it -> it.admin().port()),
                new Key(
                        "store.url",
                        "sqlite:my/store.db",
                        "sqlite:FOLDER/my/store.db",
                        it -> it.store().url()),
                new Key("store.master-key", "c2VjcmV0", it -> it.store().masterKey()),
                new Key(
                        "store.master-key-file",
                        "m.key",
                        "FOLDER/m.key",
                        it -> it.store().masterKeyFile()),
                new Key("store.second-master-key", "c2VjcmV0", it -> it.store().secondMasterKey()),
                new Key(
                        "store.second-master-key-file",
                        "old.key",
                        "FOLDER/old.key",
                        it -> it.store().secondMasterKeyFile().orElseThrow()),
                new Key("kcp.site-code", "A1234", it -> it.kcp().siteCode().text()),
                new Key(
                        "kcp.certificate",
                        "c.pem",
                        "FOLDER/c.pem",
                        it -> it.kcp().certificate()),
                new Key("kcp.private-key", "/etc/k.pem", it -> it.kcp().privateKey()),
                new Key("kcp.private-key-password", "1.10", it -> it.kcp().privateKeyPassword()),
                new Key("kcp.register-url", "http://a.example/r", it -> it.kcp().registerUrl()),
                new Key("kcp.approve-url", "http://a.example/a", it -> it.kcp().approveUrl()),
                new Key(
                        "kcp.cancel-url",
                        "https://a.example:8443/c",
                        it -> it.kcp().cancelUrl()),
                new Key(
                        "kcp.inquiry-url",
                        "http://a.example/i?x=y",
                        it -> it.kcp().inquiryUrl()),
                new Key("kcp.inquiry-by-order", "true", it -> it.kcp().inquiryByOrder()),
                new Key("kcp.connect-timeout", "500ms", "PT0.5S", it -> it.kcp().connectTimeout()),
                new Key("kcp.deadline", "1m", "PT1M", it -> it.kcp().deadline()),
                new Key("kcp.connections", "7", it -> it.kcp().connections()),
                new Key(
                        "resolver.first-delay",
                        "2s",
                        "PT2S",
                        it -> it.resolver().firstDelay()),
                new Key("resolver.guard", "1h", "PT1H", it -> it.resolver().guard()));
    }

    private void shows(Key key, Settings settings) {
        assertEquals(
                key.expected(),
                String.valueOf(key.shown().apply(settings)).replace(folder.toString(), "FOLDER"),
                key.name());
    }

    @TestFactory
    Stream<DynamicTest> every_key_counts_in_the_file() {
        return keys().map(key -> DynamicTest.dynamicTest(key.name(), () -> shows(key, read(key.yaml(), Map.of()))));
    }

    @TestFactory
    Stream<DynamicTest> every_key_counts_in_the_environment_even_against_the_file() {
        return keys().map(key -> DynamicTest.dynamicTest(key.name(), () -> {
            var name = "GYEOLJE_"
                    + key.name()
                            .toUpperCase(java.util.Locale.ROOT)
                            .replace('.', '_')
                            .replace('-', '_');
            var value = key.value().replaceAll("[\\[\\]']", "");
            shows(key, read("http: {port: 1}\nadmin: {port: 1}\nkcp: {connections: 1}", Map.of(name, value)));
        }));
    }

    @Test
    void what_is_not_said_has_a_default() {
        var settings = read("", Map.of());
        assertEquals(
                "127.0.0.1 8080", settings.http().host() + " " + settings.http().port());
        assertEquals(
                "127.0.0.1 8081",
                settings.admin().host() + " " + settings.admin().port());
        assertEquals(
                "sqlite:" + folder.resolve("data/gyeolje.db"), settings.store().url());
        assertEquals("T0000", settings.kcp().siteCode().text());
        assertEquals(java.time.Duration.ofSeconds(12), settings.kcp().deadline());
        assertEquals(java.time.Duration.ofMinutes(15), settings.resolver().guard());
        assertEquals(java.util.Optional.empty(), settings.http().tls());
        assertFalse(settings.kcp().inquiryByOrder());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:\nresolver:\n",
                "http: {tls: }\n",
                "http: {tls: {certificate: , key: }}\nkcp: {private-key-password: }\n",
                "http: {port: }\n"
            })
    void what_is_left_empty_has_its_default(String yaml) {
        assertEquals(read("", Map.of()), read(yaml, Map.of()));
    }

    @Test
    void an_empty_variable_says_nothing() {
        assertEquals(read("", Map.of()), read("", Map.of("GYEOLJE_HTTP_PORT", "", "PATH", "/bin")));
    }

    @Test
    void tls_needs_both_files() {
        var tls = read("http: {tls: {certificate: c.pem, key: k.pem}}", Map.of())
                .http()
                .tls()
                .orElseThrow();
        assertEquals(new Settings.Tls(folder.resolve("c.pem"), folder.resolve("k.pem")), tls);
        assertTrue(refusal("http: {tls: {certificate: c.pem}}").contains("http.tls"));
        assertTrue(refusal("http: {tls: {key: k.pem}}").contains("http.tls"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "http: {prot: 8080};                     http.prot",
                "htpp: {port: 8080};                     htpp.port",
                "kcp: {site_code: T0000};                kcp.site_code",
                "http: {tls: {cert: x}};                 http.tls.cert",
                "verbose: true;                          verbose"
            })
    void an_unknown_key_is_named(String yaml, String key) {
        assertTrue(refusal(yaml).contains("unknown key in the configuration: " + key), refusal(yaml));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "http: {port: eighty};                   http.port must be a whole number",
                "http: {port: 65536};                    http.port must be a whole number",
                "http: {port: -1};                       http.port must be a whole number",
                "http: {port: 80.5};                     http.port must be a whole number",
                "http: {port: {a: b}};                   http.port must be a single value",
                "http: {trusted-proxies: [10.0.0.1/8]};  http.trusted-proxies must be a list of addresses",
                "http: {trusted-proxies: [0.0.0.0/0]};   http.trusted-proxies must be a list of addresses",
                "http: {trusted-proxies: proxy.example}; http.trusted-proxies must be a list of addresses",
                "store: {url: 'mysql://x'};              store.url must begin with",
                "store: {url: 'sqlite:'};                store.url must begin with",
                "kcp: {site-code: t0000};                kcp.site-code must be",
                "kcp: {approve-url: example.com};        kcp.approve-url must be an http or https URL",
                "kcp: {cancel-url: 'ftp://a/'};          kcp.cancel-url must be an http or https URL",
                "kcp: {inquiry-url: 'http://a b/'};      kcp.inquiry-url must be an http or https URL",
                "kcp: {inquiry-by-order: yes};           kcp.inquiry-by-order must be true or false",
                "kcp: {deadline: 12};                    kcp.deadline must be a duration",
                "kcp: {deadline: 12 seconds};            kcp.deadline must be a duration",
                "kcp: {connections: 0};                  kcp.connections must be a whole number",
                "resolver: {guard: forever};             resolver.guard must be a duration"
            })
    void a_value_of_the_wrong_type_is_named(String yaml, String complaint) {
        assertTrue(refusal(yaml).contains(complaint), refusal(yaml));
    }

    @Test
    void a_wrong_variable_is_named_by_its_key() {
        assertTrue(refusal("", Map.of("GYEOLJE_KCP_DEADLINE", "soon")).contains("kcp.deadline must be a duration"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http: {port: 1",
                "http:\n\tport: 1",
                "a: b: c",
                "http: {port: 1}\nhttp: {port: 2}",
                "just text",
                "- a\n- b"
            })
    void what_is_no_such_yaml_is_one_line(String yaml) {
        assertTrue(refusal(yaml).contains("gyeolje.yaml"), refusal(yaml));
    }

    @Test
    void a_file_that_is_not_there_or_not_a_file_is_named() throws IOException {
        for (var path : new Path[] {folder.resolve("missing.yaml"), folder}) {
            var refusal = assertThrows(SettingsException.class, () -> SettingsFile.read(path, Map.of()));
            assertTrue(String.valueOf(refusal.getMessage()).contains(path.toString()));
        }
        var notText = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xC0, (byte) 0x80});
        assertThrows(SettingsException.class, () -> SettingsFile.read(notText, Map.of()));
        var large = Files.writeString(folder.resolve("large.yaml"), "#".repeat((1 << 20) + 1));
        assertThrows(SettingsException.class, () -> SettingsFile.read(large, Map.of()));
    }

    @Test
    void secrets_are_not_printed() {
        var settings = read("store: {master-key: hush}\nkcp: {private-key-password: hush}", Map.of());
        assertFalse(settings.toString().contains("hush"));
    }
}
