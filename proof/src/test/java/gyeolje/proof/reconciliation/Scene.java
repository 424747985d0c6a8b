package gyeolje.proof.reconciliation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.core.request.Profile;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.MerchantId;
import gyeolje.gateway.DemoKey;
import gyeolje.gateway.Gateway;
import gyeolje.gateway.cli.CommandLineErrors;
import gyeolje.gateway.cli.ReconcileCommand;
import gyeolje.gateway.cli.VerifyCommand;
import gyeolje.gateway.flow.TransactionIds;
import gyeolje.gateway.settings.SettingsFile;
import gyeolje.proof.world.Clock;
import gyeolje.sandbox.Sandbox;
import gyeolje.sandbox.SandboxOptions;
import gyeolje.sdk.Authentication;
import gyeolje.sdk.CancelAnswer;
import gyeolje.sdk.GyeoljeClient;
import gyeolje.sdk.OrderRequest;
import gyeolje.sdk.PayAnswer;
import gyeolje.sdk.Window;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;

/** A shop, a gateway and an acquirer that can only be asked by its own number. */
final class Scene implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AtomicInteger ORDERS = new AtomicInteger();

    private final Path folder;
    private final Path configuration;
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withPort(0));
    private final Clock clock = new Clock();
    private final Gateway gateway;
    private final GyeoljeClient shop;

    Scene(Path folder) throws Exception {
        this.folder = folder;
        this.configuration = configure(folder, "http://127.0.0.1:" + sandbox.port());
        this.gateway = Gateway.start(SettingsFile.read(configuration, Map.of()), clock, new TransactionIds(clock));
        gateway.merchants().add(merchant(), "test");
        this.shop = GyeoljeClient.builder()
                .baseUrl("http://127.0.0.1:" + gateway.port())
                .merchantId("tester")
                .apiCertKey(DemoKey.KEY.secret())
                .retries(0)
                .build();
    }

    /** By which the gateway lives; commands go by the machine's. */
    Clock clock() {
        return clock;
    }

    private static Path configure(Path folder, String kcp) throws IOException {
        var keys = Path.of(System.getProperty("gyeolje.root", ".."), "wire", "keys")
                .toAbsolutePath()
                .normalize();
        return Files.writeString(folder.resolve("gyeolje.yaml"), """
                http: {port: 0}
                admin: {port: 0}
                store: {url: 'sqlite:gyeolje.db'}
                kcp:
                  site-code: T0000
                  certificate: %1$s/cert.pem
                  private-key: %1$s/key.pem
                  register-url: %2$s/trade/register.do
                  approve-url: %2$s/gw/enc/v1/payment
                  cancel-url: %2$s/gw/mod/v1/cancel
                  inquiry-url: %2$s/std/inquery
                  inquiry-by-order: false
                  deadline: 20s
                resolver: {first-delay: 200ms}
                """.formatted(keys, kcp));
    }

    private static Merchant merchant() {
        return new Merchant(
                new MerchantId("tester"),
                "시험 가맹점",
                true,
                Profile.STANDARD,
                List.of(DemoKey.KEY),
                List.of(AddressRange.of("127.0.0.1")),
                Set.of(),
                Merchant.DEFAULT_MINIMUM,
                Merchant.DEFAULT_MAXIMUM,
                Limits.UNLIMITED);
    }

    /** A payment and what the shop heard of it. */
    record Purchase(String transaction, PayAnswer heard) {}

    Purchase buy() throws Exception {
        var ordered = shop.order(OrderRequest.builder()
                .orderNumber("ORDER-" + ORDERS.incrementAndGet())
                .amount(1_004)
                .itemName("텀블러")
                .userName("홍길동")
                .returnUrl("https://shop.example/return")
                .window(Window.PC)
                .build());
        var authenticated = sandbox(
                "POST",
                "authenticate",
                Map.of(
                        "site_cd",
                        ordered.siteCode(),
                        "ordr_idxx",
                        ordered.transactionId(),
                        "good_mny",
                        1_004,
                        "method",
                        "KAKAO_MONEY"));
        var fields = JSON.readValue(authenticated, new TypeReference<Map<String, String>>() {});
        return new Purchase(ordered.transactionId(), shop.pay(Authentication.fromFields(fields)));
    }

    void fault(String on, String kind, int times) throws Exception {
        sandbox("POST", "faults", Map.of("on", on, "kind", kind, "times", times));
    }

    void noFaults() throws Exception {
        sandbox("DELETE", "faults", Map.of());
    }

    JsonNode ledger() throws Exception {
        return JSON.readTree(sandbox("GET", "ledger", Map.of()));
    }

    /** How the acquirer's approval of a transaction stands. */
    String stateThere(String transaction) throws Exception {
        return ledger().path("approvals")
                .valueStream()
                .filter(it -> it.path("ordr_idxx").asText().equals(transaction))
                .map(it -> it.path("state").asText())
                .findFirst()
                .orElse("none");
    }

    static String today() {
        return LocalDate.now(ZoneId.of("Asia/Seoul")).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    List<String> trades() throws Exception {
        return sandbox("GET", "trades?date=" + today(), Map.of()).lines().toList();
    }

    /** With this wrong on purpose. */
    List<String> trades(String corruptions) throws Exception {
        return sandbox("GET", "trades?date=" + today() + "&corrupt=" + corruptions, Map.of())
                .lines()
                .toList();
    }

    CancelAnswer cancel(String transaction) {
        return shop.cancel(transaction, "고객 변심");
    }

    void cancelInTheConsole(String transaction) throws Exception {
        var tno = ledger().path("approvals")
                .valueStream()
                .filter(it -> it.path("ordr_idxx").asText().equals(transaction))
                .map(it -> it.path("tno").asText())
                .findFirst()
                .orElseThrow();
        sandbox("POST", "cancel", Map.of("tno", tno));
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    private String sandbox(String method, String path, Map<String, ?> body) throws Exception {
        return send(sandbox.port(), method, "/_sandbox/" + path, JSON.writeValueAsString(body));
    }

    JsonNode health() throws Exception {
        return JSON.readTree(send(gateway.adminPort(), "GET", "/health/ready", ""));
    }

    double metric(String nameAndTags) throws Exception {
        return send(gateway.adminPort(), "GET", "/metrics", "")
                .lines()
                .filter(line -> line.startsWith(nameAndTags + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(nameAndTags.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static String send(int port, String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!method.equals("GET")) request.header("content-type", "application/json");
        request.method(
                method,
                body.isEmpty() || method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), BodyHandlers.ofString()).body();
    }

    record Run(int code, String out, String err) {}

    /** Reads the list beside the running gateway, as an operator would. */
    Run reconcile(List<String> list, String... options) throws IOException {
        var file = Files.write(folder.resolve("trades.csv"), list);
        var arguments = new java.util.ArrayList<>(
                List.of("--config", configuration.toString(), "--trades", file.toString(), "--date", today()));
        arguments.addAll(List.of(options));
        return run(new ReconcileCommand(), arguments.toArray(String[]::new));
    }

    Run verify() {
        return run(new VerifyCommand(), "--config", configuration.toString());
    }

    private static Run run(Callable<Integer> command, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandLineErrors.plain(new CommandLine(command))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    /** Waits, generously: a slow machine makes a test slow, not red. */
    static void until(String what, Callable<Boolean> holds) throws Exception {
        long start = System.nanoTime();
        while (!holds.call()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) throw new AssertionError("in vain until " + what);
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        gateway.close();
        sandbox.close();
    }
}
