package gyeolje.sdk;

import java.util.Collections;
import java.util.Map;

/**
 * An answer of the gateway. Only {@link #isSuccess()} means that the thing asked for was done. Every field is kept as
 * it came in {@link #raw()}, those that this version does not know included; typed getters answer {@code ""} or
 * {@code 0} for a field that is absent.
 */
public abstract class Answer {
    private final int httpStatus;
    private final Map<String, String> fields;

    Answer(int httpStatus, Map<String, String> fields) {
        this.httpStatus = httpStatus;
        this.fields = Collections.unmodifiableMap(fields);
    }

    /** The code as it came: {@code 0000}, a code of {@link ResponseCode}, or the acquirer's own. */
    public final String responseCode() {
        return text("responseCode");
    }

    /** The message as it came, in Korean, fit to show to the buyer. */
    public final String responseMsg() {
        return text("responseMsg");
    }

    /** Whether the thing asked for was done: {@code responseCode} is {@code 0000}. */
    public final boolean isSuccess() {
        return code() == ResponseCode.SUCCESS;
    }

    /** The code as an enum; {@link ResponseCode#OTHER} for the acquirer's own refusals. */
    public final ResponseCode code() {
        return ResponseCode.of(responseCode());
    }

    /** Every field of the answer by its wire name; unmodifiable. */
    public final Map<String, String> raw() {
        return fields;
    }

    /** The HTTP status it came with: 200, or a transport-level refusal such as 403 or 503. */
    public final int httpStatus() {
        return httpStatus;
    }

    final String text(String field) {
        String value = fields.get(field);
        return value == null ? "" : value;
    }

    /** Whole won; 0 when absent or unreadable (no payment of 0 won exists). */
    final long won(String field) {
        String value = text(field);
        return value.matches("[0-9]{1,15}") ? Long.parseLong(value) : 0;
    }

    /** The code and message; never a field that could identify a buyer. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + responseCode() + " " + responseMsg() + "]";
    }
}
