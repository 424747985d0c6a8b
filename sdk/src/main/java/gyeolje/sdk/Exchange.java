package gyeolje.sdk;

/**
 * One attempt to reach the gateway. {@link #toString} holds nothing secret or personal; the two texts do, and are for
 * eyes, not for logs.
 */
public final class Exchange {
    /** How an attempt ended. */
    public enum Outcome {
        /** The gateway answered; see {@link Exchange#responseCode()}. */
        ANSWERED,
        /** Nothing was sent. */
        NOT_SENT,
        /** A 4xx status without an answer of the merchant API. */
        NOT_ACCEPTED,
        /** Sent, and no answer that can be trusted. */
        OUTCOME_UNKNOWN
    }

    private final String operation;
    private final int attempt;
    private final Outcome outcome;
    private final int httpStatus;
    private final String responseCode;
    private final long millis;
    private final String requestText;
    private final String answerText;

    Exchange(
            String operation,
            int attempt,
            Outcome outcome,
            int httpStatus,
            String responseCode,
            long millis,
            String requestText,
            String answerText) {
        this.operation = operation;
        this.attempt = attempt;
        this.outcome = outcome;
        this.httpStatus = httpStatus;
        this.responseCode = responseCode;
        this.millis = millis;
        this.requestText = requestText;
        this.answerText = answerText;
    }

    /** {@code order}, {@code pay} or {@code cancel}. */
    public String operation() {
        return operation;
    }

    /** 1 for the first attempt of a call. */
    public int attempt() {
        return attempt;
    }

    /** How it ended. */
    public Outcome outcome() {
        return outcome;
    }

    /** The HTTP status; 0 when none was read. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The answer's code; {@code ""} when there was no answer. */
    public String responseCode() {
        return responseCode;
    }

    /** How long the attempt took, in milliseconds. */
    public long millis() {
        return millis;
    }

    /**
     * The whole HTTP request as it was sent. It holds the buyer's name and authentication (never the merchant's key):
     * show it to a developer, keep it out of logs.
     */
    public String requestText() {
        return requestText;
    }

    /** The whole HTTP answer as it was read; {@code ""} when none came. The same care as for the request. */
    public String answerText() {
        return answerText;
    }

    /** What happened on one line, without the texts. */
    @Override
    public String toString() {
        return operation + " attempt " + attempt + " " + outcome + " status " + httpStatus + " code " + responseCode
                + " in " + millis + " ms";
    }
}
