package gyeolje.sdk;

/**
 * The codes of the merchant API, section 6. A code that is not among them is {@link #OTHER}: the acquirer's refusal,
 * passed through; the answer keeps its text in {@link Answer#responseCode()} and {@link Answer#responseMsg()}.
 */
public enum ResponseCode {
    /** 0000: done, and durable. The only code that means paid, ordered or cancelled. */
    SUCCESS("0000"),
    /** 1001: the merchant id is unknown or disabled. */
    UNKNOWN_MERCHANT("1001"),
    /** 1002: the acquirer would not open a payment; order again later. */
    REGISTRATION_FAILED("1002"),
    /** 1003: too little unsettled money to cancel; the payment stays paid. Try later or refund by hand. */
    UNSETTLED_TOO_LOW("1003"),
    /** 1004: no such payment of this merchant. */
    NOTHING_TO_CANCEL("1004"),
    /** 1005: the payment is not in a state that can be cancelled (never paid, or cancelled by another request). */
    NOT_CANCELLABLE("1005"),
    /** 1006: the money went back, the record of it is not yet durable; send the same cancel again. */
    CANCEL_NOT_RECORDED("1006"),
    /** 2001: wrong signature (check the key), or this server's address is not registered. */
    NOT_VERIFIED("2001"),
    /** 5001: the amount is below the merchant's minimum. */
    BELOW_MINIMUM("5001"),
    /** 5002: the amount is above the merchant's maximum. */
    ABOVE_MAXIMUM("5002"),
    /** 5003: the merchant's day limit is used up. */
    DAY_LIMIT("5003"),
    /** 5004: the merchant's month limit is used up. */
    MONTH_LIMIT("5004"),
    /** 5005: the guarantee insurance's limit is used up. */
    GUARANTEE_LIMIT("5005"),
    /** 6001: a required field is missing; the message names it. */
    FIELD_MISSING("6001"),
    /** 6002: a field is wrong; the message names it. */
    FIELD_WRONG("6002"),
    /** 6003: the body is not a JSON object. */
    NOT_AN_OBJECT("6003"),
    /** 8001: no such order of this merchant. */
    NO_SUCH_ORDER("8001"),
    /** 8002: the order is already paid or being paid. */
    ALREADY_PAID("8002"),
    /** 9001: internal error, overload or outcome unknown; never means paid. Send the same request again later. */
    ASK_OPERATOR("9001"),
    /** 9002: the buyer's authentication did not succeed; order again. */
    AUTHENTICATION_FAILED("9002"),
    /** Any other code: the acquirer's own refusal. */
    OTHER("");

    private final String wire;

    ResponseCode(String wire) {
        this.wire = wire;
    }

    /** The four digits on the wire; {@code ""} for {@link #OTHER}. */
    public String wire() {
        return wire;
    }

    static ResponseCode of(String wire) {
        for (ResponseCode code : values()) {
            if (!code.wire.isEmpty() && code.wire.equals(wire)) {
                return code;
            }
        }
        return OTHER;
    }
}
