package gyeolje.kcp;

/** The certificate or the private key cannot be used; the message is one line that says what to do. */
public final class KcpCredentialsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KcpCredentialsException(String message) {
        super(message);
    }

    KcpCredentialsException(String message, Throwable cause) {
        super(message, cause);
    }
}
