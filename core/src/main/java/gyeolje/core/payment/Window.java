package gyeolje.core.payment;

/** Which payment window the shopper sees: a page of its own on a phone (WM) or a layer over the merchant's page on a PC (WP). */
public enum Window {
    MOBILE,
    PC
}
