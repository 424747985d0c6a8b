package gyeolje.sdk;

import gyeolje.sdk.Exchange.Outcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;

/**
 * Speaks the merchant API to a Gyeolje gateway or to the operator's own hosts. One instance serves any number of
 * threads; every attempt uses a connection of its own. Proxies are not used, redirects never followed.
 *
 * <p><b>Errors.</b> An answer of the gateway, a refusal included, is returned, not thrown. Thrown are
 * {@link NotSentException} and {@link NotAcceptedException} (nothing happened), {@link OutcomeUnknownException} (it may
 * have happened) and {@link UnsignableException} (a value is wrong, nothing was sent).
 *
 * <p><b>Re-sending.</b> The gateway answers an identical request with the answer of the first, so this client sends the
 * same bytes again by itself when the outcome is unknown or the server is overloaded (429, 503), waiting as long as
 * {@code Retry-After} says (at most 30 s; a longer wish ends the call). When an attempt was left in doubt only a definite
 * answer of a later one ends that doubt: otherwise the call throws {@link OutcomeUnknownException}, whatever the last
 * attempt met.
 *
 * <p>The <b>operator's hosts</b> do not promise that. There nothing is re-sent unless {@link GyeoljeClientBuilder#retries}
 * was called, and then only {@code order}: a second order is at worst a second unpaid attempt, since money moves in
 * {@code pay} alone. {@code pay} and {@code cancel} are never re-sent there: the second answer may be a refusal
 * ("already used", 1005) that hides the success of the first.
 *
 * <p><b>Time.</b> An attempt takes at most the connect limit (name, TCP and TLS together) plus the answer limit (from the
 * first byte sent to the last byte read).
 */
public final class GyeoljeClient {
    /** The operator's development host. */
    public static final String OPERATOR_DEVELOPMENT = "https://api.testpayup.co.kr";

    /** The operator's live host. */
    public static final String OPERATOR_LIVE = "https://api.payup.co.kr";

    private static final String USER_AGENT = "gyeolje-sdk";

    private final URI baseUrl;
    private final String merchantId;
    private final String apiCertKey;
    private final int connectTimeoutMillis;
    private final int answerTimeoutMillis;
    private final int retries;
    private final boolean atOperator;
    private final ExchangeListener listener;
    private final SSLSocketFactory tls;

    GyeoljeClient(GyeoljeClientBuilder builder) {
        this.baseUrl = builder.baseUrl;
        this.merchantId = Signatures.signable("merchantId", builder.merchantId);
        this.apiCertKey = Signatures.signable("apiCertKey", builder.apiCertKey);
        this.connectTimeoutMillis = builder.connectTimeoutMillis;
        this.answerTimeoutMillis = builder.answerTimeoutMillis;
        this.atOperator = isOperator(baseUrl);
        this.retries = builder.retries >= 0 ? builder.retries : atOperator ? 0 : GyeoljeClientBuilder.RETRIES;
        this.listener = builder.listener;
        this.tls = builder.tls;
    }

    /** Starts a client; base URL, merchant id and key are required. */
    public static GyeoljeClientBuilder builder() {
        return new GyeoljeClientBuilder();
    }

    private static boolean isOperator(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return host.matches("(.+\\.)?(test)?payup\\.co\\.kr");
    }

    /**
     * Announces an order and brings what the payment window needs. No money moves.
     *
     * @throws UnsignableException when the order number or the timestamp cannot be signed
     */
    public OrderAnswer order(OrderRequest order) {
        String signature =
                Signatures.order(merchantId, order.orderNumber(), order.amount(), apiCertKey, order.timestamp());
        Attempt answer = call("order", order.orderNumber(), order.body(signature), order.shopperUserAgent());
        return new OrderAnswer(answer.status, answer.fields, order.appUrl());
    }

    /**
     * Takes the money for an authenticated order. Call it once per authentication, and again with the same one when
     * the outcome is unknown. Only {@link PayAnswer#isSuccess()} means paid.
     */
    public PayAnswer pay(Authentication authentication) {
        String id = authentication.transactionId();
        Attempt answer = call("pay", id, authentication.payBody(), "");
        return new PayAnswer(answer.status, answer.fields);
    }

    /**
     * Gives the whole amount back.
     *
     * @param transactionId the paid answer's
     * @param reason 1 to 256 characters; the same again when the call is repeated
     */
    public CancelAnswer cancel(String transactionId, String reason) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("transactionId", transactionId);
        if (reason != null && !reason.isEmpty()) {
            body.put("cancelReason", Signatures.wholeCharacters("cancelReason", reason));
        }
        body.put("signature", Signatures.cancel(merchantId, transactionId, apiCertKey));
        Attempt answer = call("cancel", transactionId, body, "");
        return new CancelAnswer(answer.status, answer.fields);
    }

    /** How often a request may be sent again by itself. */
    int resends(String operation) {
        return atOperator && !operation.equals("order") ? 0 : retries;
    }

    private Attempt call(String operation, String id, Map<String, String> body, String userAgent) {
        byte[] request = request(operation, JsonWriter.text(body), userAgent);
        String subject = operation + " " + GyeoljeException.printable(id);
        boolean doubt = false;
        for (int attempt = 1; ; attempt++) {
            Attempt made = attempt(operation, id, request, attempt);
            boolean again = made.isOverload() || made.outcome == Outcome.OUTCOME_UNKNOWN || (doubt && !made.settles());
            doubt |= made.outcome == Outcome.OUTCOME_UNKNOWN;
            if (!again || attempt > resends(operation) || made.retryAfter.isTooLong() || !pause(made, attempt)) {
                return concluded(subject, made, doubt);
            }
        }
    }

    private Attempt attempt(String operation, String id, byte[] request, int number) {
        long start = System.nanoTime();
        HttpCall call = new HttpCall(baseUrl, tls, connectTimeoutMillis, answerTimeoutMillis);
        Attempt made = sameTransaction(operation, id, Attempt.of(call, request));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        String code = made.fields.getOrDefault("responseCode", "");
        try {
            listener.exchanged(new Exchange(
                    operation,
                    number,
                    made.outcome,
                    made.status,
                    code,
                    millis,
                    new String(request, StandardCharsets.UTF_8),
                    made.answerText));
        } catch (RuntimeException ignored) {
            // A broken listener must not turn a payment into an error.
            return made;
        }
        return made;
    }

    /** A success of another transaction, or an order without a number, is no answer to this request. */
    private static Attempt sameTransaction(String operation, String id, Attempt made) {
        if (!made.fields.getOrDefault("responseCode", "").equals(ResponseCode.SUCCESS.wire())) {
            return made;
        }
        if (operation.equals("order")) {
            return made.fields.getOrDefault("ordr_idxx", "").isEmpty()
                    ? made.doubted("the answer has no transaction number")
                    : made;
        }
        return made.fields.getOrDefault("transactionId", id).equals(id)
                ? made
                : made.doubted("the answer is about another transaction");
    }

    private static Attempt concluded(String subject, Attempt last, boolean doubt) {
        if (doubt && !last.settles()) {
            String reason = last.outcome == Outcome.ANSWERED
                    ? "an earlier attempt was left in doubt, the last one was answered "
                            + last.fields.get("responseCode")
                    : last.reason;
            throw new OutcomeUnknownException(subject, reason, last.cause);
        }
        switch (last.outcome) {
            case NOT_SENT:
                throw new NotSentException(subject, last.reason, last.cause);
            case NOT_ACCEPTED:
                throw new NotAcceptedException(subject, last.status);
            case OUTCOME_UNKNOWN:
            case ANSWERED:
                return last;
        }
        return last;
    }

    /** False when the thread was interrupted: then there is no further attempt. */
    private static boolean pause(Attempt made, int attempt) {
        try {
            Thread.sleep(made.retryAfter.millis(attempt));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] request(String operation, String json, String userAgent) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String path = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath().replaceFirst("/+$", "");
        String head = "POST " + path + "/ep/api/kakao/" + Percent.encode(merchantId) + "/" + operation + " HTTP/1.1\r\n"
                + "Host: " + baseUrl.getRawAuthority() + "\r\n"
                + "User-Agent: " + (userAgent.isEmpty() ? USER_AGENT : userAgent) + "\r\n"
                + "Content-Type: application/json; charset=utf-8\r\n"
                + "Content-Length: " + body.length + "\r\n"
                + "Accept: application/json\r\n"
                + "Accept-Encoding: identity\r\n"
                + "Connection: close\r\n\r\n";
        byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = java.util.Arrays.copyOf(bytes, bytes.length + body.length);
        System.arraycopy(body, 0, request, bytes.length, body.length);
        return request;
    }

    /** The merchant and the host; never the key. */
    @Override
    public String toString() {
        return "GyeoljeClient[" + merchantId + " at " + baseUrl.getHost() + "]";
    }
}
