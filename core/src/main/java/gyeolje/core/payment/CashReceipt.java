package gyeolje.core.payment;

/** Who issues the cash receipt (현금영수증, cashbillYn) for KakaoPay money. */
public enum CashReceipt {
    BY_KAKAOPAY,
    BY_MERCHANT
}
