package gyeolje.kcp;

/** What KCP is asked for. Each has its own connections, so that none can starve another. */
public enum Operation {
    REGISTER("register"),
    APPROVE("approve"),
    CANCEL("cancel"),
    INQUIRE("inquiry");

    private final String label;

    Operation(String label) {
        this.label = label;
    }

    /** As metrics and logs spell it. */
    public String label() {
        return label;
    }
}
