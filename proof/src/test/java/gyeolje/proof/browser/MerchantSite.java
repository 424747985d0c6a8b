package gyeolje.proof.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gyeolje.gateway.DemoKey;
import gyeolje.sdk.Authentication;
import gyeolje.sdk.GyeoljeClient;
import gyeolje.sdk.OrderRequest;
import gyeolje.sdk.PayAnswer;
import gyeolje.sdk.Window;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody else's shop, written by hand after the specification: no script of ours, one page, one order a visit. */
final class MerchantSite implements AutoCloseable {
    static final long WON = 41_000;

    /** Which hand wrote the page. */
    record Style(Window window, String charset, String script, String opener) {}

    private static final AtomicInteger ORDERS = new AtomicInteger();

    private final World world;
    private final Style style;
    private final GyeoljeClient gateway;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<PayAnswer> answers = new CopyOnWriteArrayList<>();

    MerchantSite(World world, Style style) throws IOException {
        this.world = world;
        this.style = style;
        gateway = GyeoljeClient.builder()
                .baseUrl(world.gateway())
                .merchantId("tester")
                .apiCertKey(DemoKey.KEY.secret())
                .build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", http -> answer(http, style.charset(), orderPage()));
        server.createContext("/pay", http -> answer(http, "UTF-8", payPage(http)));
        server.createContext("/favicon.ico", http -> {
            http.sendResponseHeaders(204, -1);
            http.close();
        });
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What the gateway said to each authentication that a browser brought. */
    List<PayAnswer> answers() {
        return List.copyOf(answers);
    }

    private String orderPage() {
        var answer = gateway.order(OrderRequest.builder()
                .orderNumber("CLASSIC-" + ORDERS.incrementAndGet())
                .amount(WON)
                .itemName("똠·펲 '찻잔' <세트> 🍵")
                .userName("뷁믜")
                .returnUrl(address() + "/pay")
                .window(style.window())
                .build());
        return ClassicPage.of(answer, style, world.sandbox());
    }

    private String payPage(HttpExchange http) throws IOException {
        var authentication = Authentication.fromBody(http.getRequestBody().readAllBytes());
        var answer = gateway.pay(authentication);
        answers.add(answer);
        return ClassicPage.result(
                answer.responseCode(), answer.transactionId(), authentication.paramOpt(1), answer.responseMsg());
    }

    private static void answer(HttpExchange http, String charset, String page) throws IOException {
        try (http) {
            var encoding = charset.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName("x-windows-949");
            var bytes = page.getBytes(encoding);
            http.getResponseHeaders().set("Content-Type", "text/html; charset=" + charset);
            http.sendResponseHeaders(200, bytes.length);
            http.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
