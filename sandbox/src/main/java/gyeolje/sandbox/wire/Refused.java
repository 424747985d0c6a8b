package gyeolje.sandbox.wire;

/** A request that KCP turns down, with the result it is told. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Result result;

    public Refused(Result result) {
        super(result.code(), null, false, false);
        this.result = result;
    }

    public Result result() {
        return result;
    }
}
