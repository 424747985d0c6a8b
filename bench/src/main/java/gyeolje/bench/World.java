package gyeolje.bench;

import gyeolje.demo.DemoCredentials;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** A gateway and its acquirer, each a process. */
final class World implements AutoCloseable {
    static final long SANDBOX_SEED = 20260401;

    private final ChildProcess sandbox;
    private final ChildProcess gateway;
    private final HttpClient http = HttpClient.newHttpClient();

    World(Options options, String storeUrl) throws IOException, InterruptedException, GeneralSecurityException {
        DemoCredentials.makeIn(options.folder().resolve("kcp"));
        sandbox = ChildProcess.start(options.folder(), List.of(), "sandbox", Long.toString(SANDBOX_SEED));
        try {
            var configuration = configure(options, storeUrl, "http://127.0.0.1:" + sandbox.port());
            var javaOptions = new ArrayList<>(options.gatewayOptions());
            gateway = ChildProcess.start(
                    options.folder(),
                    javaOptions,
                    "gateway",
                    configuration.toString(),
                    Integer.toString(options.merchants()));
        } catch (IOException | InterruptedException e) {
            sandbox.close();
            throw e;
        }
    }

    private static Path configure(Options options, String storeUrl, String kcp) throws IOException {
        return Files.writeString(options.folder().resolve("gyeolje.yaml"), """
                http: {host: 127.0.0.1, port: %1$d}
                admin: {host: 127.0.0.1, port: 0}
                store:
                  url: '%2$s'
                  master-key-file: master.key
                kcp:
                  site-code: T0000
                  certificate: kcp/cert.pem
                  private-key: kcp/key.pem
                  register-url: %3$s/trade/register.do
                  approve-url: %3$s/gw/enc/v1/payment
                  cancel-url: %3$s/gw/mod/v1/cancel
                  inquiry-url: %3$s/std/inquery
                  inquiry-by-order: true
                  connections: %4$d
                """.formatted(
                        freePort(), storeUrl, kcp, Math.max(512, options.slowConnections())));
    }

    /** A listener on a port that the system chose has one event loop only, so one is chosen here. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    ChildProcess gateway() {
        return gateway;
    }

    ChildProcess sandbox() {
        return sandbox;
    }

    /** From now on the acquirer takes so long to approve. */
    void delayApprovals(int millis) throws IOException, InterruptedException {
        control(HttpRequest.newBuilder(faults()).DELETE().build());
        if (millis > 0)
            control(HttpRequest.newBuilder(faults())
                    .POST(BodyPublishers.ofString(
                            "{\"on\":\"approve\",\"kind\":\"delay-before\",\"times\":-1,\"ms\":" + millis + "}"))
                    .build());
    }

    private URI faults() {
        return URI.create("http://127.0.0.1:" + sandbox.port() + "/_sandbox/faults");
    }

    private void control(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IOException("the sandbox refuses: " + answer.body());
    }

    @Override
    public void close() {
        gateway.close();
        sandbox.close();
        http.close();
    }
}
