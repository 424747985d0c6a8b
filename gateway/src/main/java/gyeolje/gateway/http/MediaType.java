package gyeolje.gateway.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a request says about its body: JSON in UTF-8 and nothing else (merchant API, section 2). */
final class MediaType {
    private static final Pattern UTF8_JSON =
            Pattern.compile("application/json\\s*(?:;\\s*charset\\s*=\\s*\"?utf-?8\"?\\s*)?;?\\s*");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    static boolean isUtf8Json(HttpServerRequest request) {
        var types = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        return types.size() == 1
                && UTF8_JSON.matcher(types.getFirst().toLowerCase(Locale.ROOT)).matches()
                && request.headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                        .allMatch("identity"::equalsIgnoreCase);
    }

    /** In bytes; 0 when the request does not say. */
    static long declaredLength(HttpServerRequest request) {
        var lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
        if (lengths.isEmpty()) return 0;
        var length = lengths.getFirst();
        return LENGTH.matcher(length).matches() ? Long.parseLong(length) : Long.MAX_VALUE;
    }

    private MediaType() {}
}
