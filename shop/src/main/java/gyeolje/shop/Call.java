package gyeolje.shop;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An HTTP request to the shop. */
record Call(
        String path,
        Map<String, String> pathParameters,
        MultiMap query,
        MultiMap headers,
        Map<String, String> cookies,
        String host,
        Buffer body) {

    static final String SHOPPER_COOKIE = "shopper";
    static final String LANGUAGE_COOKIE = "language";

    private static final Pattern SHOPPER = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern PHONE = Pattern.compile("iPhone|iPad|Android");

    String parameter(String name) {
        return pathParameters.getOrDefault(name, "");
    }

    String header(String name) {
        var value = headers.get(name);
        return value == null ? "" : value;
    }

    Language language() {
        return Language.tagged(cookies.getOrDefault(LANGUAGE_COOKIE, ""));
    }

    Optional<String> shopper() {
        return Optional.ofNullable(cookies.get(SHOPPER_COOKIE))
                .filter(cookie -> SHOPPER.matcher(cookie).matches());
    }

    /** The devices to which KCP shows its mobile window (merchant API, section 2). */
    boolean isPhone() {
        return PHONE.matcher(header("User-Agent")).find();
    }

    /** Where the buyer's browser reaches this shop, as the browser itself sees it. */
    String origin() {
        return "http://" + host;
    }

    /** Browsers say where a request comes from; no other site's page may order or cancel in the buyer's name. */
    boolean isFromElsewhere() {
        return switch (header("Sec-Fetch-Site")) {
            case "", "same-origin", "none" -> false;
            default -> true;
        };
    }
}
