package gyeolje.simulation;

/** Unwinds a thread whose process was killed. No code of the gateway catches it, as none would run on. */
final class ProcessDied extends Error {
    private static final long serialVersionUID = 1L;

    ProcessDied() {
        super("killed", null, false, false);
    }
}
