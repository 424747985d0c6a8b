package gyeolje.sdk;

/**
 * The request left, and no answer that can be trusted came back: the connection broke, the answer was late, cut,
 * too large or not of the merchant API. The order, payment or cancel may or may not have happened.
 *
 * <p>What to do: make the same call again with the same values (the same {@link OrderRequest} object, the same
 * {@link Authentication}, the same transaction and reason). The gateway answers an identical request with the answer
 * of the first, so asking twice never pays or cancels twice. Until then treat the payment as neither paid nor failed.
 */
public final class OutcomeUnknownException extends GyeoljeException {
    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(String subject, String reason, Throwable cause) {
        super(
                subject + " was sent but its outcome is unknown: " + reason
                        + ". Treat it as neither done nor failed, and make the same call again with the same values;"
                        + " at the operator's own hosts look the transaction up in their console first.",
                "요청은 보냈지만 결과를 알 수 없어요. 성공이나 실패로 처리하지 말고 같은 값으로 다시 호출해 주세요.",
                cause);
    }
}
