package gyeolje.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import gyeolje.gateway.settings.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh gateway in the transcripts' scene (`wire/README.md`). */
final class Scene implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final Gateway gateway;
    final Path configuration;

    Scene(Path folder, String kcpUrl, JsonNode merchant) throws Exception {
        this(folder, kcpUrl, merchant, "");
    }

    /** As above, with more lines of configuration for the merchants' port. */
    Scene(Path folder, String kcpUrl, JsonNode merchant, String http) throws Exception {
        configuration = configuration(folder, kcpUrl, http);
        gateway = Gateway.start(
                SettingsFile.read(configuration, Map.of()), new FixedTime("2026-04-01T03:00:00Z"), countingIds());
        gateway.merchants().add(merchant(merchant), "test");
        if (merchant.path("status").asText().equals("disabled"))
            gateway.merchants().disable(new MerchantId("tester"), "test");
    }

    HttpResponse<String> send(JsonNode request) throws IOException, InterruptedException {
        var builder = HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + gateway.port() + request.path("path").asText()));
        request.path("headers")
                .propertyStream()
                .forEach(header ->
                        builder.header(header.getKey(), header.getValue().asText()));
        builder.method(
                request.path("method").asText(),
                HttpRequest.BodyPublishers.ofString(Transcript.text(request.path("body"))));
        return CLIENT.send(builder.build(), BodyHandlers.ofString());
    }

    private static java.util.function.Supplier<TransactionId> countingIds() {
        var drawn = new AtomicInteger();
        return () -> new TransactionId("20260401120000KK%04d".formatted(drawn.incrementAndGet()));
    }

    static Merchant merchant(JsonNode differs) {
        var addresses = differs.has("addresses")
                ? differs.path("addresses").valueStream().map(JsonNode::asText).toList()
                : List.of("127.0.0.1", "::1");
        return new Merchant(
                new MerchantId("tester"),
                "시험 가맹점",
                true,
                Profile.STANDARD,
                List.of(DemoKey.KEY),
                addresses.stream().map(AddressRange::of).toList(),
                Set.of(),
                Merchant.DEFAULT_MINIMUM,
                Merchant.DEFAULT_MAXIMUM,
                new Limits(
                        differs.path("day").asLong(Limits.NONE),
                        differs.path("month").asLong(Limits.NONE),
                        differs.path("guarantee").asLong(Limits.NONE)));
    }

    private static Path configuration(Path folder, String kcpUrl, String http) throws IOException {
        return Files.writeString(folder.resolve("gyeolje.yaml"), """
                http: {port: 0%4$s}
                admin: {port: 0}
                store: {url: 'sqlite:gyeolje.db'}
                kcp:
                  site-code: T0000
                  certificate: %1$s
                  private-key: %2$s
                  register-url: %3$s/trade/register.do
                  approve-url: %3$s/gw/enc/v1/payment
                  cancel-url: %3$s/gw/mod/v1/cancel
                  inquiry-url: %3$s/std/inquery
                  deadline: 5s
                """.formatted(
                        Transcript.key("cert.pem").toAbsolutePath(),
                        Transcript.key("key.pem").toAbsolutePath(),
                        kcpUrl,
                        http.isEmpty() ? "" : ", " + http));
    }

    @Override
    public void close() {
        gateway.close();
    }
}
