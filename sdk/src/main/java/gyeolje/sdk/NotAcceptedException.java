package gyeolje.sdk;

/**
 * Something in front of the gateway refused the request with a 4xx status and no answer of the merchant API: a wrong
 * base URL, a proxy, a firewall. Nothing was ordered, paid or cancelled by this call.
 */
public final class NotAcceptedException extends GyeoljeException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;

    NotAcceptedException(String subject, int httpStatus) {
        super(
                subject + " was not accepted: HTTP status " + httpStatus + " without an answer of the merchant API."
                        + " Nothing happened at the gateway; check the base URL and whatever stands in front of it.",
                "요청이 게이트웨이에 닿기 전에 거절됐어요. 처리된 것은 없으니 주소와 중간 프록시를 확인해 주세요.",
                null);
        this.httpStatus = httpStatus;
    }

    /** The HTTP status, 400 to 499. */
    public int httpStatus() {
        return httpStatus;
    }
}
