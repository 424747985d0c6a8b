/** The pure rules of a payment: no I/O, no clock, no thread, no logger, no JSON. */
module gyeolje.core {
    requires static org.jspecify;

    exports gyeolje.core.value;
    exports gyeolje.core.request;
    exports gyeolje.core.payment;
    exports gyeolje.core.merchant;
    exports gyeolje.core.reconciliation;
}
