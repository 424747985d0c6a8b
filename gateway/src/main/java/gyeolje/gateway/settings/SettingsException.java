package gyeolje.gateway.settings;

/** The configuration is not usable; the message is one line that says what is wrong and what to do. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
