package gyeolje.sdk;

/**
 * Not one byte of the request left this machine: the host was not found, the connection was refused or timed out, or
 * the TLS handshake failed. Nothing was ordered, paid or cancelled; the same call may simply be made again.
 */
public final class NotSentException extends GyeoljeException {
    private static final long serialVersionUID = 1L;

    NotSentException(String subject, String reason, Throwable cause) {
        super(
                subject + " was not sent: " + reason
                        + ". Nothing happened at the gateway; check the base URL and the network, then call again.",
                "요청을 보내지 못했어요. 처리된 것은 없으니 주소와 네트워크를 확인한 뒤 다시 호출해 주세요.",
                cause);
    }
}
