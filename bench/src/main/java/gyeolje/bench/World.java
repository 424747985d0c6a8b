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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A gateway and its acquirer, each a process. */
final class World implements AutoCloseable {
    static final String GATEWAY = "gateway";
    static final String STORELESS = "storeless";
    static final long SANDBOX_SEED = 20260401;
    /** It keeps every approval. Short and frequent collections, so that its own pauses do not show as the gateway's. */
    private static final List<String> SANDBOX_OPTIONS = List.of("-Xmn24m", "-XX:MaxTenuringThreshold=0");

    static final int USUAL_UPSTREAM = 512;
    static final int USUAL_CONNECTIONS = 20_000;

    private final ChildProcess sandbox;
    private final ChildProcess gateway;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * What one gateway has that another has not.
     *
     * @param part of the child process: with a store or without
     * @param name of the folder with its configuration and logs
     * @param upstream how many connections to the acquirer at most
     * @param connections how many from merchants at most
     */
    record Setup(String part, String name, String storeUrl, int upstream, int connections, List<String> javaOptions) {}

    static World usual(Options options, String name, String storeUrl)
            throws IOException, InterruptedException, GeneralSecurityException {
        int upstream = Math.max(USUAL_UPSTREAM, options.slowConnections());
        return start(
                options, new Setup(GATEWAY, name, storeUrl, upstream, USUAL_CONNECTIONS, options.gatewayOptions()));
    }

    static World start(Options options, Setup setup)
            throws IOException, InterruptedException, GeneralSecurityException {
        return new World(Files.createDirectory(options.folder().resolve(setup.name())), setup, options.merchants());
    }

    private World(Path folder, Setup setup, int merchants)
            throws IOException, InterruptedException, GeneralSecurityException {
        DemoCredentials.makeIn(folder.resolve("kcp"));
        sandbox = ChildProcess.start(folder, SANDBOX_OPTIONS, "sandbox", Long.toString(SANDBOX_SEED));
        try {
            var configuration = configure(folder, setup, "http://127.0.0.1:" + sandbox.port());
            gateway = ChildProcess.start(
                    folder, setup.javaOptions(), setup.part(), configuration.toString(), Integer.toString(merchants));
        } catch (IOException | InterruptedException e) {
            sandbox.close();
            throw e;
        }
    }

    private static Path configure(Path folder, Setup setup, String kcp) throws IOException {
        return Files.writeString(folder.resolve("gyeolje.yaml"), """
                http: {host: 127.0.0.1, port: %1$d, connections: %5$d}
                admin: {host: 127.0.0.1, port: 0}
                store:
                  url: '%2$s'
                  master-key: '%6$s'
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
                        freePort(), setup.storeUrl(), kcp, setup.upstream(), setup.connections(), Town.MASTER_KEY));
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

    /** What to say when something failed here: a process that ended explains more than the connection that it closed. */
    IOException failed(String doing, Exception cause) {
        var ended = Stream.of(gateway, sandbox)
                .flatMap(process -> process.end().stream())
                .collect(Collectors.joining("; "));
        var why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new IOException("failed while " + doing + ": " + why + (ended.isEmpty() ? "" : "; " + ended), cause);
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
