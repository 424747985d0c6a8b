package gyeolje.sdk;

/**
 * What went wrong where no typed answer can say it. One of {@link NotSentException}, {@link NotAcceptedException},
 * {@link OutcomeUnknownException} or {@link UnsignableException}. The message says what to do next, in English and
 * then in Korean, and never contains the merchant's key or the buyer's authentication.
 */
public abstract class GyeoljeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GyeoljeException(String english, String korean, Throwable cause) {
        super(english + "\n" + korean, cause);
    }

    /** A number that may have come through a browser, fit for a log line. */
    static String printable(String text) {
        String ascii = text.replaceAll("[^\\x21-\\x7e]", "?");
        return ascii.substring(0, Math.min(40, ascii.length()));
    }
}
