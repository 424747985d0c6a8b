package gyeolje.gateway.flow;

import gyeolje.core.payment.Refusal;
import gyeolje.core.payment.ResponseCode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a merchant hears: an HTTP status and the named texts of a JSON object, always with responseCode and responseMsg (merchant
 * API, section 2).
 *
 * @param retryAfterSeconds when the merchant should come back, 0 for answers that are final
 */
public record Answer(int status, Map<String, String> body, int retryAfterSeconds) {
    public Answer {
        body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }

    public static Answer of(ResponseCode code) {
        return of(code.wire(), code.message());
    }

    public static Answer of(String code, String message) {
        return new Answer(200, envelope(code, message), 0);
    }

    public static Answer refused(Refusal refusal) {
        return of(refusal.code().wire(), refusal.message());
    }

    /** Below the level of the protocol, but in its envelope. */
    public static Answer below(int status, ResponseCode code) {
        return new Answer(status, envelope(code.wire(), code.message()), 0);
    }

    public static Answer overloaded(int status) {
        return overloaded(status, 1);
    }

    public static Answer overloaded(int status, int retryAfterSeconds) {
        return new Answer(status, envelope(ResponseCode.ASK_OPERATOR), retryAfterSeconds);
    }

    static Map<String, String> envelope(ResponseCode code) {
        return envelope(code.wire(), code.message());
    }

    private static Map<String, String> envelope(String code, String message) {
        var body = new LinkedHashMap<String, String>();
        body.put("responseCode", code);
        body.put("responseMsg", message);
        return body;
    }

    public String code() {
        return body.getOrDefault("responseCode", "");
    }
}
