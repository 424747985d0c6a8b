package gyeolje.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gyeolje.shop.Exchange.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened on the wire: every request and answer of an order, in words and as it was sent. */
final class WirePage {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "apiCertKey";

    /** One exchange as the page shows it; what it has not got is empty. */
    record Shown(
            int place,
            String title,
            String text,
            String time,
            String request,
            String answer,
            String failure,
            String signature,
            String curl) {
        boolean hasAnswer() {
            return !answer.isEmpty();
        }

        boolean hasFailure() {
            return !failure.isEmpty();
        }

        boolean hasSignature() {
            return !signature.isEmpty();
        }

        boolean hasCurl() {
            return !curl.isEmpty();
        }
    }

    private final Pages pages;

    WirePage(Pages pages) {
        this.pages = pages;
    }

    Answer of(Call call, Order order) {
        var language = call.language();
        var exchanges = order.exchanges();
        var shown = new ArrayList<Shown>();
        for (var exchange : exchanges) shown.add(shown(shown.size() + 1, exchange, language));
        var values = Map.of("number", order.number(), "exchanges", shown, "isEmpty", shown.isEmpty());
        var path = "/orders/" + order.number() + "/wire";
        return Answer.page(200, pages.render("wire", language, path, language.text("wireTitle"), values));
    }

    private static Shown shown(int place, Exchange exchange, Language language) {
        var step = exchange.step().name().toLowerCase(Locale.ROOT);
        return new Shown(
                place,
                language.text("wire_" + step),
                language.text("wire_" + step + "Text"),
                Texts.time(exchange.at()),
                request(exchange),
                answer(exchange),
                exchange.failure().isEmpty() ? "" : language.text("wire_" + exchange.failure()),
                signature(exchange),
                isOurs(exchange.step()) ? curl(exchange) : "");
    }

    private static String request(Exchange exchange) {
        return exchange.method() + " " + exchange.url() + "\n" + headers(exchange.requestHeaders()) + "\n"
                + pretty(exchange.requestBody());
    }

    private static String answer(Exchange exchange) {
        if (exchange.status() == 0) return "";
        return "HTTP " + exchange.status() + "\n" + headers(exchange.answerHeaders()) + "\n"
                + pretty(exchange.answerBody());
    }

    private static String headers(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** JSON gets lines; anything else stays as it came. */
    private static String pretty(String body) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(body));
        } catch (JsonProcessingException notJson) {
            return body.strip();
        }
    }

    /** The server-to-server calls; the rest is done by the buyer's browser. */
    private static boolean isOurs(Step step) {
        return switch (step) {
            case ORDER, PAY, CANCEL -> true;
            case WINDOW, RETURN -> false;
        };
    }

    private static String curl(Exchange exchange) {
        var headers = exchange.requestHeaders().entrySet().stream()
                .filter(header -> List.of("User-Agent", "Content-Type").contains(header.getKey()))
                .map(header -> " \\\n  -H " + quoted(header.getKey() + ": " + header.getValue()))
                .collect(Collectors.joining());
        return "curl -sS -X " + exchange.method() + " " + quoted(exchange.url()) + headers + " \\\n  --data-binary "
                + quoted(exchange.requestBody());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** How the signature came about (merchant API, section 4), with the key's place marked. */
    private static String signature(Exchange exchange) {
        try {
            var body = JSON.readTree(exchange.requestBody());
            var merchant = exchange.url().replaceFirst(".*/kakao/([^/]+)/.*", "$1");
            return switch (exchange.step()) {
                case ORDER ->
                    recipe(merchant, text(body, "orderNumber"), text(body, "amount"), KEY, text(body, "timestamp"));
                case CANCEL -> recipe(merchant, text(body, "transactionId"), KEY);
                case WINDOW, RETURN, PAY -> "";
            };
        } catch (JsonProcessingException notJson) {
            return "";
        }
    }

    private static String recipe(String... values) {
        return "SHA-256( " + String.join(" | ", values) + " )";
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).asText();
    }
}
