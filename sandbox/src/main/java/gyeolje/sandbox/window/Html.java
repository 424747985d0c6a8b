package gyeolje.sandbox.window;

import io.vertx.core.http.HttpServerRequest;

/** Sends pages: never cached, never sniffed, no script or style but the sandbox's own files. */
final class Html {
    private static final String STRICT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; ";

    private Html() {}

    /** A page of its own window. */
    static void page(HttpServerRequest http, int status, String html) {
        send(http, status, html, STRICT + "form-action 'self'; frame-ancestors 'none'");
    }

    /** A page that any merchant's page may lay over itself, from a file or an app as well; hence no frame-ancestors. */
    static void framed(HttpServerRequest http, int status, String html) {
        send(http, status, html, STRICT + "form-action 'self'");
    }

    /** A page whose one form goes to the merchant, and from there wherever the merchant redirects. */
    static void toMerchant(HttpServerRequest http, String html, String origin) {
        send(http, 200, html, STRICT + "form-action " + origin + " https: http:; frame-ancestors 'none'");
    }

    private static void send(HttpServerRequest http, int status, String html, String policy) {
        http.response()
                .setStatusCode(status)
                .putHeader("content-type", "text/html; charset=utf-8")
                .putHeader("content-security-policy", policy)
                .putHeader("cache-control", "no-store")
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("referrer-policy", "origin")
                .end(html);
    }
}
