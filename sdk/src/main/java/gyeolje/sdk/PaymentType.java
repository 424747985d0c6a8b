package gyeolje.sdk;

/** How the buyer paid; the wire's {@code type} of a paid answer. */
public enum PaymentType {
    /** KakaoPay money ({@code KAKAO_MONEY}): a cash receipt may exist, there is no approval number. */
    KAKAO_MONEY,
    /** A card inside KakaoPay ({@code KAKAO_CARD}): approval number, card name, masked number and instalments. */
    KAKAO_CARD,
    /** A type that this version of the client does not know, or none (the payment was refused). */
    OTHER;

    static PaymentType of(String wire) {
        for (PaymentType type : values()) {
            if (type.name().equals(wire)) {
                return type;
            }
        }
        return OTHER;
    }
}
