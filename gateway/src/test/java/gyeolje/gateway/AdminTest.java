package gyeolje.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operators' port: health and metrics under their fixed names. */
final class AdminTest {
    @TempDir
    private Path folder = Path.of("");

    private static HttpResponse<String> ask(Scene scene, String method, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + scene.gateway.adminPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void operators_see_health_and_metrics_after_a_lost_answer() throws Exception {
        try (var kcp = new StubKcp(Map.of());
                var scene = new Scene(folder, kcp.url(), MissingNode.getInstance())) {
            assertEquals(200, ask(scene, "GET", "/health/live").statusCode());
            var port = scene.gateway.port();
            RawHttp.exchange(
                    port, Requests.post(Requests.path("tester", "order"), Requests.order("tester", "M-1", "1004")));
            RawHttp.exchange(
                    port, Requests.post(Requests.path("tester", "pay"), Requests.pay("20260401120000KK0001", "data")));
            var ready = ask(scene, "GET", "/health/ready");
            assertEquals(200, ready.statusCode(), ready.body());
            assertEquals("ready", Transcript.json(ready.body()).path("status").asText());
            var metrics = ask(scene, "GET", "/metrics").body();
            for (var name : List.of(
                    "gyeolje_requests_seconds_count{code=\"0000\",operation=\"order\"} 1",
                    "gyeolje_requests_seconds_count{code=\"9001\",operation=\"pay\"} 1",
                    "gyeolje_upstream_seconds_count{operation=\"approve\",outcome=",
                    "gyeolje_payments_in_doubt ",
                    "gyeolje_oldest_doubt_seconds ",
                    "gyeolje_payments_stuck ",
                    "gyeolje_store_batch_size_count ",
                    "gyeolje_store_commit_seconds_count "))
                assertTrue(metrics.contains(name), name + " is not in\n" + metrics);
            assertEquals(405, ask(scene, "POST", "/metrics").statusCode());
            assertEquals(404, ask(scene, "GET", "/ep/api/kakao/tester/order").statusCode());
        }
    }
}
