package gyeolje.gateway.http;

import gyeolje.core.value.Alphabet;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request says about its body: JSON in UTF-8 and nothing else (merchant API, section 2). */
final class MediaType {
    private static final Pattern UTF8_JSON =
            Pattern.compile("application/json\\s*(?:;\\s*charset\\s*=\\s*\"?utf-?8\"?\\s*)?;?\\s*");
    /** What nearly everybody sends. */
    private static final Set<String> USUAL = Set.of(
            "application/json",
            "application/json;charset=utf-8",
            "application/json; charset=utf-8",
            "application/json;charset=UTF-8",
            "application/json; charset=UTF-8");

    private static final int MOST_DIGITS = 18;

    static boolean isUtf8Json(HttpServerRequest request) {
        var types = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        return types.size() == 1 && isUtf8Json(types.getFirst()) && isPlain(request);
    }

    private static boolean isUtf8Json(String type) {
        return USUAL.contains(type)
                || UTF8_JSON.matcher(type.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isPlain(HttpServerRequest request) {
        var encodings = request.headers().getAll(HttpHeaders.CONTENT_ENCODING);
        return encodings.isEmpty() || encodings.stream().allMatch("identity"::equalsIgnoreCase);
    }

    static boolean isChunked(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /**
     * Whether everybody on the way agrees to whom the request goes and where its body ends: a coding that one hop knows and another
     * does not hides a request.
     */
    static boolean isPlainlyFramed(HttpServerRequest request) {
        boolean isNew = request.version() == HttpVersion.HTTP_1_1;
        if (isNew && request.headers().getAll(HttpHeaders.HOST).size() != 1) return false;
        var codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (codings.isEmpty()) return true;
        return isNew && codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked");
    }

    /** In bytes; 0 when the request does not say. */
    static long declaredLength(HttpServerRequest request) {
        var lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
        if (lengths.isEmpty()) return 0;
        var length = lengths.getFirst();
        return Alphabet.DIGITS.spells(length, 1, MOST_DIGITS) ? Long.parseLong(length) : Long.MAX_VALUE;
    }

    private MediaType() {}
}
