package gyeolje.shop;

import java.net.URI;
import java.util.Locale;

/** The Content-Security-Policy: nothing inline anywhere, and KCP's script, frame and form only where the window opens. */
final class ContentPolicy {
    static final String NAME = "Content-Security-Policy";

    private static final String COMMON = "default-src 'none'; base-uri 'none'; frame-ancestors 'none';"
            + " connect-src 'self'; style-src 'self'; font-src 'self'; manifest-src 'self';";

    static final String ORDINARY = COMMON + " img-src 'self'; script-src 'self'; form-action 'self'";

    private ContentPolicy() {}

    /** The page with the PC window: KCP's script puts a frame into it and posts a form to that frame. */
    static String pcWindow(URI script) {
        var kcp = origins(script);
        return COMMON + " img-src 'self' " + kcp + "; script-src 'self' " + kcp + "; frame-src " + kcp
                + "; form-action 'self' " + kcp;
    }

    /** The page that posts the mobile form to KCP. */
    static String mobileWindow(URI payUrl) {
        return ORDINARY + " " + origins(payUrl);
    }

    /** KCP's own script fetches from, frames and posts to sibling hosts of the one it came from. */
    private static String origins(URI uri) {
        var host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (host.endsWith(".kcp.co.kr")) return "https://*.kcp.co.kr";
        return uri.getScheme() + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
