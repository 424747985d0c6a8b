package gyeolje.shop;

/** Who buys, as typed at the checkout. The mobile number may be empty; it identifies the cash receipt. */
record Buyer(String name, String email, String mobile, boolean cashReceipt) {
    static final Buyer USUAL = new Buyer("김결제", "buyer@example.com", "", true);
}
