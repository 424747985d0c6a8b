package gyeolje.sdk;

import java.util.Map;

/** The answer to {@link GyeoljeClient#cancel}. The whole amount goes back to the buyer when {@link #isSuccess()}. */
public final class CancelAnswer extends Answer {
    CancelAnswer(int httpStatus, Map<String, String> fields) {
        super(httpStatus, fields);
    }

    /** The transaction that was cancelled. */
    public String transactionId() {
        return text("transactionId");
    }

    /** When it was cancelled: {@code yyyyMMddHHmmss} in Asia/Seoul. */
    public String cancelDateTime() {
        return text("cancelDateTime");
    }
}
