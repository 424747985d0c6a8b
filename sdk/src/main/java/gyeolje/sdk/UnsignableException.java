package gyeolje.sdk;

/**
 * A value cannot be signed or sent as it is: a signed field is empty or contains a blank, an invisible or control
 * character or {@code |}, or a text contains half a surrogate pair. Nothing was sent; correct the value.
 */
public final class UnsignableException extends GyeoljeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    UnsignableException(String field, String fault) {
        super(
                field + " " + fault + ". Nothing was sent; correct the value and call again.",
                field + " 값을 그대로 보낼 수 없어요. 공백, 제어 문자, | 또는 깨진 글자가 있는지 확인해 주세요.",
                null);
        this.field = field;
    }

    /** The wire name of the field, such as {@code orderNumber}. */
    public String field() {
        return field;
    }
}
