package gyeolje.core.payment;

/**
 * Why a request is refused, in the protocol's own words.
 *
 * @param field the field at fault, empty for the codes that name none
 */
public record Refusal(ResponseCode code, String field) {
    public static Refusal of(ResponseCode code) {
        return new Refusal(code, "");
    }

    public static Refusal missing(String field) {
        return new Refusal(ResponseCode.FIELD_MISSING, field);
    }

    public static Refusal wrong(String field) {
        return new Refusal(ResponseCode.FIELD_WRONG, field);
    }

    public String message() {
        return code.message().replace("{field}", field);
    }
}
