package gyeolje.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, really killed. */
final class KillTest {
    @TempDir
    Path data = Path.of("");

    private record Running(Process process, String address) implements AutoCloseable {
        @Override
        public void close() {
            process.destroyForcibly();
            try {
                process.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Running start(FakeGateway gateway) throws IOException {
        var process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "gyeolje.shop.Main",
                        "--gateway=" + gateway.address(),
                        "--merchant=" + FakeGateway.MERCHANT,
                        "--key=" + FakeGateway.KEY,
                        "--port=0",
                        "--data=" + data))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var first = String.valueOf(lines.readLine());
        assertEquals("ready", lines.readLine());
        return new Running(process, first.replace("shop: ", "").replaceAll("/$", ""));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder form(String address, String body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Test
    void a_receipt_survives_kill_minus_nine() throws IOException, InterruptedException {
        try (var gateway = new FakeGateway();
                var client = HttpClient.newHttpClient()) {
            String order;
            try (var shop = start(gateway)) {
                var placed = send(client, form(shop.address + "/orders", "goods=1"));
                order = placed.headers().firstValue("location").orElse("").replace("/pay", "");
                var authentication = Visitor.encoded(Visitor.authentication(gateway), Form.KOREAN);
                send(client, form(shop.address + order.replace("orders", "return"), authentication));
            }
            try (var shop = start(gateway)) {
                var page = send(client, HttpRequest.newBuilder(URI.create(shop.address + order)));
                assertEquals(1, gateway.calls("pay").size());
                assertEquals("paid", new Visitor.Page(page.statusCode(), page.body(), Map.of()).state());
            }
        }
    }
}
