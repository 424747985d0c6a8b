package gyeolje.core.payment;

/** Whether the acquirer knows of the order before its window opens (거래등록): only the mobile window needs that. */
public sealed interface Registration {
    record NotNeeded() implements Registration {}

    /** What the mobile form must carry: the acquirer's token for the trade and the address of its window. */
    record Registered(String approvalKey, String payUrl) implements Registration {}
}
