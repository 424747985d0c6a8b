package gyeolje.proof.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.Executors;

/** Plain HTTP to this machine. */
final class Wire {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Mobile/15E148";

    static Reply post(int port, String path, byte[] body) throws IOException, InterruptedException {
        var request = to(port, path)
                .header("content-type", "application/json; charset=utf-8")
                .header("user-agent", PHONE)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var answer = CLIENT.send(request, BodyHandlers.ofByteArray());
        var headers = new HashMap<String, String>();
        answer.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return Reply.of(answer.statusCode(), headers, answer.body());
    }

    static String get(int port, String path) throws IOException, InterruptedException {
        return CLIENT.send(to(port, path).GET().build(), BodyHandlers.ofString())
                .body();
    }

    static String send(int port, String method, String path, String body) throws IOException, InterruptedException {
        var request = to(port, path).method(method, BodyPublishers.ofString(body));
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new AssertionError(path + " answered " + answer.body());
        return answer.body();
    }

    private static HttpRequest.Builder to(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    private Wire() {}
}
