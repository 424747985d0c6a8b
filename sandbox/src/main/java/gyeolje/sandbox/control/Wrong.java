package gyeolje.sandbox.control;

/** A control call that makes no sense, with one line that says why. */
final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String line) {
        super(line, null, false, false);
    }

    String line() {
        return String.valueOf(getMessage());
    }
}
