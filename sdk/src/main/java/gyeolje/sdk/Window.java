package gyeolje.sdk;

/** Which payment window the buyer will see; the wire's {@code userAgent} field of an order. */
public enum Window {
    /** A phone or tablet: the page moves to the acquirer's mobile window ({@code WM}). */
    MOBILE("WM"),
    /** A PC: the acquirer's script opens a layer over the merchant's page ({@code WP}). */
    PC("WP");

    private final String wire;

    Window(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    /**
     * The window that fits the shopper's {@code User-Agent} header. The acquirer shows its mobile window only to
     * {@code iPhone}, {@code iPad} and {@code Android}; everything else, an empty header included, is a PC.
     */
    public static Window forUserAgent(String userAgent) {
        boolean mobile = userAgent != null
                && (userAgent.contains("iPhone") || userAgent.contains("iPad") || userAgent.contains("Android"));
        return mobile ? MOBILE : PC;
    }
}
