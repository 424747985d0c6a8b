package gyeolje.kcp;

/** How a call ended, for metrics and logs. */
public enum Outcome {
    DONE("done"),
    REFUSED("refused"),
    NOT_FOUND("not_found"),
    NOT_SENT("not_sent"),
    IN_DOUBT("in_doubt");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** As metrics and logs spell it. */
    public String label() {
        return label;
    }
}
