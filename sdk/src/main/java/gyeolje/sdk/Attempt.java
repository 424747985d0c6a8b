package gyeolje.sdk;

import gyeolje.sdk.Exchange.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;

/** What one attempt brought: an answer's fields, or why there are none. */
final class Attempt {
    final Outcome outcome;
    final int status;
    final Map<String, String> fields;
    final String reason;
    final Throwable cause;
    final RetryAfter retryAfter;
    final String answerText;

    private Attempt(
            Outcome outcome,
            int status,
            Map<String, String> fields,
            String reason,
            Throwable cause,
            RetryAfter retryAfter,
            String answerText) {
        this.outcome = outcome;
        this.status = status;
        this.fields = fields;
        this.reason = reason;
        this.cause = cause;
        this.retryAfter = retryAfter;
        this.answerText = answerText;
    }

    static Attempt of(HttpCall call, byte[] request) {
        try {
            return of(call.post(request));
        } catch (HttpCall.Unsent e) {
            return failed(Outcome.NOT_SENT, 0, e.getMessage(), e.getCause());
        } catch (HttpCall.Unanswered e) {
            return failed(Outcome.OUTCOME_UNKNOWN, 0, e.getMessage(), e.getCause());
        }
    }

    /** The answer belongs to something else than what was asked. */
    Attempt doubted(String why) {
        return new Attempt(Outcome.OUTCOME_UNKNOWN, status, Collections.emptyMap(), why, null, retryAfter, answerText);
    }

    private static Attempt of(HttpReply reply) {
        RetryAfter pause = RetryAfter.of(reply.header("retry-after"));
        String wrong;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(reply.body))
                    .toString();
            Map<String, String> fields = JsonReader.object(text);
            String code = fields.getOrDefault("responseCode", "");
            if (code.equals(ResponseCode.SUCCESS.wire())
                    ? reply.status == 200
                    : !code.trim().isEmpty()) {
                return new Attempt(Outcome.ANSWERED, reply.status, fields, "", null, pause, reply.text());
            }
            wrong = "without a usable responseCode";
        } catch (CharacterCodingException e) {
            wrong = "with a body that is not UTF-8";
        } catch (IllegalArgumentException e) {
            wrong = "with a body that is not the merchant API's JSON";
        }
        boolean refused = reply.status >= 400 && reply.status < 500 && reply.status != 408;
        return new Attempt(
                refused ? Outcome.NOT_ACCEPTED : Outcome.OUTCOME_UNKNOWN,
                reply.status,
                Collections.emptyMap(),
                "HTTP status " + reply.status + " " + wrong,
                null,
                pause,
                reply.text());
    }

    private static Attempt failed(Outcome outcome, int status, String reason, Throwable cause) {
        return new Attempt(outcome, status, Collections.emptyMap(), reason, cause, RetryAfter.of(""), "");
    }

    /** The gateway, or what stands before it, is overloaded and says so. */
    boolean isOverload() {
        return status == 429 || status == 503;
    }

    /** Settles what happened even when an earlier attempt of the same call was left in doubt. */
    boolean settles() {
        return outcome == Outcome.ANSWERED
                && status == 200
                && ResponseCode.of(fields.getOrDefault("responseCode", "")) != ResponseCode.ASK_OPERATOR;
    }
}
