package gyeolje.shop;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, follows nothing by itself. */
final class Visitor implements AutoCloseable {
    static final String PC = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140";
    static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)";

    /** What came back. */
    record Page(int status, String html, Map<String, String> headers) {
        String location() {
            return headers.getOrDefault("location", "");
        }

        /** The text of the element with this test id, unescaped; empty when there is none. */
        String text(String testId) {
            var found = Pattern.compile("data-testid=\"" + testId + "\"[^>]*>([^<]*)<")
                    .matcher(html);
            return found.find()
                    ? found.group(1).replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">")
                    : "";
        }

        String state() {
            var found = Pattern.compile("data-testid=\"receipt-state\" data-state=\"(\\w+)\"")
                    .matcher(html);
            return found.find() ? found.group(1) : "";
        }

        boolean shows(String testId) {
            return html.contains("data-testid=\"" + testId + "\"");
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String shop;
    private final String userAgent;

    Visitor(Shop shop, String userAgent) {
        this.shop = "http://127.0.0.1:" + shop.port();
        this.userAgent = userAgent;
    }

    String shop() {
        return shop;
    }

    Page get(String path) {
        return send(request(path).GET());
    }

    Page post(String path, Map<String, String> fields) {
        return post(path, fields, StandardCharsets.UTF_8);
    }

    Page post(String path, Map<String, String> fields, Charset charset) {
        return post(path, encoded(fields, charset), Map.of());
    }

    Page post(String path, String body, Map<String, String> headers) {
        var request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::header);
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));
    }

    /** Presses the front's button and gives the new order's number. */
    String buy(int goods) {
        var location = post("/orders", Map.of("goods", String.valueOf(goods))).location();
        return location.split("/", -1)[2];
    }

    /** What the payment window brings for the order, as the page that opens the window describes it. */
    static Map<String, String> authentication(FakeGateway gateway) {
        var order = gateway.calls("order").getLast();
        var id = "20261124120000KK%04d".formatted(gateway.calls("order").size());
        var fields = new LinkedHashMap<String, String>();
        fields.put("res_cd", "0000");
        fields.put("res_msg", "정상처리");
        fields.put("enc_data", "1sealed-data-that-only-the-acquirer-can-open." + "A".repeat(300));
        fields.put("enc_info", "1sealed-info");
        fields.put("tran_cd", "00100000");
        fields.put("card_pay_method", "KAKAO_MONEY");
        fields.put("ordr_idxx", id);
        fields.put("ordr_chk", id + "|" + order.field("amount"));
        return fields;
    }

    static String encoded(Map<String, String> fields, Charset charset) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), charset))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(shop + path)).header("User-Agent", userAgent);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var headers = new LinkedHashMap<String, String>();
            answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            return new Page(answer.statusCode(), answer.body(), headers);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
